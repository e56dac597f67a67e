package org.trawl.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trawl.page.TextPart.Run;
import org.trawl.search.SearchResult.Span;

/// Cuts a tweet's text into what its page shows: plain text, hashtags, mentions and links, each
/// with what matched in it marked.
final class TweetText {
  /// An address; a hashtag of letters, marks, digits and `_` of any script that is no number; a
  /// mention, whose name can be a hash.
  private static final Pattern ENTITY =
      Pattern.compile(
          "(?<url>https?://[^\\s\\p{Cc}…]+)"
              + "|(?<![\\p{L}\\p{N}_&])[#＃](?<tag>[\\p{N}_]*[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}_]*)"
              + "|(?<![\\p{L}\\p{N}_])[@＠](?<name>[A-Za-z0-9+]{39,44}={0,2}|[0-9A-Za-z_]{1,64})");

  private TweetText() {}

  static List<TextPart> parts(String text, List<Span> marks) {
    var parts = new ArrayList<TextPart>();
    int done = 0;
    Matcher entity = ENTITY.matcher(text);
    while (entity.find()) {
      plain(parts, text, done, entity.start(), marks);
      parts.add(part(text, entity, marks));
      done = entity.end();
    }
    plain(parts, text, done, text.length(), marks);
    return parts;
  }

  private static TextPart part(String text, Matcher entity, List<Span> marks) {
    var runs = runs(text, entity.start(), entity.end(), marks);
    if (entity.group("url") != null) {
      return new TextPart(runs, Optional.empty(), true);
    }
    var query =
        entity.group("tag") != null ? "#" + entity.group("tag") : "@" + entity.group("name");
    return new TextPart(runs, Optional.of(SearchAddress.query(query).href()), false);
  }

  private static void plain(
      List<TextPart> parts, String text, int start, int end, List<Span> marks) {
    if (start < end) {
      parts.add(new TextPart(runs(text, start, end, marks), Optional.empty(), false));
    }
  }

  private static List<Run> runs(String text, int start, int end, List<Span> marks) {
    var runs = new ArrayList<Run>();
    int done = start;
    for (var mark : marks) {
      int from = Math.max(mark.start(), done);
      int to = Math.min(mark.end(), end);
      if (from >= to) {
        continue;
      }
      if (done < from) {
        runs.add(new Run(text.substring(done, from), false));
      }
      runs.add(new Run(text.substring(from, to), true));
      done = to;
    }
    if (done < end) {
      runs.add(new Run(text.substring(done, end), false));
    }
    return runs;
  }
}
