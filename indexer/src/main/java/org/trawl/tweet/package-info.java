/// What the archive says about one tweet, and how a row of it is read. Needs the JDK only.
///
/// Entry point: [org.trawl.tweet.Tweet].
@NullMarked
package org.trawl.tweet;

import org.jspecify.annotations.NullMarked;
