/// Networks as programs ask for them and are answered: parameters, JSON, CSV, GEXF, GraphML.
///
/// Entry points: `NetworkQuestion`, `NetworkFormat`.
@NullMarked
package org.trawl.api.network;

import org.jspecify.annotations.NullMarked;
