/// The HTTP server: who may ask, how much at a time, which route answers. It knows searching and no
/// engine.
///
/// Entry point: `SearchServer`.
@NullMarked
package org.trawl.web;

import org.jspecify.annotations.NullMarked;
