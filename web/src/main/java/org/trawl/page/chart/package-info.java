/// Drawings to take away: a chart with its title, what it is of, and its source, as SVG.
///
/// Entry points: `Drawing`, `Caption`.
@NullMarked
package org.trawl.page.chart;

import org.jspecify.annotations.NullMarked;
