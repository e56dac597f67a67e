/// The command line.
///
/// Entry point: `Trawl`.
@NullMarked
package org.trawl.cli;

import org.jspecify.annotations.NullMarked;
