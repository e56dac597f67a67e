/// Names that sound alike, spelled in the letters of different scripts. Entry points:
/// [org.trawl.sound.NameSound], [org.trawl.sound.SpellingGraph].
@NullMarked
package org.trawl.sound;

import org.jspecify.annotations.NullMarked;
