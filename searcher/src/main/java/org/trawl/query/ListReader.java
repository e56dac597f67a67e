package org.trawl.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trawl.query.ValueList.Kind;
import org.trawl.query.ValueList.Reason;
import org.trawl.query.ValueList.Unread;
import org.trawl.query.ValueList.Value;
import org.trawl.query.ValueList.Words;

/// Reads a [ValueList]: takes the text apart, and tells what each part is by its shape.
final class ListReader {
  /// Byte order and direction marks, and spaces of no width: copied along, and meaning nothing.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

  /// The longest value; addresses are searched up to this length too.
  private static final int MAX_LENGTH = 2048;

  private static final int MAX_HOST = 253;

  private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\p{Z}]+");
  private static final String SEPARATORS = ",;|،؛、，；";
  private static final Pattern BETWEEN = Pattern.compile("[" + SEPARATORS + "]+");

  /// Commas may be part of an address; between two values, another one begins after them.
  private static final Pattern BETWEEN_LINKS = Pattern.compile("[,;|]+(?=https?://|[@#\"]|$)");

  private static final String QUOTES = "\"'`“”„‘’‚«»‹›";
  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>";

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,50}");

  /// What stands in releases for an account that few followed: a digest in Base64 or in hex.
  private static final Pattern DIGEST =
      Pattern.compile("[A-Za-z0-9+/]{36,44}={0,2}|[0-9a-fA-F]{64}");

  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{So}·・.'’&+-]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern ROUNDED = Pattern.compile("[0-9]([.][0-9]*)?[eE]\\+?[0-9]{1,3}");
  private static final Pattern SCHEME = Pattern.compile("(?i)https?://+");

  private static final Pattern HOST =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_-]*[\\p{L}\\p{M}\\p{N}])?\\.)+"
              + "(?:\\p{L}[\\p{L}\\p{M}]+|xn--[a-z0-9-]+)");

  private static final Pattern TWITTER =
      Pattern.compile("(?:(?:www|m|mobile)\\.)?(?:twitter|x)\\.com");

  /// First parts of paths on Twitter's site that are no handles.
  private static final Set<String> NO_HANDLES =
      Set.of(
          "about",
          "compose",
          "download",
          "explore",
          "hashtag",
          "home",
          "i",
          "intent",
          "login",
          "messages",
          "notifications",
          "privacy",
          "search",
          "settings",
          "share",
          "signup",
          "tos");

  /// What a table's heading calls such values.
  private static final Set<String> HEADINGS =
      Set.of(
          "account",
          "accounts",
          "author",
          "domain",
          "handle",
          "handles",
          "hashtag",
          "hashtags",
          "id",
          "ids",
          "link",
          "links",
          "screen_name",
          "tweet_id",
          "tweetid",
          "url",
          "urls",
          "user_id",
          "user_screen_name",
          "userid",
          "username");

  private final Words words;
  private final List<Value> values = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Set<Value> known = new HashSet<>();
  private int repeated;
  private int excess;

  ListReader(Words words) {
    this.words = words;
  }

  ValueList read(String text) {
    var headings = new ArrayList<String>();
    for (var part : SPACE.split(INVISIBLE.matcher(text).replaceAll(""))) {
      for (var typed : parts(part)) {
        var bare = bare(typed);
        boolean isFirst = values.isEmpty() && unread.isEmpty();
        if (isFirst && HEADINGS.contains(bare.toLowerCase(Locale.ROOT))) {
          headings.add(bare);
        } else if (!bare.isEmpty()) {
          take(bare);
        }
      }
    }
    if (values.isEmpty() && unread.isEmpty()) {
      // What heads nothing is a value.
      headings.forEach(this::take);
    }
    return new ValueList(values, unread, repeated, excess);
  }

  /// What stands apart by commas, of a text without spaces. From the first scheme on, a comma parts
  /// two values only where another one visibly begins.
  private static List<String> parts(String text) {
    var scheme = SCHEME.matcher(text);
    if (!scheme.find()) {
      return List.of(BETWEEN.split(text));
    }
    int links = scheme.start();
    while (links > 0 && !BETWEEN.matcher(text.substring(links - 1, links)).matches()) {
      links--;
    }
    var parts = new ArrayList<>(List.of(BETWEEN.split(text.substring(0, links))));
    parts.addAll(List.of(BETWEEN_LINKS.split(text.substring(links))));
    return parts;
  }

  /// Without the quotes and brackets around it, and without a separator that stood before a quote.
  private static String bare(String typed) {
    int start = 0;
    int end = typed.length();
    while (start < end) {
      int opening = OPENING.indexOf(typed.charAt(start));
      if (QUOTES.indexOf(typed.charAt(start)) >= 0) {
        start++;
      } else if (QUOTES.indexOf(typed.charAt(end - 1)) >= 0
          || SEPARATORS.indexOf(typed.charAt(end - 1)) >= 0) {
        end--;
      } else if (opening >= 0 && typed.charAt(end - 1) == CLOSING.charAt(opening)) {
        start++;
        end--;
      } else {
        break;
      }
    }
    return typed.substring(start, Math.max(start, end));
  }

  private void take(String typed) {
    if (values.size() + unread.size() == ValueList.MAX_VALUES) {
      excess++;
      return;
    }
    boolean isShort = typed.length() <= MAX_LENGTH;
    var cut = isShort ? typed : typed.substring(0, MAX_LENGTH);
    var value = isShort ? value(typed) : Optional.<Value>empty();
    if (value.isEmpty()) {
      unread.add(new Unread(cut, reason(cut)));
    } else if (known.add(same(value.get()))) {
      values.add(value.get());
    } else {
      repeated++;
    }
  }

  /// The value by which others are known to be the same: case makes no difference but in digests.
  private static Value same(Value value) {
    return DIGEST.matcher(value.text()).matches()
        ? value
        : new Value(value.kind(), value.text().toLowerCase(Locale.ROOT));
  }

  private Optional<Value> value(String typed) {
    char sign = typed.charAt(0);
    if (sign == '@' || sign == '＠') {
      return account(withoutSigns(typed));
    }
    if (sign == '#' || sign == '＃') {
      return hashtag(withoutSigns(typed));
    }
    if (NUMBER.matcher(typed).matches()) {
      return id(typed);
    }
    if (DIGEST.matcher(typed).matches()) {
      return Optional.of(new Value(Kind.ACCOUNT, typed));
    }
    var address = SCHEME.matcher(typed);
    if (address.lookingAt()) {
      return address(typed.substring(address.end()));
    }
    if (isHost(host(typed))) {
      return address(typed);
    }
    return words == Words.HASHTAGS ? hashtag(typed) : account(typed);
  }

  private Reason reason(String typed) {
    if (ROUNDED.matcher(typed).matches()) {
      return Reason.ROUNDED_ID;
    }
    if (NUMBER.matcher(typed).matches()) {
      return Reason.NO_ID;
    }
    if (SCHEME.matcher(typed).lookingAt() || isHost(host(typed))) {
      return Reason.NO_ADDRESS;
    }
    boolean isTag = typed.startsWith("#") || typed.startsWith("＃");
    boolean isHandle = typed.startsWith("@") || typed.startsWith("＠");
    return isTag || (words == Words.HASHTAGS && !isHandle) ? Reason.NO_HASHTAG : Reason.NO_HANDLE;
  }

  private static String withoutSigns(String typed) {
    int start = 0;
    while (start < typed.length() && "@＠#＃".indexOf(typed.charAt(start)) >= 0) {
      start++;
    }
    return typed.substring(start);
  }

  private static Optional<Value> account(String name) {
    boolean fits = HANDLE.matcher(name).matches() || DIGEST.matcher(name).matches();
    return fits ? Optional.of(new Value(Kind.ACCOUNT, name)) : Optional.empty();
  }

  private static Optional<Value> hashtag(String tag) {
    return TAG.matcher(tag).matches()
        ? Optional.of(new Value(Kind.HASHTAG, tag))
        : Optional.empty();
  }

  private static Optional<Value> id(String digits) {
    try {
      long id = Long.parseLong(digits);
      return id > 0 ? Optional.of(new Value(Kind.ID, Long.toString(id))) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// The host of an address without scheme, with its port.
  private static String host(String address) {
    int end = 0;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return address.substring(0, end);
  }

  private static boolean isHost(String text) {
    return text.length() <= MAX_HOST && HOST.matcher(text).matches();
  }

  private static Optional<Value> address(String address) {
    var host = host(address).toLowerCase(Locale.ROOT);
    if (!isHost(host)) {
      return Optional.empty();
    }
    var rest = address.substring(host.length());
    if (TWITTER.matcher(host).matches() && rest.length() > 1) {
      return onTwitter(rest);
    }
    boolean isSite = rest.matches("(?::[0-9]*)?[/?#]*");
    var plain = host.startsWith("www.") ? host.substring(4) : host;
    return Optional.of(isSite ? new Value(Kind.SITE, plain) : new Value(Kind.LINK, plain + rest));
  }

  /// The tweet, account or hashtag that a page of Twitter's is about.
  private static Optional<Value> onTwitter(String rest) {
    var path = rest.replaceFirst("[?#].*", "").replaceFirst("^[:0-9]*/+", "").split("/+");
    int status = List.of(path).indexOf("status");
    status = status < 0 ? List.of(path).indexOf("statuses") : status;
    if (status >= 0 && status + 1 < path.length) {
      var digits = path[status + 1].replaceFirst("[^0-9].*", "");
      return digits.isEmpty() ? Optional.empty() : id(digits);
    }
    if (path.length > 1 && path[0].equals("hashtag")) {
      return decoded(path[1]).flatMap(ListReader::hashtag);
    }
    if (path.length > 2 && path[0].equals("i") && path[1].equals("user")) {
      return id(path[2]).map(id -> new Value(Kind.ACCOUNT, id.text()));
    }
    var name = path[0].startsWith("@") ? path[0].substring(1) : path[0];
    boolean isHandle =
        HANDLE.matcher(name).matches() && !NO_HANDLES.contains(name.toLowerCase(Locale.ROOT));
    return isHandle ? account(name) : Optional.empty();
  }

  private static Optional<String> decoded(String escaped) {
    try {
      return Optional.of(URLDecoder.decode(escaped, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
