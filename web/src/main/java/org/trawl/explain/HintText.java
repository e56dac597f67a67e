package org.trawl.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.trawl.query.QueryHint;

/// A hint about a query in words.
public final class HintText {
  private HintText() {}

  private static String nothingBetween(Instant since, Instant until) {
    var first = LocalDate.ofInstant(since, ZoneOffset.UTC);
    var last = LocalDate.ofInstant(until, ZoneOffset.UTC);
    return first.equals(last)
        ? "nothing was sent from "
            + first
            + " on and before it; for that day write since:"
            + first
            + " until:"
            + first.plusDays(1)
        : "nothing was sent from "
            + first
            + " on and before "
            + last
            + "; the other way round write since:"
            + last
            + " until:"
            + first.plusDays(1);
  }

  /// The words for a hint.
  public static String of(QueryHint hint) {
    return switch (hint) {
      case QueryHint.LowerCaseOperator(_, var word) ->
          "“"
              + word
              + "” was searched as a word; write "
              + word.toUpperCase(Locale.ROOT)
              + " for the operator";
      case QueryHint.IdleOperator(_, var operator) ->
          operator + " has nothing on one side and was left out";
      case QueryHint.LoneMinus _ ->
          "“-” stands alone and was left out; write it right before what is to be excluded";
      case QueryHint.SpaceAfterColon(_, var operator) ->
          "the space after " + operator.key() + ": was left out";
      case QueryHint.SpacedList(_, var operator) ->
          "the values of " + operator.key() + ": were read as alternatives, as if OR stood between";
      case QueryHint.QuestionMark(_, var word) ->
          "“?” stands for any one letter after “" + word + "”; leave it out if it ends a question";
      case QueryHint.BareNear _ ->
          "“NEAR” was searched as a word; write NEAR/5 for within five words";
      case QueryHint.InexactPattern(_, var pattern) ->
          "“=” was left out: patterns such as " + pattern + " match in any case";
      case QueryHint.Ignored(_, var what) -> "“" + what + "” changes nothing and was left out";
      case QueryHint.ShortLink _ ->
          "the archive knows links by the addresses they lead to, and t.co only where it does not:"
              + " search for the words beside the link, or for url: with a part of where it led";
      case QueryHint.SignsUnsearched(_, var word, var signs) ->
          "of “" + word + "” the letters and digits are searched, and not “" + signs + "”";
      case QueryHint.NothingBetween(_, var since, var until) -> nothingBetween(since, until);
      case QueryHint.Empty _ -> "empty quotes or brackets were left out";
    };
  }
}
