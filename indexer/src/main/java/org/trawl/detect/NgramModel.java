package org.trawl.detect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/// How well each of some languages explains a word, read off its runs of one to five characters.
///
/// A row of the table belongs to a run and holds, for each language, the cost of the run's last
/// character after the others: the negative logarithm of its probability, in steps of [#STEP]. A
/// language that does not know the run has the cost of the next shorter one there, so that one row,
/// that of the longest run in the table, is all that is read for a character. A word costs the sum
/// over its characters and its end; the language with the lowest cost explains it best.
///
/// What makes it fast: a row's costs stand four to a long in lanes of 16 bits, so that nine
/// additions add up to 36 languages. Each run's beginnings are in the table too, so a match can
/// grow by one character at most, and the search for the longest starts there. Runs are found in an
/// open hash table of longs: 32 bits of the run's hash to know it by, 32 bits for the row.
///
/// Immutable, so safe for all threads.
final class NgramModel {
  /// What one step of cost is in natural logarithm.
  static final double STEP = 0.1;

  /// The highest cost of one character.
  static final int MAX_COST = Byte.MAX_VALUE;

  /// So many characters can be added up before a lane may overflow.
  static final int MAX_CHARACTERS = 0xFFFF / MAX_COST;

  private static final int LANES = 4;
  private static final int LANE_BITS = 16;
  private static final int CODE_BITS = 8;

  /// The code of a character that no run has; the others begin at 1.
  private static final int UNKNOWN = 0;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final List<String> languages;

  /// The code of each character up to the alphabet's last.
  private final byte[] codes;

  private final long[] slots;
  private final int shift;

  /// Longs to a row.
  private final int width;

  private final long[] rows;

  /// The number of characters of each row's run.
  private final byte[] lengths;

  private NgramModel(Source source) {
    languages = source.languages;
    codes = codes(source.alphabet);
    width = (languages.size() + LANES - 1) / LANES;
    rows = new long[source.runs.length * width];
    lengths = new byte[source.runs.length];
    int bits = Long.SIZE - Long.numberOfLeadingZeros(source.runs.length * 2L);
    slots = new long[1 << bits];
    shift = Long.SIZE - bits;
    for (int row = 0; row < source.runs.length; row++) {
      insert(source.runs[row], row);
      lengths[row] = (byte) length(source.runs[row]);
      for (int i = 0; i < languages.size(); i++) {
        rows[row * width + i / LANES] |= (long) source.costs[i][row] << (i % LANES * LANE_BITS);
      }
    }
  }

  /// The languages' names; a name can come twice, for two ways to write one language.
  List<String> languages() {
    return languages;
  }

  /// Sums of costs, all 0.
  long[] newSums() {
    return new long[width];
  }

  /// A language's cost, by its place among [#languages].
  static int cost(long[] sums, int language) {
    return (int) (sums[language / LANES] >>> (language % LANES * LANE_BITS)) & 0xFFFF;
  }

