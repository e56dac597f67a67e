package org.trawl.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.query.QueryAst.TextField;

/// Writes a tree as a query that [QueryParser] reads as the same tree.
public final class QueryPrinter {
  private final StringBuilder out = new StringBuilder();

  private QueryPrinter() {}

  /// The query for a tree; empty for [QueryAst.All].
  public static String print(QueryAst ast) {
    if (ast instanceof QueryAst.All) {
      return "";
    }
    var printer = new QueryPrinter();
    printer.any(ast);
    return printer.out.toString();
  }

  private void any(QueryAst ast) {
    switch (ast) {
      case QueryAst.Or(var children) -> {
        for (int i = 0; i < children.size(); i++) {
          out.append(i == 0 ? "" : " OR ");
          any(children.get(i));
        }
      }
      case QueryAst.And(var children) -> {
        for (int i = 0; i < children.size(); i++) {
          out.append(i == 0 ? "" : " ");
          one(children.get(i));
        }
      }
      case QueryAst.All _, QueryAst.Not _, QueryAst.Text _, QueryAst.Operator _ -> one(ast);
    }
  }

  /// A node that holds together wherever it stands.
  private void one(QueryAst ast) {
    switch (ast) {
      case QueryAst.All _ -> out.append('*');
      case QueryAst.And _, QueryAst.Or _ -> bracketed(ast);
      case QueryAst.Not(var child) -> {
        out.append('-');
        if (child instanceof QueryAst.Not) {
          bracketed(child);
        } else {
          one(child);
        }
      }
      case QueryAst.Text(var field, var pattern) -> text(field, pattern);
      case QueryAst.From(var names) -> values("from", names);
      case QueryAst.To(var names) -> values("to", names);
      case QueryAst.Mention(var names) -> tagged('@', "mention", names);
      case QueryAst.RetweetsOf(var names) -> values("retweets_of", names);
      case QueryAst.Hashtag(var tags) -> tagged('#', "hashtag", tags);
      case QueryAst.Language(var codes) -> values("lang", codes);
      case QueryAst.Detected(var codes) -> values("detected", codes);
      case QueryAst.AccountLanguage(var codes) -> values("account_lang", codes);
      case QueryAst.Client(var names) -> values("client", names);
      case QueryAst.Operation(var names) -> values("operation", names);
      case QueryAst.Url(var texts) -> values("url", texts);
      case QueryAst.Domain(var hosts) -> values("domain", hosts);
      case QueryAst.Time(var since, var until) -> time(since, until);
      case QueryAst.Created(var since, var until) -> created(since, until);
      case QueryAst.Count(var metric, var min, var max) -> {
        out.append(metric.key());
        range(min, max, 0);
      }
      // Who reads it again reads it by the same clocks.
      case QueryAst.InZone(var count, _) -> {
        out.append(count.metric().key());
        range(count.min(), count.max(), 0);
      }
      case QueryAst.Is(var kinds) -> values("is", keys(kinds));
      case QueryAst.Has(var features) -> values("has", keys(features));
      case QueryAst.Ids(var ids) -> values("id", ids);
      case QueryAst.IdRange(var min, var max) -> {
        out.append("id");
        range(min, max, 1);
      }
      case QueryAst.LinkTo(var link, var ids) -> values(link.key(), ids);
      case QueryAst.CopiesOf(var ids) -> values("copies_of", ids);
      case QueryAst.SamePicture(var ids) -> values("same_picture", ids);
      case QueryAst.SimilarTo(var ids) -> values("similar_to", ids);
      case QueryAst.SimilarText(var texts) -> values("similar_text", texts);
    }
  }

  private void bracketed(QueryAst ast) {
    out.append('(');
    any(ast);
    out.append(')');
  }

  private void text(TextField field, TextPattern pattern) {
    if (field == TextField.TWEET) {
      out.append(PatternPrinter.print(pattern));
      return;
    }
    out.append(field.name().toLowerCase(Locale.ROOT)).append(':');
    if (pattern instanceof TextPattern.Wildcard(var wildcard) && wildcard.equals("*")) {
      out.append('*');
      return;
    }
    var printed = PatternPrinter.print(pattern);
    out.append(pattern instanceof TextPattern.Near ? "(" + printed + ")" : printed);
  }

  private void tagged(char sign, String key, List<String> names) {
    if (names.size() == 1 && names.getFirst().matches("_*[\\p{L}\\p{Nd}*?][\\p{L}\\p{Nd}_*?]*")) {
      out.append(sign).append(names.getFirst());
    } else {
      values(key, names);
    }
  }

  private void values(String key, Collection<?> values) {
    out.append(key).append(':');
    if (values.size() == 1) {
      out.append(value(values.iterator().next().toString()));
      return;
    }
    out.append(
        values.stream()
            .map(value -> value(value.toString()))
            .collect(Collectors.joining(" OR ", "(", ")")));
  }

  private static String value(String text) {
    var narrow = TypedText.narrow(text);
    boolean plain =
        text.matches("[\\p{L}\\p{Nd}_*?]([\\p{L}\\p{Nd}_*?.+=-]*[\\p{L}\\p{Nd}_*?+=])?")
            && !narrow.equals("OR")
            && !narrow.equals("AND")
            && !narrow.equals("NOT");
    return plain ? text : '"' + PatternPrinter.escapedInQuotes(text) + '"';
  }

  private static List<String> keys(Collection<? extends Enum<?>> values) {
    return values.stream().map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private void range(long min, long max, long lowest) {
    if (min == max && lowest == 0) {
      out.append(':').append(min);
    } else if (max == Long.MAX_VALUE) {
      out.append(":>=").append(min);
    } else if (min == lowest) {
      out.append(":<=").append(max);
    } else {
      out.append(":[").append(min).append(" TO ").append(max).append(']');
    }
  }

  private void time(Optional<Instant> since, Optional<Instant> until) {
    if (since.isEmpty()) {
      out.append("until:").append(moment(until.orElseThrow()));
    } else if (until.isEmpty()) {
      out.append("since:").append(moment(since.get()));
    } else {
      out.append("time:[").append(moment(since.get()));
      out.append(" TO ").append(moment(until.get())).append('}');
    }
  }

  private static String moment(Instant time) {
    var day = time.truncatedTo(ChronoUnit.DAYS);
    return day.equals(time) ? LocalDate.ofInstant(day, ZoneOffset.UTC).toString() : time.toString();
  }

  private void created(Optional<LocalDate> since, Optional<LocalDate> until) {
    if (since.isEmpty()) {
      out.append("created:<").append(until.orElseThrow());
    } else if (until.isEmpty()) {
      out.append("created:>=").append(since.get());
    } else if (since.get().plusDays(1).equals(until.get())) {
      out.append("created:").append(since.get());
    } else {
      out.append("created:[").append(since.get());
      out.append(" TO ").append(until.get()).append('}');
    }
  }
}
