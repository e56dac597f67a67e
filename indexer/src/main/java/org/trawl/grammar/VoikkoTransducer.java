package org.trawl.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// A morphology in Voikko's file format (`mor.vfst`, unweighted): an automaton whose transitions
/// read a letter and write a letter or a tag, some under conditions that earlier ones set.
///
/// The file has a header of 16 bytes, the symbols (a count of 16 bits, then each with a zero byte
/// behind it), and from the next multiple of 8 the transitions: what is read and what is written,
/// 16 bits each, the place of the next state, 24 bits, and in the state's first transition how many
/// more it has, 8 bits; 255 stands for a number in the place of a transition of its own. A
/// transition that reads 0xFFFF ends the word. Symbols that begin with `@` are conditions.
///
/// Thread-safe.
final class VoikkoTransducer {
  private static final int COOKIE = 0x00013A6E;
  private static final int HEADER = 16;
  private static final int CELL = 8;
  private static final int FINAL = 0xFFFF;
  private static final int MANY = 255;

  /// More steps than any word of the language takes; made-up words of short parts could take more.
  private static final int MOST_STEPS = 20_000;

  /// `@P.FEATURE.VALUE@` sets, `C` clears, `U` demands the value or none and sets it, `R` demands
  /// it (or any), `D` forbids it (or any).
  private record Condition(char kind, int feature, int value) {
    static final int ANY = -1;

    /// The feature's value behind this condition, or -1 if it does not hold.
    int after(int now) {
      return switch (kind) {
        case 'P' -> value;
        case 'C' -> 0;
        case 'U' -> now == 0 || now == value ? value : -1;
        case 'R' -> (value == ANY ? now != 0 : now == value) ? now : -1;
        case 'D' -> (value == ANY ? now == 0 : now != value) ? now : -1;
        default -> throw new IllegalStateException("unknown condition @" + kind);
      };
    }
  }

  private final String[] symbols;
  private final Map<Integer, Condition> conditions = new HashMap<>();
  private final Map<Character, Integer> letters = new HashMap<>();
  private final long[] cells;
  private final int features;

  private VoikkoTransducer(ByteBuffer file) {
    if (file.getInt() != COOKIE) {
      throw new IllegalStateException("no Voikko morphology");
    }
    file.position(HEADER);
    symbols = new String[file.getShort() & 0xFFFF];
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> values = new HashMap<>();
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = readSymbol(file);
      if (symbols[i].startsWith("@")) {
        conditions.put(i, condition(symbols[i], names, values));
      } else if (symbols[i].length() == 1) {
        letters.put(symbols[i].charAt(0), i);
      }
    }
    features = names.size();
    int start = (file.position() + CELL - 1) / CELL * CELL;
    cells = new long[(file.limit() - start) / CELL];
    file.position(start);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = file.getLong();
    }
  }

  /// @param resource a file on the class path beside this class, compressed by gzip
  static VoikkoTransducer read(String resource) {
    try (InputStream in = VoikkoTransducer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no dictionary " + resource + " on the class path");
      }
      byte[] bytes = new GZIPInputStream(in).readAllBytes();
      return new VoikkoTransducer(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives each reading of a word, letters and tags in one string.
  ///
  /// @param word in lower case
  void read(String word, Consumer<String> readings) {
    int[] input = new int[word.length()];
    for (int i = 0; i < input.length; i++) {
      Integer symbol = letters.get(word.charAt(i));
      if (symbol == null) {
        return;
      }
      input[i] = symbol;
    }
    new Walk(input, readings).from(0, 0);
  }

  private static String readSymbol(ByteBuffer file) {
    int start = file.position();
    while (file.get() != 0) {
      // On to the zero byte.
    }
    byte[] bytes = new byte[file.position() - start - 1];
    file.get(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Condition condition(
      String symbol, Map<String, Integer> names, Map<String, Integer> values) {
    List<String> parts = List.of(symbol.substring(1, symbol.length() - 1).split("\\."));
    int feature = names.computeIfAbsent(parts.get(1), name -> names.size());
    int value =
        parts.size() < 3
            ? Condition.ANY
            : values.computeIfAbsent(parts.get(2), name -> values.size() + 1);
    return new Condition(parts.getFirst().charAt(0), feature, value);
  }

  /// One word's way through the automaton, depth first.
  private final class Walk {
    private final int[] input;
    private final Consumer<String> readings;
    private final List<String> written = new ArrayList<>();
    private final int[] values = new int[features];
    private int steps;

    Walk(int[] input, Consumer<String> readings) {
      this.input = input;
      this.readings = readings;
    }

    void from(int state, int position) {
      int more = (int) (cells[state] >>> 56);
      int cell = state;
      int last = state + more;
      if (more == MANY) {
        // The number stands in the next cell, which counts itself.
        last = state + (int) cells[state + 1] + 1;
      }
      for (; cell <= last; cell++) {
        if (cell == state + 1 && more == MANY) {
          continue;
        }
        if (steps++ > MOST_STEPS) {
          return;
        }
        follow(cells[cell], position);
      }
    }

    private void follow(long cell, int position) {
      int read = (int) (cell & 0xFFFF);
      int next = (int) (cell >>> 32) & 0xFFFFFF;
      if (read == FINAL) {
        if (position == input.length) {
          readings.accept(String.join("", written));
        }
        return;
      }
      Condition condition = conditions.get(read);
      if (condition != null) {
        int before = values[condition.feature()];
        int after = condition.after(before);
        if (after >= 0) {
          values[condition.feature()] = after;
          write(cell, next, position);
          values[condition.feature()] = before;
        }
      } else if (read == 0) {
        write(cell, next, position);
      } else if (position < input.length && read == input[position]) {
        write(cell, next, position + 1);
      }
    }

    private void write(long cell, int next, int position) {
      int symbol = (int) (cell >>> 16) & 0xFFFF;
      // A condition may write a letter, or itself.
      written.add(conditions.containsKey(symbol) ? "" : symbols[symbol]);
      from(next, position);
      written.removeLast();
    }
  }
}
