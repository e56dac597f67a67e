/// The grammar side of Trawl: which language a tweet is written in. Entry point:
/// [org.trawl.language.LanguageDetector].
@NullMarked
package org.trawl.language;

import org.jspecify.annotations.NullMarked;
