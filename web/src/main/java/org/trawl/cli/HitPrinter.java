package org.trawl.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.trawl.api.SearchParameters;
import org.trawl.explain.Listing;
import org.trawl.explain.Reading;
import org.trawl.explain.RepairText;
import org.trawl.query.ParsedQuery;
import org.trawl.search.Advice;
import org.trawl.search.Facet;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Standing;

/// Prints an answer for people to read. What matched is bold on a terminal and between `**`
/// elsewhere.
final class HitPrinter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String BOLD = "\u001B[1;33m";
  private static final String PLAIN = "\u001B[0m";

  /// Most letters of a hashed account's hash.
  private static final int HASH = 10;

  private final PrintWriter out;
  private final boolean colour = Boolean.getBoolean("trawl.colour");

  HitPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(
      SearchParameters search, SearchResult result, Advice advice, List<Standing> standings) {
    var query = search.query();
    out.printf(
        Locale.ROOT,
        "%s, %s, by %s (%.1f ms): %s%n",
        Listing.count(result.total(), "tweet", "tweets"),
        Listing.count(result.texts(), "text", "texts"),
        Listing.count(result.accounts(), "account", "accounts"),
        result.took().toNanos() / 1e6,
        TerminalText.of(Reading.of(query.ast())));
    print(query, advice, search.clauses());
    for (var facet : Facet.values()) {
      var counts = result.counts().facets().get(facet);
      if (counts != null && !counts.values().isEmpty()) {
        var values =
            counts.values().stream()
                .map(v -> String.format(Locale.ROOT, "%s %,d", shortened(v.label()), v.count()))
                .collect(Collectors.joining(", "));
        out.println("  " + facet.key() + ": " + values);
      }
    }
    for (var i = 0; i < result.hits().size(); i++) {
      out.println();
      print(result.hits().get(i));
      if (!standings.isEmpty()) {
        print(standings.get(i));
      }
    }
    out.flush();
  }

  private void print(ParsedQuery query, Advice advice, boolean counts) {
    if (counts) {
      for (var count : advice.clauses()) {
        out.printf(
            Locale.ROOT,
            "  %s by itself, %s without it: %s%n",
            number(count.alone()),
            number(count.without()),
            TerminalText.of(query.span(count.clause()).of(query.text())));
      }
    }
    advice
        .emptied()
        .ifPresent(count ->
            out.printf(
                Locale.ROOT,
                "Nothing fits %s (%s); %s there %s %s.%n",
                TerminalText.of(query.span(count.clause()).of(query.text())),
                TerminalText.of(Reading.of(count.clause())),
                RepairText.without(count.clause()),
                count.without().equals(OptionalLong.of(1)) ? "is" : "are",
                number(count.without())));
    if (!advice.repairs().isEmpty()) {
      out.println("What finds something:");
    }
    for (var repair : advice.repairs()) {
      out.printf(
          Locale.ROOT,
          "  %s%n    %s: %s%n",
          TerminalText.of(query.retyped(repair.query())),
          Listing.count(repair.total(), "tweet", "tweets"),
          TerminalText.of(RepairText.of(repair)));
    }
    if (advice.cut()) {
      out.println("Time ran out before every part was counted.");
    }
  }

  /// The number, or a question mark where time ran out.
  private static String number(OptionalLong number) {
    return number.isPresent() ? String.format(Locale.ROOT, "%,d", number.getAsLong()) : "?";
  }

  private void print(Hit hit) {
    var tweet = hit.tweet();
    var account = tweet.account();
    var name =
        account.hashed()
            ? "hashed account " + shortened(account.id())
            : "@" + TerminalText.of(account.screenName());
    out.printf(
        Locale.ROOT,
        "%s UTC  %s  %s %s %s  id %s%n",
        TIME.format(tweet.time()),
        name,
        TerminalText.of(tweet.source().operation()),
        tweet.kind().name().toLowerCase(Locale.ROOT),
        tweet.content().language(),
        tweet.id());
    out.println("  " + marked(hit).replace("\n", "\n  "));
    var counts = tweet.counts();
    out.printf(
        Locale.ROOT,
        "  %s, %s, %s, %s%s%s%n",
        Listing.count(counts.likes(), "like", "likes"),
        Listing.count(counts.retweets(), "retweet", "retweets"),
        Listing.count(counts.replies(), "reply", "replies"),
        Listing.count(counts.quotes(), "quote", "quotes"),
        hit.copies().tweets() > 1
            ? String.format(Locale.ROOT, "; same text ×%,d", hit.copies().tweets())
            : "",
        hit.similar() > hit.copies().tweets()
            ? String.format(Locale.ROOT, "; nearly the same ×%,d", hit.similar())
            : "");
  }

  private void print(Standing standing) {
    var parts =
        standing.parts().stream()
            .map(p -> "%+d %s (%s)".formatted(p.points(), p.what(), TerminalText.of(p.of())))
            .collect(Collectors.joining(", "));
    out.printf(Locale.ROOT, "  score %d: %s%n", standing.points(), parts);
  }

  private String marked(Hit hit) {
    var text = hit.tweet().content().text();
    var marked = new StringBuilder();
    var from = 0;
    for (var mark : hit.marks()) {
      marked.append(TerminalText.of(text.substring(from, mark.start())));
      marked.append(colour ? BOLD : "**");
      marked.append(TerminalText.of(text.substring(mark.start(), mark.end())));
      marked.append(colour ? PLAIN : "**");
      from = mark.end();
    }
    return marked.append(TerminalText.of(text.substring(from))).toString();
  }

  private static String shortened(String label) {
    var isHash = label.length() >= 40 && label.indexOf(' ') < 0;
    return isHash ? label.substring(0, HASH) + "…" : TerminalText.of(label);
  }
}
