/// The tokens of a tweet, and their letters folded: case, accents and spellings that do not tell
/// words apart. Entry points: [org.trawl.language.Tokenizer], [org.trawl.language.Folding].
@NullMarked
package org.trawl.language;

import org.jspecify.annotations.NullMarked;
