/// The grammar side of Trawl: what the tokens of a tweet are, which words are forms of one another,
/// which language a tweet is written in. Entry points: [org.trawl.language.Tokenizer],
/// [org.trawl.language.WordForms], [org.trawl.language.LanguageDetector].
@NullMarked
package org.trawl.language;

import org.jspecify.annotations.NullMarked;
