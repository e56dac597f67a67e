package org.trawl.sound;

import static java.util.Objects.requireNonNull;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a name may sound like, to find how it is spelled elsewhere: `putin`, `Путин`, `پوتین` share
/// a sound. No language is asked for: a letter stands for all sounds that it has in some language
/// of its script, at a cost that tells how unusual that is, and sounds are turned into the letters
/// of another script by the same tables.
///
/// ICU's transliterators give one spelling for a name, which mostly is not the one that people
/// write (`Трумп` for Trump); this gives all that could be, and the index says which of them are.
public final class NameSound {
  private static final Map<UnicodeScript, SoundTable> TABLES = SoundTable.load();

  private final UnicodeScript script;
  private final SoundLattice sounds;

  private NameSound(UnicodeScript script, SoundLattice sounds) {
    this.script = script;
    this.sounds = sounds;
  }

  /// The scripts that names are read from and looked for in.
  public static Set<UnicodeScript> scripts() {
    return Collections.unmodifiableSet(TABLES.keySet());
  }

  /// The sound of a word; empty if it isn't all of letters of one of [#scripts].
  ///
  /// @param folded as [Folding#fold] gives it
  public static Optional<NameSound> of(String folded) {
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    var script = UnicodeScript.of(folded.codePointAt(0));
    var table = TABLES.get(script);
    boolean plain =
        folded.codePoints().allMatch(c -> Character.isLetter(c) && UnicodeScript.of(c) == script);
    return table == null || !plain
        ? Optional.empty()
        : SoundLattice.of(folded, table).map(lattice -> new NameSound(script, lattice));
  }

  /// The script that the word is written in.
  public UnicodeScript script() {
    return script;
  }

  /// All spellings of this sound in a script.
  ///
  /// @throws IllegalArgumentException if it is none of [#scripts]
  public SpellingGraph spelledIn(UnicodeScript other) {
    var table = TABLES.get(requireNonNull(other, "other"));
    if (table == null) {
      throw new IllegalArgumentException("no sounds are known for the letters of " + other);
    }
    return SpellingGraph.of(sounds, table);
  }
}
