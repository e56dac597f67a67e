package org.trawl.explain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.trawl.query.Mend;
import org.trawl.query.Operator;
import org.trawl.query.QueryLimits;
import org.trawl.query.QueryProblem;
import org.trawl.query.RegexSyntax;

/// A problem of a query in words.
///
/// @param message what is wrong, one sentence without its full stop
/// @param suggestion how to mend it, where that can be told; what a click does is
///   [QueryProblem#mend]
public record ProblemText(String message, Optional<String> suggestion) {
  private static final String LEAVE_OUT = "leave it out";

  public ProblemText {
    requireNonNull(message, "message");
    requireNonNull(suggestion, "suggestion");
  }

  /// The words for a problem.
  public static ProblemText of(QueryProblem problem) {
    return switch (problem) {
      case QueryProblem.UnclosedQuote(_, var mend) ->
          new ProblemText(
              "this quote is never closed",
              mend.map(m -> m.replacement().isEmpty() ? "leave it out" : "close it at the end"));
      case QueryProblem.UnclosedBracket(_, var mend) ->
          with(
              "this bracket is never closed",
              mend.filter(ProblemText::cuts).isPresent() ? LEAVE_OUT : "close it at the end");
      case QueryProblem.UnopenedBracket _ -> with("nothing opened this bracket", "leave it out");
      case QueryProblem.UnknownOperator(_, var name, var nearest, _) ->
          new ProblemText(
              "there is no operator " + name + ":",
              Optional.of(
                  nearest
                      .map(near -> "did you mean " + near + ":?")
                      .orElse("leave out the colon to search for the words")));
      case QueryProblem.NotInArchive(_, var operator, _) ->
          with("the archive holds nothing for " + operator, "leave it out");
      case QueryProblem.MissingValue(_, var operator, _) ->
          with(operator.key() + ": needs a value, such as " + example(operator), "leave it out");
      case QueryProblem.UnknownValue(_, var operator, var found, var nearest, var mend) ->
          new ProblemText(
              operator.key() + ": knows no “" + found + "”" + known(operator),
              nearest
                  .map(near -> "did you mean " + near + "?")
                  .or(() -> mend.map(ProblemText::meant)));
      case QueryProblem.NegatedValue(_, var operator, var found, _) ->
          with(
              "“" + found + "” stands in a list of alternatives, where nothing can be excluded",
              "leave it out here and write -" + operator.key() + ":… beside the list");
      case QueryProblem.AndInList _ ->
          with("the values in these brackets are alternatives; AND cannot join them", "write OR");
      case QueryProblem.BadDate(_, var found, var mend) ->
          new ProblemText(
              "“" + found + "” is not a date; dates look like 2016-06-24, 2016-06 or 2016",
              mend.map(ProblemText::meant));
      case QueryProblem.BadNumber(_, var operator, var found, var mend) ->
          new ProblemText(
              "“"
                  + found
                  + "” is not a whole number; write "
                  + example(operator)
                  + " or "
                  + operator.key()
                  + ":>=10",
              mend.map(ProblemText::meant));
      case QueryProblem.BadId bad -> new ProblemText(badId(bad), leaveOut(bad.mend()));
      case QueryProblem.BadRange(_, var operator, var found, var mend) ->
          new ProblemText(
              "“"
                  + found
                  + "” is not a range; ranges look like "
                  + operator.key()
                  + ":["
                  + ends(operator)
                  + "]",
              mend.map(ProblemText::meant));
      case QueryProblem.EmptyRange(_, _, var found, var mend) ->
          new ProblemText(
              "nothing lies in the range “" + found + "”",
              mend.map(m -> cuts(m) ? LEAVE_OUT : "swap its ends"));
      case QueryProblem.BadRegex(_, var found, var fault, _) ->
          with(
              "the pattern /" + found + "/ cannot be read: " + fault(fault),
              "search for the plain words");
      case QueryProblem.BadEdits(_, var found, _) ->
          with("“" + found + "” letters cannot differ; ~1 and ~2 can be asked for", "write 2");
      case QueryProblem.BadDistance(_, var found, var mend) ->
          new ProblemText(
              (found.isEmpty()
                  ? "a number of words is missing here"
                  : "“" + found + "” is not a number of words"),
              mend.map(m -> "write " + m.replacement()));
      case QueryProblem.NearNeedsWords _ ->
          with(
              "NEAR needs a word, a phrase or a bracket of alternatives on each side", "write AND");
      case QueryProblem.TooDeep _ ->
          only("brackets can be nested " + QueryLimits.MAX_DEPTH + " deep, and no deeper");
      case QueryProblem.TooLong(_, int length) ->
          only(
              "a query can have "
                  + Listing.number(QueryLimits.MAX_LENGTH)
                  + " characters; this has "
                  + Listing.number(length));
      case QueryProblem.TooManyTerms _ ->
          only(
              "a query can have "
                  + Listing.number(QueryLimits.MAX_TERMS)
                  + " terms; this is one more");
      case QueryProblem.TooManyValues _ ->
          only(
              "a list can have "
                  + Listing.number(QueryLimits.MAX_VALUES)
                  + " values; this is one more");
      case QueryProblem.TooBroad(_, var pattern, int words) ->
          only(
              "more than "
                  + Listing.number(words)
                  + " words of the archive fit “"
                  + pattern
                  + "”; add some letters");
      case QueryProblem.TooManyWords(_, var pattern, int words) ->
          only(
              "the patterns up to “"
                  + pattern
                  + "” fit more than "
                  + Listing.number(words)
                  + " words of the archive in all; leave some out or add some letters");
      case QueryProblem.TooComplex(_, var pattern) ->
          only("“" + pattern + "” is too complex to run; write a shorter pattern");
      case QueryProblem.NotOffered(_, var part) ->
          with(
              "“" + part + "” cannot be searched for on a cluster, only in an index folder",
              LEAVE_OUT);
      case QueryProblem.TooManyCandidates(_, var part, int limit) ->
          only(
              "more than "
                  + Listing.number(limit)
                  + " tweets have the words of “"
                  + part
                  + "”, which is too many for a cluster to look how they lie in each; take out"
                  + " frequent words or alternatives, or search an index folder");
      case QueryProblem.TooManyParts _ ->
          only(
              "this has more parts, with the words that its patterns stand for, than the cluster"
                  + " lets a query have; leave some out, or have its administrator raise"
                  + " indices.query.bool.max_clause_count");
    };
  }

