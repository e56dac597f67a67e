/// Invented pictures for a generated archive, in the official layout.
///
/// Entry point: [org.trawl.generate.media.MediaGenerator].
@NullMarked
package org.trawl.generate.media;

import org.jspecify.annotations.NullMarked;
