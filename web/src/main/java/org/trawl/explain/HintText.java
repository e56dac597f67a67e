package org.trawl.explain;

import java.util.Locale;
import org.trawl.query.QueryHint;

/// A hint about a query in words.
public final class HintText {
  private HintText() {}

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
      case QueryHint.Empty _ -> "empty quotes or brackets were left out";
    };
  }
}
