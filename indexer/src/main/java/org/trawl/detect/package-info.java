/// Which language a tweet is written in, by its script and by counted runs of letters. Entry point:
/// [org.trawl.detect.LanguageDetector].
@NullMarked
package org.trawl.detect;

import org.jspecify.annotations.NullMarked;
