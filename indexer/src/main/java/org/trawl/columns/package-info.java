/// What is counted over many tweets at once, as arrays: the columns behind facets, copies and
/// detected languages. Lucene finds the tweets; these arrays count them, ten times as fast as doc
/// values do (docs/decisions/speed.md).
///
/// Entry points: [org.trawl.columns.ColumnsBuilder] when an index is published,
/// [org.trawl.columns.ColumnFile] on disk, [org.trawl.columns.Columns] in a searcher.
@NullMarked
package org.trawl.columns;

import org.jspecify.annotations.NullMarked;
