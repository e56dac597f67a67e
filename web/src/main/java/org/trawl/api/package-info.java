/// What programs ask and are answered, whatever brings it to them: the parameters of a search, its
/// answer in JSON, exports and batches. The server and the command line share it.
///
/// Entry points: `SearchParameters` for what is asked, `SearchJson` for what is answered.
@NullMarked
package org.trawl.api;

import org.jspecify.annotations.NullMarked;