  private static String meant(Mend mend) {
    return cuts(mend) ? "or leave it out" : "did you mean " + mend.replacement() + "?";
  }

  private static Optional<String> leaveOut(Optional<Mend> mend) {
    return mend.map(_ -> LEAVE_OUT);
  }

  /// Whether a mend takes something away and puts nothing in its place, but for brackets to close.
  private static boolean cuts(Mend mend) {
    return mend.span().length() > 0 && mend.replacement().replace(")", "").isBlank();
  }

  private static ProblemText with(String message, String suggestion) {
    return new ProblemText(message, Optional.of(suggestion));
  }

  private static ProblemText only(String message) {
    return new ProblemText(message, Optional.empty());
  }

  private static String badId(QueryProblem.BadId bad) {
    return bad.rounded()
        ? "“"
            + bad.found()
            + "” was an id before a spreadsheet rounded it; its last digits are lost"
        : "“" + bad.found() + "” is not an id; ids are numbers such as 746272130992644096";
  }

  private static String known(Operator operator) {
    return switch (operator) {
      case IS -> "; it knows tweet, retweet, reply and quote";
      case HAS ->
          "; it knows media, images, videos, gifs, links, hashtags, mentions, geo, poll, exif and"
              + " quote";
      case LANG, DETECTED -> "; write an ISO code such as ru, or the language's English name";
      default -> "";
    };
  }

  private static String ends(Operator operator) {
    return switch (operator) {
      case TIME, SINCE, UNTIL, SINCE_TIME, UNTIL_TIME, CREATED -> "2016-01-01 TO 2016-12-31";
      case HOUR -> "9 TO 17";
      case WEEKDAY -> "mon TO fri";
      default -> "10 TO 100";
    };
  }

  /// An operator with a value, for those who do not know what it takes.
  private static String example(Operator operator) {
    return operator.key()
        + ":"
        + switch (operator) {
          case FROM, TO, MENTION, RETWEETS_OF -> "TEN_GOP";
          case HASHTAG -> "maga";
          case LANG, DETECTED, ACCOUNT_LANG -> "ru";
          case SINCE, UNTIL, TIME, CREATED -> "2016-06-24";
          case SINCE_TIME, UNTIL_TIME -> "1466755200";
          case URL -> "breitbart";
          case DOMAIN -> "rt.com";
          case CLIENT -> "TweetDeck";
          case IS -> "retweet";
          case HAS -> "images";
          case FILTER, EXCLUDE -> "replies";
          case INCLUDE -> "nativeretweets";
          case LIKES, RETWEETS, REPLIES, QUOTES, FOLLOWERS, FOLLOWING, COPIES, SIMILAR -> "10";
          case HOUR -> "9";
          case WEEKDAY -> "mon";
          case MIN_LIKES, MIN_RETWEETS, MIN_REPLIES, MIN_QUOTES -> "10";
          case FOLLOWERS_COUNT, FOLLOWING_COUNT -> "1000";
          case RETWEETS_OF_TWEET_ID,
              QUOTES_OF_TWEET_ID,
              IN_REPLY_TO_TWEET_ID,
              COPIES_OF,
              SIMILAR_TO,
              SAME_PICTURE,
              ID,
              SINCE_ID,
              MAX_ID ->
              "746272130992644096";
          case OPERATION -> "ira";
          case TEXT -> "brexit";
          case SIMILAR_TEXT -> "\"we love our country\"";
          case NAME, BIO -> "patriot";
          case LOCATION -> "Moscow";
        };
  }

  private static String fault(RegexSyntax.Fault fault) {
    return switch (fault) {
      case EMPTY -> "a part of it is empty";
      case OPEN_BRACKET -> "a bracket is never closed";
      case STRAY_BRACKET -> "nothing opened a bracket";
      case BAD_CLASS -> "what stands in [ ] is no set of letters";
      case NOTHING_TO_REPEAT -> "a sign such as * repeats what stands before it, and nothing does";
      case BAD_REPEAT -> "{ } takes a count of up to 100, or two such as {2,5}";
      case DANGLING_ESCAPE -> "nothing follows its last \\";
      case UNSUPPORTED -> "it holds a sign that is not supported here";
      case TOO_LONG -> "it is longer than any word";
      case SPACE -> "it looks at one word, and no word has a space in it";
      case TOO_COMPLEX -> "it is too complex to run";
      case TOO_DEEP -> "its brackets are nested too deep";
    };
  }
}
