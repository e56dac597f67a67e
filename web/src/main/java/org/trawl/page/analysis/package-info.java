/// The pages about searches as a whole, such as several side by side. Entry point: [AnalysisPages];
/// [AllPages] are these and all others.
@NullMarked
package org.trawl.page.analysis;

import org.jspecify.annotations.NullMarked;
