/// A room of the engine: what accounts, hashtags and words are called in the index, and what they
/// are called when they are misspelt or written in another script.
///
/// Entry points: `AccountDirectory`, `NameFinder`, `Spellings`.
@NullMarked
package org.trawl.lucene.names;

import org.jspecify.annotations.NullMarked;
