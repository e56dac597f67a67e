/// Rows of accounts, counted over the columns. Entry point: [AccountsFinder].
@NullMarked
package org.trawl.lucene.accounts;

import org.jspecify.annotations.NullMarked;
