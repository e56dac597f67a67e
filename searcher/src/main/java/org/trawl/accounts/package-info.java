/// The accounts of a search as rows of a table: what each did in its tweets, and whether it turned
/// from one language, subject or pace to another. Works without an index. Entry points:
/// [AccountRow], [AccountLife].
@NullMarked
package org.trawl.accounts;

import org.jspecify.annotations.NullMarked;
