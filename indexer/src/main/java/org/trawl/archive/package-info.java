/// The archive's files: found, recognised and read row by row, whatever happened to them.
///
/// Entry point: [org.trawl.archive.TweetArchive].
@NullMarked
package org.trawl.archive;

import org.jspecify.annotations.NullMarked;
