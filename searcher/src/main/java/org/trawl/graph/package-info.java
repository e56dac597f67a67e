/// What is told of a network as a graph: degrees, components, communities, rank.
///
/// Entry point: `NetworkMeasures`.
@NullMarked
package org.trawl.graph;

import org.jspecify.annotations.NullMarked;
