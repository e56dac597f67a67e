package org.trawl.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trawl.query.QueryParser;

final class ReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " = ",
      quoteCharacter = '\0',
      value = {
        "* = every tweet",
        "brexit lang:en = the word “brexit” in any form, in English",
        "brexit nhs = the words “brexit” and “nhs” in any form",
        "a OR b OR c = any of the words “a”, “b” or “c” in any form",
        "\"brexit\" = the word “brexit” in just this form",
        "=Trump = the word “Trump” written exactly so",
        "\"black lives matter\" = the phrase “black lives matter”",
        "\"(trump|clinton) * rall*\" = the phrase “(trump or clinton) … rall*”",
        "elect* = a word like “elect*”",
        "hillary~ = a word like “hillary” with up to two letters changed",
        "/colou?r/ = a word that fits the pattern /colou?r/",
        "\"trump russia\"~5 = the word “trump” in just this form and the word “russia” in just this"
            + " form with at most 5 words between",
        "trump -clinton = the word “trump” in any form, without the word “clinton” in any form",
        "trump -from:TEN_GOP -is:retweet = the word “trump” in any form, not sent by @TEN_GOP, not"
            + " a retweet",
        "-* = no tweet",
        "(a OR b) -(c d) = (any of the words “a” or “b” in any form), not (the words “c” and “d” in"
            + " any form)",
        "a b OR c = (the words “a” and “b” in any form) or the word “c” in any form",
        "from:(TEN_GOP OR 123) = sent by @TEN_GOP or the user 123",
        "to:a @b #c = in reply to @a, mentioning @b, with the hashtag #c",
        "lang:(ru OR uk) detected:und = in Russian or Ukrainian, detected as no language that"
            + " could be told",
        "account_lang:en-gb = by an account whose language is set to “en-gb”",
        "since:2016 until:2017 = sent in 2016",
        "time:2016 = sent in 2016",
        "time:2016-06-24 = sent on 24 June 2016",
        "time:[2016-01 TO 2016-03] = sent 1 January – 31 March 2016",
        "since:2016-01-01T13:30 = sent from 1 January 2016, 13:30 UTC on",
        "created:2014-05 = by an account created in May 2014",
        "likes:1 = with 1 like",
        "likes:[10 TO 1000] = with 10 to 1,000 likes",
        "min_faves:10 = with at least 10 likes",
        "followers:<=10 = by an account with at most 10 followers",
        "copies:>=37 = with a text that at least 37 tweets have",
        "copies_of:(12 OR 3) = with the same text as tweet 12 or 3",
        "has:quote is:retweet = with a quoted tweet, a retweet",
        "url:breitbart domain:rt.com = with a link whose address has “breitbart”, with a link to"
            + " rt.com",
        "client:TweetDeck operation:ira = sent with “TweetDeck”, from the release “ira”",
        "is:(retweet OR quote) has:(images OR poll) = a retweet or a quote, with images or a poll",
        "id:7 retweets_of_tweet_id:8 = with the id 7, a retweet of the tweet 8",
        "since_id:10 = with an id from 11 on",
        "bio:(maga OR patriot) = by an account whose bio has the word “maga” in any form or by an"
            + " account whose bio has the word “patriot” in any form",
        "bio:* = by an account that states a bio",
      })
  void queryIsSaidInPlainWords(String query, String reading) {
    assertEquals(reading, Reading.of(QueryParser.parse(query).ast()));
  }

  @Test
  void longQueriesAreCutAndCounted() {
    var names = IntStream.range(0, 312).mapToObj(i -> "a" + i).collect(Collectors.joining(" OR "));
    assertTrue(
        Reading.of(QueryParser.parse("from:(" + names + ")").ast()).endsWith("@a11 or 300 more"));
    assertTrue(Reading.of(QueryParser.parse(names).ast()).endsWith("or 300 more in any form"));
    var phrases = names.replaceAll("(a\\d+)", "\"$1 x\"");
    assertTrue(Reading.of(QueryParser.parse(phrases).ast()).endsWith("or 300 more conditions"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " = ",
      quoteCharacter = '\0',
      value = {
        "form:a = there is no operator form: = did you mean from:?",
        "BREAKING:a = there is no operator BREAKING: = leave out the colon to search for the words",
        "\"a = this quote is never closed = close it at the end",
        "lang:rusian = lang: knows no “rusian”; write an ISO code such as ru, or the language's"
            + " English name = did you mean ru?",
        "has:retweets = has: knows no “retweets”; it knows media, images, videos, gifs, links,"
            + " hashtags, mentions, geo, poll, exif and quote = did you mean is:retweet?",
        "since:2016-02-30 = “2016-02-30” is not a date; dates look like 2016-06-24, 2016-06 or 2016"
            + " = did you mean 2016-02-29?",
        "from: = from: needs a value, such as from:TEN_GOP = leave it out",
        "conversation_id:5 = the archive holds nothing for conversation_id = leave it out",
        "/a**/ = the pattern /a**/ cannot be read: it holds a sign that is not supported here ="
            + " search for the plain words",
      })
  void problemIsSaidInPlainWords(String query, String message, String suggestion) {
    var text = ProblemText.of(QueryParser.parse(query).problems().getFirst());
    assertEquals(message, text.message());
    assertEquals(suggestion, text.suggestion().orElseThrow());
  }

  @Test
  void everyProblemAndHintHasWords() {
    for (var query :
        new String[] {
          "\"a",
          "(a",
          "a)",
          "form:a",
          "near:a",
          "from:",
          "lang:xx",
          "from:(a -b)",
          "from:(a AND b)",
          "since:x",
          "likes:x",
          "id:x",
          "id:1.0E+18",
          "likes:[1",
          "likes:[2 TO 1]",
          "/(/",
          "a~9",
          "\"a b\"~",
          "a NEAR/5 from:b",
          "(a ".repeat(200),
          "a ".repeat(5000),
          "a".repeat(70_000),
          "from: a",
          "a or b",
          "a AND",
          "from:(a b)",
          "what?",
          "a NEAR b",
          "=a*",
          "a^2",
          "()"
        }) {
      var parsed = QueryParser.parse(query);
      assertFalse(parsed.problems().isEmpty() && parsed.hints().isEmpty(), query);
      parsed
          .problems()
          .forEach(problem -> assertFalse(ProblemText.of(problem).message().isBlank()));
      parsed.hints().forEach(hint -> assertFalse(HintText.of(hint).isBlank()));
    }
  }
}
