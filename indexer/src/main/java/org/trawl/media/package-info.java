/// Pictures and videos of an archive: where they lie, what they are, how they look.
///
/// Entry points: [org.trawl.media.MediaCataloguer] looks at every file once and writes down what it
/// found; [org.trawl.media.MediaCatalogue] answers from that; [org.trawl.media.MediaContent] reads
/// a file where it lies; [org.trawl.media.PictureDecoder] decodes pictures that nobody vouches for.
@NullMarked
package org.trawl.media;

import org.jspecify.annotations.NullMarked;
