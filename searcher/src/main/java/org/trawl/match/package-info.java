/// What is decided on one tweet without an index: whether a text has the words of a query, and
/// where.
///
/// A [org.trawl.match.ShapeBuilder] makes a [org.trawl.match.Shape] of a text pattern, and
/// [org.trawl.match.ShapeMatcher] finds it in a text that [org.trawl.match.TokenView] has cut into
/// tokens.
///
/// Entry point: `ShapeMatcher`.
@NullMarked
package org.trawl.match;

import org.jspecify.annotations.NullMarked;
