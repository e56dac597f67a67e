package org.trawl.tweet;

/// HTML escapes of a tweet's text, resolved once: Twitter escaped `&`, `<` and `>` and no more.
final class Entities {
  private Entities() {}

  static String resolve(String text) {
    var at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    var from = 0;
    while (at >= 0) {
      plain.append(text, from, at);
      from = at;
      if (text.startsWith("&amp;", at)) {
        plain.append('&');
        from += 5;
      } else if (text.startsWith("&lt;", at)) {
        plain.append('<');
        from += 4;
      } else if (text.startsWith("&gt;", at)) {
        plain.append('>');
        from += 4;
      } else {
        plain.append('&');
        from++;
      }
      at = text.indexOf('&', from);
    }
    return plain.append(text, from, text.length()).toString();
  }
}
