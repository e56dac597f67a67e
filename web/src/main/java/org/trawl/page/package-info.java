/// The pages: records that say what a page shows, and the templates (`src/main/jte`) and static
/// files (`src/main/resources/org/trawl/page/site/static`) that show it.
///
/// Entry point: `Pages`.
@NullMarked
package org.trawl.page;

import org.jspecify.annotations.NullMarked;
