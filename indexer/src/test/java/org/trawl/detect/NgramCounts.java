package org.trawl.detect;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// How often each run of one to five characters stands in one language's words, and what that makes
/// of the next character's probability. Used when Trawl is built, not when it runs.
///
/// The counts come from lingua's language models. Those hold, for each run of letters inside a word,
/// its share among the runs with the same beginning, so that products of shares give all counts
/// relative to one total. They know nothing of where words begin and end, but it can be recovered:
/// an `ing` that no letter follows ends its word, so
///
///     count("ing ") = count("ing") - sum of count("ingX") over all letters X
///
/// and in the same way for beginnings and for whole words of up to three letters, which are most of
/// a language's function words. With them this is a model of five characters, spaces included.
///
/// Probabilities are Witten and Bell's: the more different characters follow a context, the more
/// weight goes to the shorter context behind it.
final class NgramCounts {
  private static final String[] FILES = {
    "unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"
  };

  /// What a character that the language does not use gets.
  private static final double UNSEEN = 2e-5;

  /// The rarest run to keep, as a share of all: what is rarer is mostly names and slips.
  private static final double RAREST = 2e-7;

  /// Counts of runs, by [Ngram].
  private final LongCounts counts = new LongCounts();

  /// By context: how many characters follow it, and how many different ones.
  private final LongCounts following = new LongCounts();

  private final LongCounts followers = new LongCounts();

  /// All characters, spaces included.
  private double total;

  /// Reads the counts of one language.
  ///
  /// @param code lingua's code of it
  static NgramCounts read(String code) throws IOException {
    return new NgramCounts(withWordEdges(readShares(code)));
  }

  /// The same language with its runs rewritten to another alphabet.
  NgramCounts rewritten(Romanizer romanizer) {
    return new NgramCounts(romanizer.rewrite(counts));
  }

  private NgramCounts(LongCounts all) {
    all.forEach((ngram, count) -> total += Ngram.length(ngram) == 1 ? count : 0);
    double least = RAREST * total;
    var contexts = new LongCounts();
    all.forEach((ngram, count) -> {
      if (Ngram.length(ngram) == 1 || count >= least) {
        counts.add(ngram, count);
        if (Ngram.length(ngram) > 1) {
          contexts.add(Ngram.head(ngram), count);
        }
      }
    });
    all.forEach((ngram, count) -> {
      long context = Ngram.head(ngram);
      if (context != 0 && contexts.get(context) > 0) {
        following.add(context, count);
        followers.add(context, 1);
      }
    });
  }

  /// Calls `each` with every run and its share of all runs of its length.
  void forEach(LongCounts.Each each) {
    counts.forEach((ngram, count) -> each.accept(ngram, count / total));
  }

  /// The share of a run among all runs of its length.
  double share(long ngram) {
    return counts.get(ngram) / total;
  }

  /// The probability of a run's last character after the others.
  double probability(long ngram) {
    if (Ngram.length(ngram) == 1) {
      return (1 - UNSEEN) * counts.get(ngram) / total + UNSEEN;
    }
    return probability(ngram, probability(Ngram.tail(ngram)));
  }

  /// The same, when the probability without the first character is known already.
  double probability(long ngram, double shorter) {
    double different = followers.get(Ngram.head(ngram));
    if (different == 0) {
      return shorter;
    }
    double all = following.get(Ngram.head(ngram));
    return (counts.get(ngram) + different * shorter) / (all + different);
  }

  /// Counts of runs inside words; the rarest run counts 1.
  private static LongCounts readShares(String code) throws IOException {
    var shares = new LongCounts(20);
    double[] rarest = {1};
    for (String file : FILES) {
      String resource = "/language-models/" + code + "/" + file + ".json";
      try (InputStream in = NgramCounts.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new FileNotFoundException("no " + resource + " on the class path");
        }
        readShares(in, shares, rarest);
      }
    }
    shares.replaceAll(share -> Math.rint(share / rarest[0]));
    return shares;
  }

  /// A file is `{"language": …, "ngrams": {"3/4": "run run …", …}}`.
  private static void readShares(InputStream in, LongCounts shares, double[] rarest) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      String share = "";
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.PROPERTY_NAME) {
          share = json.currentName();
        } else if (share.indexOf('/') > 0 && json.currentToken() == JsonToken.VALUE_STRING) {
          addShare(fraction(share), json.getString(), shares, rarest);
        }
      }
    }
  }

  private static double fraction(String text) {
    int slash = text.indexOf('/');
    return Double.parseDouble(text.substring(0, slash))
        / Double.parseDouble(text.substring(slash + 1));
  }

  private static void addShare(double share, String runs, LongCounts shares, double[] rarest) {
    int start = 0;
    while (start < runs.length()) {
      int end = runs.indexOf(' ', start);
      end = end < 0 ? runs.length() : end;
      long ngram = Ngram.of(runs, start, end);
      long head = Ngram.head(ngram);
      double all = head == 0 ? share : share * shares.get(head);
      if (all > 0) {
        shares.add(ngram, all);
        rarest[0] = Math.min(rarest[0], all);
      }
      start = end + 1;
    }
  }

  /// Adds the runs that hold a word's beginning, end or both to those inside of words.
  private static LongCounts withWordEdges(LongCounts counts) {
    LongCounts starts = new LongCounts(18);
    LongCounts ends = new LongCounts(18);
    counts.forEach((ngram, count) -> {
      if (Ngram.length(ngram) < Ngram.MAX_LENGTH) {
        starts.add(ngram, count);
        ends.add(ngram, count);
      }
      if (Ngram.length(ngram) > 1) {
        starts.add(Ngram.tail(ngram), -count);
        ends.add(Ngram.head(ngram), -count);
      }
    });
    LongCounts wholes = wholeWords(starts);
    double[] words = {0};
    starts.forEach((ngram, count) -> {
      addPositive(counts, Ngram.prepend(' ', ngram), count);
      words[0] += Ngram.length(ngram) == 1 ? count : 0;
    });
    counts.add(' ', words[0]);
    ends.forEach((ngram, count) -> addPositive(counts, Ngram.append(ngram, ' '), count));
    wholes.forEach(
        (ngram, count) -> addPositive(counts, Ngram.append(Ngram.prepend(' ', ngram), ' '), count));
    return counts;
  }

  /// Counts of words of up to three letters: a beginning of a word that nothing follows.
  private static LongCounts wholeWords(LongCounts starts) {
    var wholes = new LongCounts();
    starts.forEach((ngram, count) -> {
      if (Ngram.length(ngram) < Ngram.MAX_LENGTH - 1) {
        wholes.add(ngram, count);
      }
      if (Ngram.length(ngram) > 1) {
        wholes.add(Ngram.head(ngram), -count);
      }
    });
    return wholes;
  }

  private static void addPositive(LongCounts counts, long ngram, double count) {
    if (count > 0) {
      counts.add(ngram, count);
    }
  }
}
