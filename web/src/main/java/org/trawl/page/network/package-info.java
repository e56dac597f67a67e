/// The pages of networks: what their templates show.
///
/// Entry point: `NetworkPages`.
@NullMarked
package org.trawl.page.network;

import org.jspecify.annotations.NullMarked;
