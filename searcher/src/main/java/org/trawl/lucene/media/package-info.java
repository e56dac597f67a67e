/// The pictures of hits: what is known of them, and how often they stand in the archive.
///
/// Entry points: [org.trawl.lucene.media.HitMedia], [org.trawl.lucene.media.SamePictures].
@NullMarked
package org.trawl.lucene.media;

import org.jspecify.annotations.NullMarked;
