package org.trawl.sound;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trawl.language.WordFile;

/// How the letters of one script sound: the table in `sounds.txt`, which says what its lines mean.
/// Read from letters to sounds and from sounds to letters.
///
/// @param spellings all of them, doubled consonants included
record SoundTable(List<Spelling> spellings) {
  private static final String CONSONANTS = "bvgdzklmnprstfhZJCS";

  SoundTable {
    spellings = List.copyOf(spellings);
  }

  /// Letters and sounds that they may stand for.
  ///
  /// @param first whether they stand only where a word begins
  /// @param last whether they stand only where a word ends
  /// @param letters empty if the sounds are not written
  /// @param sounds a character each; empty if the letters are silent
  /// @param cost 0 for what is usual, more for what is not
  record Spelling(boolean first, boolean last, String letters, String sounds, int cost) {
    boolean isSilent() {
      return sounds.isEmpty();
    }

    boolean isUnwritten() {
      return letters.isEmpty();
    }
  }

  /// All tables.
  static Map<UnicodeScript, SoundTable> load() {
    var lines = new EnumMap<UnicodeScript, List<Spelling>>(UnicodeScript.class);
    List<Spelling> section = new ArrayList<>();
    for (var line : WordFile.lines(SoundTable.class, "sounds.txt")) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        var name = line.substring(1, line.indexOf(']'));
        lines.put(UnicodeScript.forName(name.toUpperCase(Locale.ROOT)), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        addLine(line, section);
      }
    }
    var tables = new EnumMap<UnicodeScript, SoundTable>(UnicodeScript.class);
    lines.forEach((script, spellings) -> tables.put(script, new SoundTable(doubled(spellings))));
    return tables;
  }

  /// With every consonant of a script that writes vowels twice as well.
  private static List<Spelling> doubled(List<Spelling> spellings) {
    if (spellings.stream().anyMatch(Spelling::isUnwritten)) {
      return spellings;
    }
    var all = new ArrayList<>(spellings);
    for (var one : spellings) {
      boolean consonant = one.sounds.length() == 1 && CONSONANTS.contains(one.sounds);
      if (consonant && one.letters.length() == 1) {
        all.add(new Spelling(one.first, one.last, one.letters + one.letters, one.sounds, one.cost));
      }
    }
    return all;
  }

  private static void addLine(String line, List<Spelling> spellings) {
    var cells = line.strip().split("\\s+");
    var first = cells[0].startsWith("^");
    var last = cells[0].endsWith("$");
    var letters = written(cells[0].replaceAll("[$^]", ""));
    for (int i = 1; i < cells.length; i++) {
      int colon = cells[i].indexOf(':');
      var sounds = written(colon < 0 ? cells[i] : cells[i].substring(0, colon));
      int cost = colon < 0 ? 0 : Integer.parseInt(cells[i].substring(colon + 1));
      spellings.add(new Spelling(first, last, letters, sounds, cost));
    }
  }

  private static String written(String cell) {
    return cell.equals("-") ? "" : cell;
  }
}
