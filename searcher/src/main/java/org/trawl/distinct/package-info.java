/// What is peculiar about the tweets of a search: values and words that are over-represented among
/// them. Made of searches, whatever engine does them. Entry point: [DistinctiveFinder].
@NullMarked
package org.trawl.distinct;

import org.jspecify.annotations.NullMarked;
