/// Who may ask a server, how often, by which name, and who may frame its pages.
///
/// Entry points: `Credentials`, `FramedBy`.
@NullMarked
package org.trawl.web.access;

import org.jspecify.annotations.NullMarked;
