/// Words for people about queries: how one was read, what is wrong with one, how to mend it. Used
/// by the page, the HTTP interface and the command line.
///
/// Entry points: [org.trawl.explain.Reading], [org.trawl.explain.ProblemText].
@NullMarked
package org.trawl.explain;

import org.jspecify.annotations.NullMarked;
