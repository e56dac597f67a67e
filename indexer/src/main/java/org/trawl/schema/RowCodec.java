package org.trawl.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.Row;
import org.trawl.tweet.Snowflake;

/// A row as bytes, and back to the very same cells.
///
/// What an account's rows repeat stands in [SharedCells]; every other cell is a four-bit tag that
/// says how it is written, then its content: the few values that fill most columns (`0`, `false`,
/// `[]`) are the tag alone, decimal numbers and hex hashes are binary, and a time that is the id's
/// own minute takes no bytes at all. Anything else is UTF-8 as it stands.
///
/// Layout: varint header ordinal, varint profile ordinal + 1 (0: profile cells stand in the row),
/// the tags (two a byte), the contents.
///
/// Thread-safe.
final class RowCodec {
  /// The columns whose cells are the same in all rows of an account, by every layout's names.
  private static final Set<String> PROFILE =
      Set.of(
          "userid",
          "user_display_name",
          "user_screen_name",
          "user_reported_location",
          "user_profile_description",
          "user_profile_url",
          "account_creation_date",
          "account_language",
          "external_author_id",
          "author",
          "region",
          "account_type",
          "account_category",
          "alt_external_id",
          "new_june_2018");

  /// What no column's name begins with.
  private static final String DIALECT = "\0";

  /// Columns with few values, each kept once.
  private static final Set<String> INTERNED =
      Set.of("tweet_client_name", "tweet_language", "language", "post_type");

  /// Places for accounts whose rows came last; a power of two.
  private static final int RECENT_PROFILES = 1 << 12;

  private static final String[] CONSTANTS = {
    "", "0", "0.0", "false", "true", "False", "True", "[]", "absent"
  };
  private static final Map<String, Integer> CONSTANT_TAGS = constantTags();
  private static final int NUMBER = 9;
  private static final int NUMBER_DOT_ZERO = 10;
  private static final int MINUTE_OF_ID = 11;
  private static final int HEX = 12;
  private static final int SHARED = 13;
  private static final int TEXT = 14;

  private final SharedCells shared;
  private final Map<Integer, Plan> plans = new ConcurrentHashMap<>();

  // What threads leave here for one another is immutable, and whichever of them comes last is
  // right.
  private volatile @Nullable Header latest;
  private final @Nullable RecentProfile[] recentProfiles = new RecentProfile[RECENT_PROFILES];

  RowCodec(SharedCells shared) {
    this.shared = shared;
  }

  private static Map<String, Integer> constantTags() {
    var tags = new java.util.HashMap<String, Integer>();
    for (var i = 0; i < CONSTANTS.length; i++) {
      tags.put(CONSTANTS[i], i);
    }
    return Map.copyOf(tags);
  }

