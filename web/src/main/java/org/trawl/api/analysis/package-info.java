/// What is asked and answered about searches as a whole: several side by side. What an address asks
/// for is read by [CompareParameters] and answered by [CompareJson].
@NullMarked
package org.trawl.api.analysis;

import org.jspecify.annotations.NullMarked;
