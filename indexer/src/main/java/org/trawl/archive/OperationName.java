package org.trawl.archive;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The release's name in a file's name.
final class OperationName {
  private static final Pattern ENDINGS =
      Pattern.compile(
          "(\\.(csv|zip|gz|zst|txt|tsv|tab|json|jsonl|ndjson|parquet)(\\.([a-z]{2}|\\d{2,3}))?)+$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATED = Pattern.compile("^hashed_\\d{4}_\\d{2}_");
  private static final Pattern CUT = Pattern.compile("_?(tweets?|users?|linked_tweets)(_|$).*");

  /// Letters of any script are a name's, with the marks on them.
  private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]+");

  private static final Pattern EDGES = Pattern.compile("^[_.-]+|[_.-]+$");

  private OperationName() {}

  /// `iran_201901_1` of `iran_201901_1_tweets_csv_hashed_2.csv`; the name itself where it follows
  /// no rule.
  static String of(String fileName) {
    // A Mac takes letters and their marks apart.
    var whole = Normalizer.normalize(fileName, Normalizer.Form.NFC);
    var name = ENDINGS.matcher(whole).replaceAll("").toLowerCase(Locale.ROOT);
    if (name.startsWith("irahandle")) {
      return "ira_clemson";
    }
    var bare = DATED.matcher(name).replaceFirst("");
    bare = CUT.matcher(bare).replaceFirst("");
    bare = once(fit(bare));
    if (bare.equals("iranian")) {
      return "iran";
    }
    if (!bare.isEmpty()) {
      return bare;
    }
    var fitting = fit(name);
    return fitting.isEmpty() ? "unnamed" : fitting;
  }

  private static String fit(String name) {
    return EDGES.matcher(UNFIT.matcher(name).replaceAll("_")).replaceAll("");
  }

  /// `iran_202012` of `iran_202012_iran_202012`.
  private static String once(String name) {
    var middle = name.length() / 2;
    return name.length() % 2 == 1
            && name.charAt(middle) == '_'
            && name.substring(0, middle).equals(name.substring(middle + 1))
        ? name.substring(0, middle)
        : name;
  }
}
