package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trawl.query.QueryAst;
import org.trawl.query.ValueList;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Words;

/// A list as one part of a path. No server keeps a list, so an address must hold all of it: as
/// text, deflated, in letters and digits. It says the same to every server, whatever its archive.
///
/// @param list one value or more, and nothing that cannot be read
/// @param role what its accounts have to do with a tweet
public record PackedList(ValueList list, Role role) {
  /// The longest there is; addresses have 640 KiB, their other parameters included.
  public static final int MAX_LENGTH = 400_000;

  /// More than the longest list takes as text.
  private static final int MAX_BYTES = 4 << 20;

  public PackedList {
    requireNonNull(role, "role");
    if (list.values().isEmpty()) {
      throw new IllegalArgumentException("a list without values");
    }
    list = new ValueList(list.values(), List.of(), 0, 0);
  }

  /// The tweets that any of its values fits.
  public QueryAst ast() {
    return list.ast(role);
  }

  /// The list as the parameters of a search.
  public Map<String, List<String>> parameters() {
    return Map.of("list", List.of(list.written()), "listAccounts", List.of(key()));
  }

  private String key() {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /// The list as part of a path; empty if it would be longer than [#MAX_LENGTH].
  public Optional<String> packed() {
    return Optional.of(PackedText.of(key() + "\n" + list.written()))
        .filter(packed -> packed.length() <= MAX_LENGTH);
  }

  /// Reads what [#packed] wrote; empty if it is anything else.
  public static Optional<PackedList> read(String packed) {
    return PackedText.read(packed, MAX_BYTES).flatMap(PackedList::written);
  }

  private static Optional<PackedList> written(String text) {
    int end = text.indexOf('\n');
    var role = role(text.substring(0, Math.max(0, end)));
    var list = ValueList.read(text.substring(end + 1), Words.ACCOUNTS);
    boolean isWhole = list.unread().isEmpty() && list.excess() == 0 && !list.values().isEmpty();
    return isWhole ? role.map(known -> new PackedList(list, known)) : Optional.empty();
  }

  private static Optional<Role> role(String key) {
    for (var role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(key)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
