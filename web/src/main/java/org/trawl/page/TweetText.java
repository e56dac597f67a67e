package org.trawl.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trawl.page.TextPart.Run;
import org.trawl.search.SearchResult.Span;
import org.trawl.tweet.Hashtag;

/// Cuts a tweet's text into what its page shows: plain text, hashtags, mentions and links, each
/// with what matched in it marked.
final class TweetText {
  /// An address; a hashtag's sign; a mention, whose name can be a hash.
  private static final Pattern ENTITY =
      Pattern.compile(
          "(?<url>https?://[^\\s\\p{Cc}…]+)"
              + "|(?<!&)(?<tag>[#＃])"
              + "|(?<![\\p{L}\\p{N}_])[@＠](?<name>[A-Za-z0-9+]{39,44}={0,2}|[0-9A-Za-z_]{1,64})");

  private TweetText() {}

  /// @param hashtags those that the archive says the text has: a number is a hashtag only there
  static List<TextPart> parts(String text, List<Span> marks, List<String> hashtags) {
    var known = hashtags.stream().map(Hashtag::key).collect(Collectors.toUnmodifiableSet());
    var parts = new ArrayList<TextPart>();
    int done = 0;
    Matcher entity = ENTITY.matcher(text);
    while (entity.find()) {
      int end = entity.end();
      if (entity.group("tag") != null) {
        end = Hashtag.end(text, entity.end());
        var tag = text.substring(entity.end(), end);
        if (entity.start() < done || !(isWord(tag) || known.contains(Hashtag.key(tag)))) {
          continue;
        }
      }
      plain(parts, text, done, entity.start(), marks);
      parts.add(part(text, entity, end, marks));
      done = end;
    }
    plain(parts, text, done, text.length(), marks);
    return parts;
  }

  private static boolean isWord(String tag) {
    return tag.codePoints().anyMatch(Character::isLetter);
  }

  private static TextPart part(String text, Matcher entity, int end, List<Span> marks) {
    var runs = runs(text, entity.start(), end, marks);
    if (entity.group("url") != null) {
      return new TextPart(runs, Optional.empty(), true);
    }
    var query =
        entity.group("tag") != null
            ? "#" + text.substring(entity.end(), end)
            : "@" + entity.group("name");
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
