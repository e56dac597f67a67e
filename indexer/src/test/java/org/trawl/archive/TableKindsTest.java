package org.trawl.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.Tweet.Kind;

/// Issue 15, numbers 1 to 5, 8 and 9: what tables of other programs hold, by tables of a few rows.
class TableKindsTest {
  private static final String REFERENCES =
      "tweetid,userid,user_screen_name,tweet_text,tweet_time,in_reply_to_userid,"
          + "in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_tweetid,urls";

  private static final String CLEMSON =
      "external_author_id,author,content,region,language,publish_date,harvested_date,following,"
          + "followers,updates,post_type,account_type,retweet,account_category,new_june_2018,"
          + "alt_external_id,tweet_id,article_url,tco1_step1,tco2_step1,tco3_step1";

  private static final String NBC =
      "\"user_id\",\"user_key\",\"created_at\",\"created_str\",\"retweet_count\",\"retweeted\","
          + "\"favorite_count\",\"text\",\"tweet_id\",\"source\",\"hashtags\",\"expanded_urls\","
          + "\"posted\",\"mentions\",\"retweeted_status_id\",\"in_reply_to_status_id\"";

  /// Sent 2016-06-24 09:12 by its id, within the minute that a row may be off.
  private static final long ID = 746269862363987968L;

  @TempDir private Path folder;

