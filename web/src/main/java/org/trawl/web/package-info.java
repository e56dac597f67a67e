/// The search page and the HTTP interface.
///
/// Entry point: `SearchServer`.
@NullMarked
package org.trawl.web;

import org.jspecify.annotations.NullMarked;
