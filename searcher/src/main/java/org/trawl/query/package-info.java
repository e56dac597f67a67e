/// The query language: text in, a tree and a list of problems out. Needs the JDK only.
///
/// Entry point: `QueryParser`.
@NullMarked
package org.trawl.query;

import org.jspecify.annotations.NullMarked;