  private ReadRows read(String name, String... lines) throws IOException {
    return ReadRows.of(Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n"));
  }

  private ReadRows tweets(String... lines) throws IOException {
    return read("ira_tweets_csv_hashed.csv", lines);
  }

  /// 1
  @Test
  void roundedReferenceStillSaysWhatTweetIs() throws IOException {
    var read =
        tweets(
            REFERENCES,
            ID + ",98336677.0,ann,a quote,2016-06-24 09:11,,,7.4e+17,False,,",
            ID + 1 + ",98336677.0,ann,@bob yes,2016-06-24 09:11,5512.0,7.4e+17,,False,,",
            ID + 2 + ",98336677.0,ann,RT @bob: yes,2016-06-24 09:11,,,,True,7.4e+17,",
            ID + 3 + ",98336677.0,ann,plain,2016-06-24 09:11,,,,False,,",
            ID
                + 4
                + ",98336677.0,ann,known,2016-06-24 09:11,,,7.4e+17,False,,"
                + "\"['https://twitter.com/bob/status/741234567890123456']\"");
    assertEquals(
        List.of(Kind.QUOTE, Kind.REPLY, Kind.RETWEET, Kind.TWEET, Kind.QUOTE),
        read.tweets.stream().map(Tweet::kind).toList());
    assertEquals("98336677", read.tweets.getFirst().account().id());
    assertEquals("5512", read.tweets.get(1).references().inReplyToUser());
    assertEquals(OptionalLong.empty(), read.tweets.getFirst().references().quotedTweet());
    assertTrue(read.notes("references that a program rounded"), read.notes::toString);
  }

  /// 1
  @Test
  void referenceIsReadWholeFromLinkThatFits() throws IOException {
    var link = "\"['https://twitter.com/bob/status/741234567890123456']\"";
    var read =
        tweets(
            REFERENCES,
            ID + ",71,ann,known,2016-06-24 09:11,,,7.41234567890123e+17,False,," + link);
    assertEquals(
        OptionalLong.of(741234567890123456L), read.tweets.getFirst().references().quotedTweet());
  }

  /// 1
  @Test
  void roundedOwnIdIsRejectedByName() throws IOException {
    var read =
        tweets(
            REFERENCES,
            "7.4e+17,71,ann,lost,2016-06-24 09:11,,,,False,,",
            ID + ",71,ann,kept,2016-06-24 09:11,,,,False,,");
    assertEquals(List.of("kept"), read.texts());
    assertEquals(1, read.rejected.size());
    assertTrue(read.rejected.getFirst().contains("7.4e+17"), read.rejected::toString);
  }

  /// 2
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tweet_id,user_id,user_screen_name,tweet_text,tweet_time",
        "tweetId,userId,userScreenName,tweetText,tweetTime",
        "TWEETID,USERID,USER_SCREEN_NAME,TWEET_TEXT,TWEET_TIME",
        "Tweet.Id,User.Id,User.Screen.Name,Tweet.Text,Tweet.Time"
      })
  void headerIsKnownInEverySpelling(String header) throws IOException {
    var read = tweets(header, ID + ",71,ann,a text,2016-06-24 09:11");
    assertEquals(List.of("a text"), read.texts());
    assertEquals("ann", read.tweets.getFirst().account().screenName());
    assertEquals(0, read.accounts.size());
  }

  /// 2
  @Test
  void headerThatIsNotClearIsRefusedWithWhatWasExpected() {
    var refused =
        assertThrows(
            NotAnArchive.class,
            () ->
                tweets(
                    "tweetid,userid,user_screen_name,message,tweet_time",
                    ID + ",71,ann,a text,2016-06-24 09:11"));
    var message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("expected a column tweet_text"), message);
    assertTrue(message.contains("message"), message);
  }

  /// 3
  @ParameterizedTest
  @ValueSource(strings = {"NA", "nan", "NaN", "None", "null", "NULL", "<NA>"})
  void wordForNothingIsNothing(String nothing) throws IOException {
    var row = ID + ",71,ann,%s,2016-06-24 09:11,%s,%s,%s,False,%s,%s";
    var read =
        tweets(
            REFERENCES + ",poll_choices,tweet_language",
            row.formatted("text", nothing, nothing, nothing, nothing, nothing)
                + ","
                + nothing
                + ","
                + nothing);
    var tweet = read.tweets.getFirst();
    assertEquals(Kind.TWEET, tweet.kind());
    assertEquals(List.of(), tweet.content().poll());
    assertEquals("und", tweet.content().language());
    assertEquals(List.of(), tweet.content().urls());
    assertTrue(read.notes("for nothing in "), read.notes::toString);
  }

  /// 3
  @ParameterizedTest
  @CsvSource({"1,0", "t,f", "yes,no", "TRUE,FALSE", "True,False", "1.0,0.0"})
  void truthIsReadInEverySpelling(String yes, String no) throws IOException {
    var row = ",71,ann,RT @bob: a text,2016-06-24 09:11,,,,%s,,";
    var read = tweets(REFERENCES, ID + row.formatted(yes), ID + 1 + row.formatted(no));
    assertEquals(List.of(Kind.RETWEET, Kind.TWEET), read.tweets.stream().map(Tweet::kind).toList());
  }

  /// 4
  @Test
  void peopleWhoseIdWasRoundedAreToldApartByTheirHandles() throws IOException {
    var row = "9.06E+17,%s,text,Unknown,English,6/24/16 9:11,6/24/16 9:11,1,2,3,%s,Right,%s,";
    var rest = "RightTroll,0,9.05E+17,%d,,%s,,";
    var quoted = "https://twitter.com/bob/status/741234567890123456";
    var read =
        read(
            "IRAhandle_tweets_1.csv",
            CLEMSON,
            (row + rest).formatted("ANN", "", 0, ID, ""),
            (row + rest).formatted("BOB", "QUOTE_TWEET", 1, ID + 1, quoted),
            (row + rest).formatted("BOB", "RETWEET", 1, ID + 2, ""));
    assertEquals(
        List.of("ANN", "BOB", "BOB"), read.tweets.stream().map(t -> t.account().id()).toList());
    assertEquals(
        List.of(Kind.TWEET, Kind.QUOTE, Kind.RETWEET),
        read.tweets.stream().map(Tweet::kind).toList());
    assertEquals(
        OptionalLong.of(741234567890123456L), read.tweets.get(1).references().quotedTweet());
    var first = read.tweets.getFirst();
    assertEquals(first.id().createdAt().getEpochSecond(), first.time().getEpochSecond());
  }

  /// 4
  @Test
  void roundedIdIsReadFromTheTweetsAddress() throws IOException {
    var read =
        read(
            "IRAhandle_tweets_1.csv",
            CLEMSON,
            "9.06E+17,ANN,text,Unknown,English,6/24/16 9:11,6/24/16 9:11,1,2,3,,Right,0,RightTroll,"
                + "0,9.05E+17,7.46E+17,http://twitter.com/905111222333444555/statuses/"
                + ID
                + ",,,");
    assertEquals(ID, read.tweets.getFirst().id().value());
    assertEquals("905111222333444555", read.tweets.getFirst().account().id());
  }

  /// 5
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-06-24T09:11:00.000Z",
        "2016-06-24T11:11:00+02:00",
        "2016-06-24 09:11:00 UTC",
        "6/24/2016 9:11 AM",
        "24/06/2016 09:11",
        "24.06.2016 09:11",
        "Fri Jun 24 09:11:00 +0000 2016",
        "1466759460",
        "1466759460000"
      })
  void timeIsReadAsItsFileWritesIt(String time) throws IOException {
    // An id of before November 2010 holds no time, so that the cell decides.
    var read =
        tweets(
            "tweetid,userid,user_screen_name,tweet_text,tweet_time", "12345,71,ann,a text," + time);
    assertEquals(List.of(), read.rejected);
    assertEquals(Instant.parse("2016-06-24T09:11:00Z"), read.tweets.getFirst().time());
  }

  /// 5
  @Test
  void idIsRightWhereTheCellContradictsIt() throws IOException {
    var row = ",71,ann,a text,2016-06-24 %s";
    var read =
        tweets(
            "tweetid,userid,user_screen_name,tweet_text,tweet_time",
            ID + row.formatted("09:11"),
            ID + 1 + row.formatted("09:11"),
            ID + 2 + row.formatted("09:11"),
            ID + 3 + row.formatted("12:45"));
    assertEquals(
        read.tweets.getFirst().time().getEpochSecond(),
        read.tweets.getLast().time().getEpochSecond());
    assertTrue(
        read.notes("has 1 row whose time differs from that in the tweet's id"),
        read.notes::toString);
  }

  /// 8
  @Test
  void cutIdAndMissingColumnAreNamed() throws IOException {
    var read =
        tweets(
            "tweetid,user_screen_name,tweet_text,tweet_time",
            ID / 1000 + ",ann,a text,2016-06-24 09:11",
            ID + ",ann,a text,2016-06-24 09:11");
    assertEquals(1, read.tweets.size());
    assertEquals(1, read.rejected.size());
    assertTrue(
        read.rejected.getFirst().contains(Long.toString(ID / 1000)), read.rejected::toString);
    assertTrue(read.notes("userid"), read.notes::toString);
    assertTrue(read.notes("the handle stands for it"), read.notes::toString);
  }

  /// 9
  @Test
  void nbcsCollectionIsRead() throws IOException {
    var read =
        read(
            "tweets.csv",
            NBC,
            "\"186\",\"ann_b\",\"1466759460000\",\"2016-06-24 09:11:00\",\"12\",\"false\",\"7\","
                + "\"#Tag made &amp; up https://t.co/a\",\""
                + ID
                + "\",\"<a href=\"\"http://twitter.com\"\" rel=\"\"nofollow\"\">Twitter Web"
                + " Client</a>\","
                + "\"[\"\"Tag\"\"]\",\"[\"\"http://example.com/x\"\"]\",\"POSTED\",\"[]\",\"\",\"\"",
            "\"\",\"ann_b\",\"1466759460000\",\"2016-06-24 09:11:00\",\"\",\"\",\"\",\"RT @bob:"
                + " made"
                + " up\",\"\",\"\",\"[]\",\"[]\",\"POSTED\",\"[\"\"Bob\"\",\"\"cut_off\"\"]\",\"\",\"\"");
    assertEquals(List.of(), read.rejected);
    var first = read.tweets.getFirst();
    assertEquals(ID, first.id().value());
    assertEquals("186", first.account().id());
    assertEquals("ann_b", first.account().screenName());
    assertEquals("#Tag made & up https://t.co/a", first.content().text());
    assertEquals(List.of("Tag"), first.content().hashtags());
    assertEquals(List.of("http://example.com/x"), first.content().urls());
    assertEquals("Twitter Web Client", first.content().client());
    assertEquals(7, first.counts().likes());
    assertEquals(12, first.counts().retweets());
    assertEquals(Kind.TWEET, first.kind());
    var second = read.tweets.getLast();
    assertEquals(Kind.RETWEET, second.kind());
    assertEquals("bob", second.references().retweetedHandle());
    assertEquals(List.of("bob", "cut_off"), second.content().mentions());
    assertTrue(second.id().made());
    assertEquals("ann_b", second.account().id());
  }

  /// 9
  @Test
  void nbcsAccountsAreRead() throws IOException {
    var read =
        read(
            "users.csv",
            "id,location,name,followers_count,statuses_count,time_zone,verified,lang,screen_name,"
                + "description,created_at,favourites_count,friends_count,listed_count",
            "186,Atlanta,Ann,9636,1,UTC,FALSE,en,ann_b,a bio,Wed Mar 12 20:00:00 +0000 2014,1,5,0");
    assertEquals(List.of(), read.rejected);
    var account = read.accounts.getFirst();
    assertEquals("186", account.id());
    assertEquals("ann_b", account.screenName());
    assertEquals("Ann", account.displayName());
    assertEquals("a bio", account.profile().bio());
    assertEquals("Atlanta", account.profile().location());
    assertEquals(9636, account.profile().followers());
    assertEquals(5, account.profile().following());
    assertEquals("2014-03-12", account.profile().created().orElseThrow().toString());
  }

  /// 9
  @Test
  void columnNobodyKnowsStaysInItsRow() throws IOException {
    var read =
        tweets(
            "tweetid,userid,user_screen_name,tweet_text,tweet_time,coder_label",
            ID + ",71,ann,a text,2016-06-24 09:11,troll");
    var row = read.tweets.getFirst().source().row();
    assertEquals("troll", row.cells().get(row.columns().indexOf("coder_label")));
  }

  private static String[] texts(String text) {
    var lines = new java.util.ArrayList<String>(List.of("tweetid,userid,tweet_text,tweet_time"));
    for (var i = 0; i < 4; i++) {
      lines.add(ID + i + ",71," + text + ",2016-06-24 09:12");
    }
    return lines.toArray(String[]::new);
  }

  /// 7: what other programs did to the letters before is kept, and never in silence.
  @ParameterizedTest
  @CsvSource({
    "Ð’Ñ‹Ð±Ð¾Ñ€Ñ‹, UTF-8 read as windows-1252",
    "Р’С‹Р±РѕСЂС‹, UTF-8 read as windows-1251",
    "Ø§ÙŠØ±Ø§Ù†, UTF-8 read as windows-1252",
    "seÃ§im gÃ¼nÃ¼ bugÃ¼n, UTF-8 read as windows-1252",
    "????? ?????????? ??????, mostly question marks"
  })
  void spoiltLettersAreNamed(String text, String what) throws IOException {
    var read = tweets(texts(text));
    assertEquals(4, read.texts().size());
    assertTrue(read.notes("4 of 4 texts that are " + what), read.notes::toString);
  }

  /// 7
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Выборы сегодня", "Ärger für Müller", "what??? why??? no??? really???", "seçim günü",
            "çà et là",
        "СССР", "ايران", "выборы ???", "日本語", "Ça été là où"
      })
  void soundLettersAreNotDoubted(String text) throws IOException {
    var read = tweets(texts(text));
    assertEquals(List.of(), read.notes.stream().filter(n -> n.contains(" texts that ")).toList());
  }

  /// 7: Excel reads the separator from a first line of its own.
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorHintOfExcelIsNoRow(String separator) throws IOException {
    var read =
        tweets(
            "sep=" + separator,
            String.join(separator, "tweetid", "userid", "tweet_text", "tweet_time"),
            String.join(separator, ID + "", "71", "a text", "2016-06-24 09:12"));
    assertEquals(List.of("a text"), read.texts());
    assertEquals(List.of(), read.rejected);
  }
}
