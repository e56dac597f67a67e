package org.trawl.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.ingest.Tweets;
import org.trawl.tweet.Tweet;

class AccountTableTest {
  private final AccountTable table = new AccountTable();

  private String bio(String userId) {
    return table.get("ira", userId).account().profile().bio();
  }

  @Test
  void fieldsAreThoseOfTheLatestTweet() {
    table.sent(Tweets.tweet(1, "a", "old", 100));
    table.sent(Tweets.tweet(2, "a", "new", 300));
    table.sent(Tweets.tweet(3, "a", "between", 200));
    assertEquals("new", bio("a"));
    assertEquals(3, table.get("ira", "a").tweets());
    assertEquals(300, table.get("ira", "a").newest());
  }

  @Test
  void usersFileWinsWhetherItComesFirstOrLast() {
    table.listed("ira", Tweets.account("a", "listed"));
    table.sent(Tweets.tweet(1, "a", "tweeted", 100));
    table.sent(Tweets.tweet(2, "b", "tweeted", 100));
    table.listed("ira", Tweets.account("b", "listed"));
    assertEquals("listed", bio("a"));
    assertEquals("listed", bio("b"));
    assertEquals(1, table.get("ira", "a").tweets());
    assertEquals(1, table.get("ira", "b").tweets());
  }

  @Test
  void anAccountWithoutTweetsIsKept() {
    table.listed("ira", Tweets.account("silent", ""));
    assertEquals(0, table.get("ira", "silent").tweets());
    assertEquals(new Manifest.OperationCounts(0, 1), table.operations().get("ira"));
  }

  @Test
  void anAccountOfAnotherReleaseIsAnother() {
    table.listed("ira", Tweets.account("a", "one"));
    table.listed("iran", Tweets.account("a", "two"));
    assertEquals(2, table.size());
    assertEquals(Optional.empty(), table.find("cuba", "a"));
    assertThrows(IllegalArgumentException.class, () -> table.get("cuba", "a"));
  }

  @Test
  void comesBackFromItsFile(@TempDir Path folder) throws IOException {
    table.sent(Tweets.tweet(1, "a", "bio with \0 and 😀", 100));
    table.listed("iran", Tweets.account("b", ""));
    var nobody = new Tweet.Profile("", "", "", 0, 0, Optional.empty(), "");
    table.listed("iran", new Tweet.Account("hash=", "hash=", "hash=", true, nobody));
    table.save(folder.resolve("accounts"));
    assertEquals(
        new HashSet<>(table.entries()),
        new HashSet<>(AccountTable.load(folder.resolve("accounts")).entries()));
  }

  @Test
  void anyFlippedBitAndAnyCutIsFound(@TempDir Path folder) throws IOException {
    table.sent(Tweets.tweet(1, "a", "bio", 100));
    var file = folder.resolve("accounts");
    table.save(file);
    var good = Files.readAllBytes(file);
    for (var at = 0; at < good.length; at++) {
      var bad = good.clone();
      bad[at] ^= (byte) (1 << at % 8);
      Files.write(file, bad);
      assertThrows(IOException.class, () -> AccountTable.load(file), "flip at " + at);
      Files.write(file, java.util.Arrays.copyOf(good, at));
      var cut = assertThrows(IOException.class, () -> AccountTable.load(file), "cut at " + at);
      assertTrue(String.valueOf(cut.getMessage()).contains("damaged"), "cut at " + at);
    }
  }
}
