/// Tweets of the same text, and of nearly the same: which they are, and what groups they form.
@NullMarked
package org.trawl.lucene.near;

import org.jspecify.annotations.NullMarked;
