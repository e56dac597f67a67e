/// Words in other languages: dictionaries by way of English and without it, and the names of
/// countries, languages, months and days.
@NullMarked
package org.trawl.translation;

import org.jspecify.annotations.NullMarked;
