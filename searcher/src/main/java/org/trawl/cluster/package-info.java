/// The engine that searches an OpenSearch cluster, and the publishing of an index folder to one. An
/// address says which: `opensearch://HOST:PORT/NAME`. Nothing of it is loaded for other addresses.
///
/// Words are read, compiled and scored as the embedded engine does it; what is compiled is sent as
/// queries of the cluster, whose shards find and count. docs/cluster.md tells how it is run.
///
/// Entry points: `ClusterEngine`, `ClusterPublisher`.
@NullMarked
package org.trawl.cluster;

import org.jspecify.annotations.NullMarked;
