/// Trawl's own ways beside those of well-kept libraries, on a real index. Entry point:
/// [LibrariesCommand].
@NullMarked
package org.trawl.bench.libraries;

import org.jspecify.annotations.NullMarked;
