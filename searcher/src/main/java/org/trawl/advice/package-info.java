/// Why a search found nothing, and what would find something. Works over any engine that can
/// [count][org.trawl.advice.Counts] and knows [near terms][org.trawl.advice.NearTerms].
///
/// Entry point: `Advisor`.
@NullMarked
package org.trawl.advice;

import org.jspecify.annotations.NullMarked;
