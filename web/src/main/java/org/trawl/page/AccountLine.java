package org.trawl.page;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.trawl.page.site.Hashes;
import org.trawl.tweet.Tweet;

/// An account as a line of the page names it. Its colour and initials depend on its id alone, so
/// that it looks the same everywhere.
///
/// @param name the display name, or "Hashed account"
/// @param handle `@name`, or the hash's first letters
/// @param initials one or two letters for the coloured square
/// @param hue which of the twelve account colours, 0 to 11
/// @param href the account's page
public record AccountLine(
    String name, String handle, boolean hashed, String initials, int hue, String href) {
  private static final int HUES = 12;

  static AccountLine of(Tweet.Account account) {
    return of(account, ZoneOffset.UTC);
  }

  /// The same, leading to a page with the times of a zone.
  static AccountLine of(Tweet.Account account, ZoneId zone) {
    var hashed = account.hashed();
    var handle = hashed ? Hashes.label(account.screenName()) : "@" + account.screenName();
    return new AccountLine(
        hashed ? "Hashed account" : account.displayName(),
        handle,
        hashed,
        initials(hashed ? account.screenName() : account.displayName(), account.screenName()),
        Math.floorMod(account.id().hashCode() * 31, HUES),
        href(account) + SearchAddress.zoned(zone));
  }

  /// By its id: handles change hands, ids do not.
  static String href(Tweet.Account account) {
    return href(account.id());
  }

  static String href(String id) {
    return "/accounts/" + SearchAddress.encode(id).replace("+", "%20");
  }

  private static String initials(String name, String otherwise) {
    var letters =
        name.codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    var shown =
        letters.isEmpty() ? otherwise.substring(0, Math.min(1, otherwise.length())) : letters;
    return shown.toString().toUpperCase(Locale.ROOT);
  }
}
