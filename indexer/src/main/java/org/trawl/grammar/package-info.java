/// Which words are forms of one another: a grammar for each language, of dictionaries, endings and
/// stemmers. Entry point: [org.trawl.grammar.WordForms].
@NullMarked
package org.trawl.grammar;

import org.jspecify.annotations.NullMarked;
