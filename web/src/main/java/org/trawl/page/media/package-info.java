/// What pages show of media files.
///
/// Entry point: `Shot`.
@NullMarked
package org.trawl.page.media;

import org.jspecify.annotations.NullMarked;
