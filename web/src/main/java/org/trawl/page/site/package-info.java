/// What all pages have in common: the site, templates, static files, icons, and how numbers, dates
/// and names are written.
///
/// Entry points: `Site`, `Templates`, `Wording`.
@NullMarked
package org.trawl.page.site;

import org.jspecify.annotations.NullMarked;
