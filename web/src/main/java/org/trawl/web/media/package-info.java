/// Media files over HTTP: their bytes as they lie in the archive, and small pictures made of them.
///
/// Entry point: [org.trawl.web.media.MediaRoutes].
@NullMarked
package org.trawl.web.media;

import org.jspecify.annotations.NullMarked;
