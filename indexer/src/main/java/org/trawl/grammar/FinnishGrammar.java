package org.trawl.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finnish by Voikko's morphology, which knows a word's parts and endings.
///
/// A lemma is the head words of all parts of a compound with what derives another word of them
/// (`kuvatekstejä` is `kuvateksti`, `toiminnan` is `toimia` with `ta`). A participle is a form of
/// its verb. Of several readings those with the fewest parts count, and commands only where there
/// is nothing else (`uusi`, new, is not of `uusia`, renew). A word that is not known is also looked
/// up as spelling has what speech shortens (`viikkoo`, `viikkoa`).
final class FinnishGrammar implements Grammar {
  private record Spoken(Pattern end, String written) {
    static Spoken of(String end, String written) {
      return new Spoken(Pattern.compile(end), written);
    }
  }

  private static final List<Spoken> SPOKEN =
      List.of(
          Spoken.of("([aou])o$", "$1a"),
          Spoken.of("([oue])e$", "$1a"),
          Spoken.of("([oue])e$", "$1ä"),
          Spoken.of("([aouei])i$", "$1a"),
          Spoken.of("([yöeiä])i$", "$1ä"),
          Spoken.of("o$", "oi"),
          Spoken.of("([auoeiyäö])s$", "$1ssa"),
          Spoken.of("([auoeiyäö])s$", "$1ssä"),
          Spoken.of("([uoeiyö]|ai|äi)s$", "$1si"),
          Spoken.of("(n[uy]|t[uy]|l[uy])$", "$1t"),
          Spoken.of("([aäeo])(s(?:t|i|e|s|k)[a-zäö]*|nen)$", "$1i$2"),
          Spoken.of("as[iI]{2}$", "aisia"),
          Spoken.of("s(i?)ks$", "s$1ksi"));

  private static final Pattern PART =
      Pattern.compile("\\[Lp]([^\\[]*)|\\[X[pj]]([^\\[]*)\\[X]|\\[(R[avtum]|Tn4|Ssti)]");

  /// The mark of some participles stands behind their end, or is left out.
  private static final Pattern LATE_MARK =
      Pattern.compile(
          "(\\[Xj][aä]\\[X])(?=[^\\[]*(?:\\[Ln])?\\[Rm])|(?<=\\[Ll]v)(\\[Xj][aä]\\[X])");

  private static final Pattern DERIVED_VERB = Pattern.compile("e?l[lt]?[aä]");

  private final VoikkoTransducer morphology = VoikkoTransducer.read("dictionaries/fi.vfst.gz");

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    read(word, lemmas);
    for (Spoken spoken : SPOKEN) {
      if (!lemmas.isEmpty()) {
        return;
      }
      Matcher end = spoken.end().matcher(word);
      if (end.find()) {
        read(end.replaceFirst(spoken.written()), lemmas);
      }
    }
  }

  private void read(String word, Set<String> lemmas) {
    Readings readings = new Readings();
    morphology.read(word, readings::add);
    lemmas.addAll(readings.usual.isEmpty() ? readings.commands : readings.usual);
  }

  private static final class Readings {
    private final Set<String> usual = new LinkedHashSet<>();
    private final Set<String> commands = new LinkedHashSet<>();
    private int fewestParts = Integer.MAX_VALUE;

    void add(String reading) {
      String lemma = lemma(reading);
      int parts = reading.length() - reading.replace("[Bh]", "").length();
      if (lemma.isEmpty() || parts > fewestParts) {
        return;
      }
      if (parts < fewestParts) {
        fewestParts = parts;
        usual.clear();
        commands.clear();
      }
      (reading.contains("[Tk]") ? commands : usual).add(lemma);
    }

    private static String lemma(String reading) {
      Matcher part = PART.matcher(LATE_MARK.matcher(reading).replaceAll("[Rm]$1$2"));
      StringBuilder lemma = new StringBuilder();
      // The end of a participle counts only where more is derived from it (`toimivuus`).
      String participle = "";
      boolean isParticiple = false;
      while (part.find()) {
        if (part.group(1) != null) {
          lemma.append(part.group(1));
        } else if (part.group(3) != null) {
          switch (part.group(3)) {
            case "Tn4" -> lemma.append("minen");
            case "Ssti" -> lemma.append("sti");
            default -> isParticiple = true;
          }
        } else if (isParticiple && participle.isEmpty()) {
          participle = part.group(2);
        } else {
          // `määrittelen` and `määritellä` have it in two ways.
          boolean isVerb = DERIVED_VERB.matcher(part.group(2)).matches();
          lemma.append(participle).append(isVerb ? "ella" : part.group(2));
          participle = "";
          isParticiple = false;
        }
      }
      return lemma.toString().replace("=", "");
    }
  }
}
