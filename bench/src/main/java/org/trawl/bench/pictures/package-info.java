/// How well pictures are told apart, and how fast.
///
/// Entry point: [org.trawl.bench.pictures.PicturesCommand].
@NullMarked
package org.trawl.bench.pictures;

import org.jspecify.annotations.NullMarked;