  /// Which columns of a header are the profile's, which are the row's own.
  @SuppressWarnings("ArrayRecordComponent") // Read for every row; never compared.
  private record Plan(
      List<String> columns, Dialect dialect, int[] profile, int[] own, int id, boolean[] interned) {
    /// @param header what is kept of a header: its columns and, behind [#DIALECT], its dialect
    static Plan of(List<String> header) {
      var last = header.isEmpty() ? "" : header.getLast();
      var spoken = last.startsWith(DIALECT);
      var columns = spoken ? header.subList(0, header.size() - 1) : header;
      var dialect = spoken ? Dialect.of(last.substring(DIALECT.length())) : Dialect.PLAIN;
      var profile = new ArrayList<Integer>();
      var own = new ArrayList<Integer>();
      var interned = new boolean[columns.size()];
      for (var i = 0; i < columns.size(); i++) {
        var name = canonicalName(columns.get(i));
        (PROFILE.contains(name) ? profile : own).add(i);
        interned[i] = INTERNED.contains(name);
      }
      var id = columns.stream().map(RowCodec::canonicalName).toList().indexOf("tweetid");
      return new Plan(columns, dialect, ints(profile), ints(own), id, interned);
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private static String canonicalName(String column) {
    return org.trawl.tweet.Header.canonical(column);
  }

  BytesRef encode(Row row) {
    var header = header(row);
    var plan = header.plan;
    var cells = row.cells();
    var out = new RowOutput();
    out.varint(header.ordinal);
    var profile = profile(plan, cells);
    out.varint(profile.isPresent() ? profile.getAsInt() + 1L : 0);
    var minute = plan.id < 0 ? "" : minuteOf(cells.get(plan.id));
    var columns = profile.isPresent() ? plan.own : all(cells.size());
    var tagsAt = out.skip((columns.length + 1) / 2);
    for (var i = 0; i < columns.length; i++) {
      var column = columns[i];
      var tag = write(cells.get(column), plan.interned[column], minute, out);
      out.add(tagsAt + i / 2, tag << (i % 2 * 4));
    }
    return out.bytes();
  }

  @SuppressWarnings("ReferenceEquality") // The rows of a file share one list.
  private Header header(Row row) {
    var known = latest;
    if (known != null && known.columns == row.columns() && known.dialect == row.dialect()) {
      return known;
    }
    var kept = kept(row);
    // Headers are few: a full table would be a file with more headers than bios.
    var ordinal = shared.ordinal(kept).orElseThrow();
    var header =
        new Header(
            row.columns(),
            row.dialect(),
            ordinal,
            plans.computeIfAbsent(ordinal, _ -> Plan.of(kept)));
    latest = header;
    return header;
  }

  private static List<String> kept(Row row) {
    if (row.dialect().equals(Dialect.PLAIN)) {
      return row.columns();
    }
    var kept = new ArrayList<>(row.columns());
    kept.add(DIALECT + row.dialect().code());
    return kept;
  }

  private record Header(List<String> columns, Dialect dialect, int ordinal, Plan plan) {}

  /// The ordinal of the cells that describe the account; empty if they are not shared.
  private OptionalInt profile(Plan plan, List<String> cells) {
    if (plan.profile.length == 0) {
      return shared.ordinal(List.of());
    }
    var slot = cells.get(plan.profile[0]).hashCode() & (RECENT_PROFILES - 1);
    var recent = recentProfiles[slot];
    if (recent != null && recent.isOf(plan, cells)) {
      return OptionalInt.of(recent.ordinal);
    }
    var own = new String[plan.profile.length];
    for (var i = 0; i < own.length; i++) {
      own[i] = cells.get(plan.profile[i]);
    }
    var ordinal = shared.ordinal(Arrays.asList(own));
    if (ordinal.isPresent()) {
      recentProfiles[slot] = new RecentProfile(own, ordinal.getAsInt());
    }
    return ordinal;
  }

  /// Cells that describe an account, as they stood in one of its last rows: comparing them costs
  /// less than a hash of them all.
  @SuppressWarnings("ArrayRecordComponent") // Read for every row; never compared as a whole.
  private record RecentProfile(String[] cells, int ordinal) {
    boolean isOf(Plan plan, List<String> row) {
      if (cells.length != plan.profile.length) {
        return false;
      }
      for (var i = 0; i < cells.length; i++) {
        if (!cells[i].equals(row.get(plan.profile[i]))) {
          return false;
        }
      }
      return true;
    }
  }

  private int write(String cell, boolean interned, String minute, RowOutput out) {
    var constant = cell.length() <= 6 ? CONSTANT_TAGS.get(cell) : null;
    if (constant != null) {
      return constant;
    }
    if (cell.equals(minute)) {
      return MINUTE_OF_ID;
    }
    var first = cell.charAt(0);
    if (first >= '1' && first <= '9') {
      var dotZero = cell.endsWith(".0");
      var digits = dotZero ? cell.length() - 2 : cell.length();
      if (digits <= 18 && allDigits(cell, digits)) {
        out.varint(Long.parseLong(cell, 0, digits, 10));
        return dotZero ? NUMBER_DOT_ZERO : NUMBER;
      }
      if (digits == 19
          && !dotZero
          && allDigits(cell, 19)
          && cell.compareTo("9223372036854775807") <= 0) {
        out.varint(Long.parseLong(cell));
        return NUMBER;
      }
    }
    if (cell.length() == 64 && lowerHex(cell)) {
      for (var i = 0; i < 64; i += 2) {
        out.write(
            (Character.digit(cell.charAt(i), 16) << 4) | Character.digit(cell.charAt(i + 1), 16));
      }
      return HEX;
    }
    if (interned) {
      var ordinal = shared.ordinal(List.of(cell));
      if (ordinal.isPresent()) {
        out.varint(ordinal.getAsInt());
        return SHARED;
      }
    }
    var bytes = cell.getBytes(StandardCharsets.UTF_8);
    out.varint(bytes.length);
    out.write(bytes);
    return TEXT;
  }

  Row decode(BytesRef bytes) {
    var in = new RowInput(bytes);
    var ordinal = (int) in.varint();
    var plan = plans.computeIfAbsent(ordinal, at -> Plan.of(shared.cells(at)));
    var cells = new String[plan.columns.size()];
    var profile = in.varint();
    if (profile > 0) {
      var profileCells = shared.cells((int) (profile - 1));
      for (var i = 0; i < plan.profile.length; i++) {
        cells[plan.profile[i]] = profileCells.get(i);
      }
    }
    var own = profile > 0 ? plan.own : all(cells.length);
    var tagsAt = in.skip((own.length + 1) / 2);
    var minuteColumn = -1;
    for (var i = 0; i < own.length; i++) {
      var tag = (bytes.bytes[tagsAt + i / 2] >> (i % 2 * 4)) & 0xF;
      if (tag == MINUTE_OF_ID) {
        minuteColumn = own[i];
        continue;
      }
      cells[own[i]] = read(tag, in);
    }
    if (minuteColumn >= 0) {
      cells[minuteColumn] = minuteOf(cells[plan.id]);
      for (var i = 0; i < cells.length; i++) {
        if (cells[i] == null) {
          cells[i] = cells[minuteColumn];
        }
      }
    }
    return new Row(plan.columns, List.of(cells), plan.dialect);
  }

  private String read(int tag, RowInput in) {
    return switch (tag) {
      case NUMBER -> Long.toString(in.varint());
      case NUMBER_DOT_ZERO -> in.varint() + ".0";
      case HEX -> in.hex();
      case SHARED -> shared.cells((int) in.varint()).getFirst();
      case TEXT -> in.text();
      default -> CONSTANTS[tag];
    };
  }

  /// The minute a tweet id holds, as the files write times, or empty if it holds none.
  private static String minuteOf(String idCell) {
    if (idCell.length() < 11 || idCell.length() > 19 || !allDigits(idCell, idCell.length())) {
      return "";
    }
    if (idCell.length() == 19 && idCell.compareTo("4") > 0) {
      return "";
    }
    var id = new Snowflake(Math.max(1, Long.parseLong(idCell)));
    if (!id.timed()) {
      return "";
    }
    var minutes = Math.floorDiv(id.createdAt().toEpochMilli(), 60_000L);
    var day = java.time.LocalDate.ofEpochDay(Math.floorDiv(minutes, 1440));
    var minute = (int) Math.floorMod(minutes, 1440L);
    var text = new StringBuilder(16).append(day).append(' ');
    two(text, minute / 60);
    two(text.append(':'), minute % 60);
    return text.toString();
  }

  private static void two(StringBuilder text, int value) {
    text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }

  private static boolean allDigits(String text, int length) {
    for (var i = 0; i < length; i++) {
      var c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean lowerHex(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static int[] all(int count) {
    var columns = new int[count];
    Arrays.setAll(columns, i -> i);
    return columns;
  }
}
