package org.trawl.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
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
  /// The longest there is; addresses have 512 KiB, their other parameters included.
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
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      out.write((key() + "\n" + list.written()).getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    } finally {
      deflater.end();
    }
    var packed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    return packed.length() > MAX_LENGTH ? Optional.empty() : Optional.of(packed);
  }

  /// Reads what [#packed] wrote; empty if it is anything else.
  public static Optional<PackedList> read(String packed) {
    var inflater = new Inflater(true);
    try (var in =
        new InflaterInputStream(
            new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)), inflater)) {
      var bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return Optional.empty();
      }
      var text = new String(bytes, UTF_8);
      int end = text.indexOf('\n');
      var role = role(text.substring(0, Math.max(0, end)));
      var list = ValueList.read(text.substring(end + 1), Words.ACCOUNTS);
      boolean isWhole = list.unread().isEmpty() && list.excess() == 0 && !list.values().isEmpty();
      return isWhole ? role.map(known -> new PackedList(list, known)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
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