  /// Adds the cost of words in each language to `sums`.
  ///
  /// @param chars words with one space before, between and after them
  /// @param start where the first word's space is
  /// @param end behind the last word's space; at most [#MAX_CHARACTERS] may be added to one `sums`
  /// @return how many characters have a row, spaces after words included
  int add(char[] chars, int start, int end, long[] sums) {
    long run = 0;
    int matched = 0;
    int known = 0;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      int code = c < codes.length ? codes[c] & 0xFF : UNKNOWN;
      if (code == UNKNOWN) {
        matched = 0;
        continue;
      }
      run = (run << CODE_BITS) | code;
      matched = Math.min(matched + 1, Ngram.MAX_LENGTH);
      int row = row(run, matched);
      while (row < 0) {
        row = row(run, --matched);
      }
      matched = lengths[row];
      if (i > start) {
        addRow(row * width, sums);
        known++;
      }
      if (c == ' ') {
        run = code;
        matched = 1;
      }
    }
    return known;
  }

  private void addRow(int start, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += rows[start + i];
    }
  }

  /// The row of the last characters of a run, or -1. One character always has a row.
  private int row(long run, int characters) {
    long hash = hash(run & (-1L >>> (Long.SIZE - CODE_BITS * characters)));
    int slot = (int) (hash >>> shift);
    long found = slots[slot];
    while (found != 0) {
      if ((int) (found >>> 32) == check(hash)) {
        return (int) found;
      }
      slot = (slot + 1) & (slots.length - 1);
      found = slots[slot];
    }
    return -1;
  }

  private void insert(long run, int row) {
    long hash = hash(run);
    int slot = (int) (hash >>> shift);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = ((long) check(hash) << 32) | row;
  }

  private static long hash(long run) {
    return run * GOLDEN;
  }

  /// Never 0, as that is an empty slot.
  private static int check(long hash) {
    return (int) (hash >>> 10) | 1;
  }

  private static int length(long run) {
    return (Long.SIZE - Long.numberOfLeadingZeros(run) + CODE_BITS - 1) / CODE_BITS;
  }

  private static byte[] codes(String alphabet) {
    byte[] codes = new byte[alphabet.chars().max().orElse(0) + 1];
    for (int i = 0; i < alphabet.length(); i++) {
      codes[alphabet.charAt(i)] = (byte) (i + 1);
    }
    return codes;
  }

  static NgramModel read(DataInputStream in) throws IOException {
    return new NgramModel(Source.read(in));
  }

  /// A model as it stands in a file: runs and costs in the order that compresses best.
  static final class Source {
    private final List<String> languages;
    private final String alphabet;
    private final long[] runs;
    private final byte[][] costs;

    /// @param alphabet the characters of all runs, 255 at most; its places, from 1 on, are their
    ///   codes
    /// @param runs each run's characters as codes of eight bits, ascending; each run's beginnings
    ///   and each character of the alphabet are runs too
    /// @param costs by language and run, 0 to [#MAX_COST]
    Source(List<String> languages, String alphabet, long[] runs, byte[][] costs) {
      if (alphabet.length() > 0xFF) {
        throw new IllegalArgumentException(
            "an alphabet must have 255 characters at most, got " + alphabet.length());
      }
      if (costs.length != languages.size()) {
        throw new IllegalArgumentException(
            "costs must be of " + languages.size() + " languages, got " + costs.length);
      }
      this.languages = List.copyOf(languages);
      this.alphabet = alphabet;
      this.runs = runs;
      this.costs = costs;
    }

    void write(DataOutputStream out) throws IOException {
      out.writeUTF(String.join(" ", languages));
      out.writeUTF(alphabet);
      out.writeInt(runs.length);
      long before = 0;
      for (long run : runs) {
        long gap = run - before;
        while (gap > 0x7F) {
          out.writeByte((int) (gap | 0x80));
          gap >>>= 7;
        }
        out.writeByte((int) gap);
        before = run;
      }
      for (byte[] language : costs) {
        out.write(language);
      }
    }

    static Source read(DataInputStream in) throws IOException {
      List<String> languages = List.of(in.readUTF().split(" "));
      String alphabet = in.readUTF();
      long[] runs = new long[in.readInt()];
      long before = 0;
      for (int i = 0; i < runs.length; i++) {
        before += readGap(in);
        runs[i] = before;
      }
      byte[][] costs = new byte[languages.size()][runs.length];
      for (byte[] language : costs) {
        in.readFully(language);
      }
      return new Source(languages, alphabet, runs, costs);
    }

    private static long readGap(DataInputStream in) throws IOException {
      long gap = 0;
      int bits = 0;
      byte part;
      do {
        part = in.readByte();
        gap |= (part & 0x7FL) << bits;
        bits += 7;
      } while (part < 0);
      return gap;
    }
  }
}
