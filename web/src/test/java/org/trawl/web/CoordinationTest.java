package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who acted together, over HTTP: three accounts that send one text within seconds on twelve days,
/// among others who all send one text a day, at any time.
@Timeout(60)
class CoordinationTest {
  private static final int DAYS = 12;
  private static final Pattern EDGE = Pattern.compile("href=\"(/network/edge\\?[^\"]*)\"");
  private static final Instant FIRST = Instant.parse("2016-03-01T00:00:00Z");

  /// When ids begin to hold the time.
  private static final long TWEPOCH = 1_288_834_974_657L;

  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    var rows =
        new StringBuilder("tweetid,userid,user_screen_name,tweet_text,tweet_time,tweet_language\n");
    for (int day = 0; day < DAYS; day++) {
      for (int account = 501; account < 504; account++) {
        add(rows, account, "Slogan number " + day, day * 86_400 + 36_000 + account % 500 * 5);
      }
      for (int account = 601; account < 640; account++) {
        int second = (account * 7_919 + day * 104_729) % 86_400;
        add(rows, account, "Good morning " + day, day * 86_400 + second);
      }
    }
    live = LiveServer.of(rows.toString());
  }

  /// With an id that holds its time, so that the seconds are known.
  private static void add(StringBuilder rows, int account, String text, int second) {
    var time = FIRST.plusSeconds(second);
    long id = ((time.toEpochMilli() - TWEPOCH) << 22) + account;
    rows.append(id).append(',').append(account).append(",User").append(account).append(',');
    rows.append(text).append(',').append(time.toString(), 0, 16).append(",en\n");
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  @Test
  void theThreeAreTheOnlyGroup() throws Exception {
    var found = live.json("/api/coordination", "type", "same_text");
    assertEquals(1, found.get("groups").size(), found::toString);
    assertEquals(3, found.get("pairs").asInt());
    assertEquals(0, found.at("/chance/groups").asInt());
    var group = found.at("/groups/0");
    var members = new TreeSet<String>();
    group.get("members").forEach(member -> members.add(member.get("id").asString()));
    assertEquals(List.of("501", "502", "503"), List.copyOf(members));
    assertEquals(DAYS, group.get("days").asInt());
    assertEquals(DAYS, group.get("items").asInt());
    var pair = group.at("/pairs/0");
    assertEquals(DAYS, pair.get("together").asInt());
    assertTrue(pair.get("expected").asDouble() < 1, pair::toString);
    assertEquals("Slogan number", group.at("/examples/0/tweet/text").asString().substring(0, 13));
  }

  @Test
  void aNarrowerWindowAndMoreItemsFindFewer() throws Exception {
    var near = live.json("/api/coordination", "window", "5s");
    assertEquals(2, near.get("pairs").asInt(), "the first and the last are ten seconds apart");
    assertEquals(0, live.json("/api/coordination", "items", "13").get("pairs").asInt());
  }

  @Test
  void theTableHasARowForEachPair() throws Exception {
    var answer = live.get("/api/coordination", "format", "csv");
    assertEquals(4, answer.body().lines().count(), answer::body);
    assertTrue(answer.body().contains(",u501,") || answer.body().contains(",u502,"));
  }

  @Test
  void whatCannotBeReadIsSaidOnThePageAndByTheInterface() throws Exception {
    for (var wrong : List.of("type=mention", "window=7h", "window=soon", "items=0", "groups=0")) {
      assertEquals(400, live.get("/api/coordination?" + wrong).statusCode(), wrong);
    }
    var page = live.get("/coordination?window=7h");
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("at most 6h"), page::body);
  }

  /// A number of the page leads to the tweets that make it.
  @Test
  void thePageLeadsToTheTweetsOfAPair() throws Exception {
    var page = live.get("/coordination?type=same_text");
    assertTrue(page.body().contains("Group 1: 3 accounts"), page::body);
    assertTrue(page.body().contains("give 0 groups"), page::body);
    var edge = EDGE.matcher(page.body());
    assertTrue(edge.find());
    var tweets = live.get(edge.group(1).replace("&amp;", "&"));
    assertEquals(200, tweets.statusCode());
    assertTrue(tweets.body().contains(DAYS + " pairs of tweets"), tweets::body);
  }
}
