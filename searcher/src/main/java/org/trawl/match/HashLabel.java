package org.trawl.match;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trawl.query.QueryAst;

/// What people copy of the hash that stands for an account: a page shows its first letters and
/// digits, without the signs between.
public final class HashLabel {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]{6,40}");

  private HashLabel() {}

  /// A hash in lower case without its signs.
  public static String letters(String hash) {
    var letters = new StringBuilder(hash.length());
    for (int i = 0; i < hash.length(); i++) {
      if (Character.isLetterOrDigit(hash.charAt(i))) {
        letters.append(hash.charAt(i));
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  /// Accounts whose names begin so, where all of them could be labels; empty where one could not.
  public static Optional<QueryAst> begins(QueryAst part) {
    return part instanceof QueryAst.From(var names)
            && names.stream().allMatch(name -> LABEL.matcher(name).matches())
        ? Optional.of(new QueryAst.From(names.stream().map(name -> name + "*").toList()))
        : Optional.empty();
  }
}
