/// What is told of a network as a graph: degrees, components, communities, rank; and who acted
/// together more often than chance has it.
///
/// Entry points: `NetworkMeasures`, `CoordinatedGroups`.
@NullMarked
package org.trawl.graph;

import org.jspecify.annotations.NullMarked;
