package org.trawl.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A tree, problems and hints in one line each, for tables that people read.
final class Dump {
  private Dump() {}

  static String tree(QueryAst ast) {
    return switch (ast) {
      case QueryAst.All _ -> "all";
      case QueryAst.And(var children) -> trees("and", children);
      case QueryAst.Or(var children) -> trees("or", children);
      case QueryAst.Not(var child) -> "not(" + tree(child) + ")";
      case QueryAst.Text(var field, var pattern) ->
          field == QueryAst.TextField.TWEET
              ? pattern(pattern)
              : field.name().toLowerCase(Locale.ROOT) + "(" + pattern(pattern) + ")";
      case QueryAst.Time(var since, var until) ->
          "time("
              + since.map(Object::toString).orElse("")
              + " .. "
              + until.map(Object::toString).orElse("")
              + ")";
      case QueryAst.Created(var since, var until) ->
          "created("
              + since.map(Object::toString).orElse("")
              + " .. "
              + until.map(Object::toString).orElse("")
              + ")";
      case QueryAst.InZone(var count, var zone) -> tree(count) + " in " + zone;
      case QueryAst.Count(var metric, var min, var max) ->
          metric.key() + "(" + range(min, max) + ")";
      case QueryAst.IdRange(var min, var max) -> "ids(" + range(min, max) + ")";
      case QueryAst.LinkTo(var link, var ids) ->
          link.name().toLowerCase(Locale.ROOT) + "-of" + values(ids);
      case QueryAst.CopiesOf(var ids) -> "copies-of" + values(ids);
      case QueryAst.SamePicture(var ids) -> "same-picture" + values(ids);
      case QueryAst.SimilarTo(var ids) -> "similar-to" + values(ids);
      case QueryAst.SimilarText(var texts) -> "similar-text" + values(texts);
      case QueryAst.From(var names) -> "from" + values(names);
      case QueryAst.To(var names) -> "to" + values(names);
      case QueryAst.Mention(var names) -> "mention" + values(names);
      case QueryAst.RetweetsOf(var names) -> "retweets-of" + values(names);
      case QueryAst.Hashtag(var tags) -> "hashtag" + values(tags);
      case QueryAst.Language(var codes) -> "lang" + values(codes);
      case QueryAst.Detected(var codes) -> "detected" + values(codes);
      case QueryAst.AccountLanguage(var codes) -> "account-lang" + values(codes);
      case QueryAst.Url(var texts) -> "url" + values(texts);
      case QueryAst.Domain(var hosts) -> "domain" + values(hosts);
      case QueryAst.Client(var names) -> "client" + values(names);
      case QueryAst.Operation(var names) -> "operation" + values(names);
      case QueryAst.Is(var kinds) -> "is" + values(kinds).toLowerCase(Locale.ROOT);
      case QueryAst.Has(var features) -> "has" + values(features).toLowerCase(Locale.ROOT);
      case QueryAst.Ids(var ids) -> "id" + values(ids);
    };
  }

  static String notices(ParsedQuery parsed) {
    var notices = new ArrayList<String>();
    for (var problem : parsed.problems()) {
      notices.add(
          problem.getClass().getSimpleName()
              + at(problem.span())
              + problem.mend().map(mend -> " -> ⟦" + mend.apply(parsed.text()) + "⟧").orElse(""));
    }
    for (var hint : parsed.hints()) {
      notices.add("hint " + hint.getClass().getSimpleName() + at(hint.span()));
    }
    return String.join("; ", notices);
  }

  private static String at(TextSpan span) {
    return "@" + span.offset() + "+" + span.length();
  }

  private static String range(long min, long max) {
    return min + ".." + (max == Long.MAX_VALUE ? "" : max);
  }

  private static String values(Iterable<?> values) {
    var texts = new ArrayList<String>();
    values.forEach(value -> texts.add(value.toString()));
    return "(" + String.join(", ", texts) + ")";
  }

  private static String trees(String name, List<QueryAst> children) {
    return children.stream().map(Dump::tree).collect(Collectors.joining(" ", name + "(", ")"));
  }

  static String pattern(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Word(var text, var precision) ->
          switch (precision) {
            case FORMS -> text;
            case FOLDED -> "\"" + text + "\"";
            case EXACT -> "=" + text;
          };
      case TextPattern.Wildcard(var wildcard) -> "wild<" + wildcard + ">";
      case TextPattern.Fuzzy(var text, var edits) -> "fuzzy" + edits + "<" + text + ">";
      case TextPattern.Regex(var regex) -> "regex<" + regex + ">";
      case TextPattern.AnyWord() -> "any";
      case TextPattern.Phrase(var slots) -> patterns("phrase", slots);
      case TextPattern.Near(var operands, var distance) -> patterns("near" + distance, operands);
      case TextPattern.Alternatives(var patterns) -> patterns("alt", patterns);
    };
  }

  private static String patterns(String name, List<TextPattern> patterns) {
    return patterns.stream().map(Dump::pattern).collect(Collectors.joining(" ", name + "[", "]"));
  }
}
