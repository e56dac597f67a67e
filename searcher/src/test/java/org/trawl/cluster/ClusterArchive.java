package org.trawl.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trawl.lucene.TestArchive;

/// Random tweets over few words, accounts, hashtags and links, so that most queries find some and
/// many texts have copies and near-copies.
final class ClusterArchive {
  private static final String[] WORDS = {
    "a",
    "b",
    "trump",
    "Trump",
    "TRUMP",
    "trumps",
    "russia",
    "Russia",
    "brexit",
    "Brexit",
    "election",
    "elections",
    "elected",
    "black",
    "lives",
    "matter",
    "выборы",
    "выборов",
    "Выборы",
    "Київ",
    "não",
    "北京大学",
    "北京",
    "صباح",
    "שלום",
    "😀",
    "don't",
    "t.co",
    "a-b",
    "l'homme",
    "1,000",
    "$5",
    "c++",
    "nhs",
    "now",
    "or",
    "the",
    "colour",
    "color",
    "rally",
    "rallies"
  };
  private static final String[] TAGS = {"#maga", "#MAGA", "#brexit", "#a", "#b", "#выборы"};
  private static final String[] PEOPLE = {"@bob", "@Ann_B", "@a", "@b", "@TEN_GOP"};
  private static final String[] ACCOUNTS = {
    "ann_b", "bob", "carol", "a", "b", "TEN_GOP", "ten_x", "dave", "eve", "ax"
  };
  private static final String[] LINKS = {
    "http://rt.com/news/a-b", "https://www.bbc.co.uk/news", "http://a-b.c/x", "http://t.co/x1"
  };
  private static final String[] LANGUAGES = {"en", "ru", "und", "he", "uk", "zh", "fr"};
  private static final String[] CLIENTS = {
    "Twitter Web Client", "TweetDeck", "Twitter for iPhone", "a", "b", "x y"
  };

  private final Random random;
  private final List<String> texts = new ArrayList<>();

  private ClusterArchive(long seed) {
    random = new Random(seed);
  }

  static TestArchive of(int tweets, long seed) {
    var made = new ClusterArchive(seed);
    var archive = new TestArchive();
    for (int i = 0; i < tweets; i++) {
      archive.add(made.tweet(i));
    }
    return archive;
  }

  private TestArchive.RowBuilder tweet(int number) {
    var time =
        Instant.parse("2015-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(900_000)));
    boolean retweet = random.nextInt(5) == 0;
    boolean reply = !retweet && random.nextInt(6) == 0;
    var text = (retweet ? "RT @bob: " : reply ? "@carol " : "") + text();
    var handle = pick(ACCOUNTS);
    var link = random.nextInt(4) == 0 ? pick(LINKS) : "";
    var row =
        TestArchive.row(1 + number, link.isEmpty() ? text : text + " " + link)
            .by(handle)
            .at(time)
            .lang(pick(LANGUAGES))
            .operation(handle.length() < 4 ? "iran_201901" : "ira")
            .cell("tweet_client_name", pick(CLIENTS))
            .cell("follower_count", Integer.toString(handle.hashCode() & 3))
            .cell("account_creation_date", "201" + (handle.length() % 5) + "-02-03")
            .cell("account_language", handle.length() % 2 == 0 ? "en" : "ru")
            .cell("user_profile_description", handle.length() % 2 == 0 ? "a trump rally" : "")
            .cell("user_reported_location", handle.length() % 3 == 0 ? "Texas, USA" : "")
            .cell("like_count", Integer.toString(random.nextInt(4) * random.nextInt(900)))
            .cell("retweet_count", Integer.toString(random.nextInt(3)))
            .cell("reply_count", Integer.toString(random.nextInt(3)))
            .cell("hashtags", "[]")
            .cell("urls", link.isEmpty() ? "[]" : "['" + link + "']");
    if (retweet) {
      row.cell("is_retweet", "true").cell("retweet_tweetid", Integer.toString(1 + number / 2));
    }
    if (reply) {
      row.cell("in_reply_to_tweetid", Integer.toString(1 + number / 3))
          .cell("in_reply_to_userid", "1234");
    }
    return row;
  }

  private String text() {
    if (!texts.isEmpty() && random.nextInt(3) == 0) {
      var old = texts.get(random.nextInt(texts.size()));
      return random.nextBoolean() ? old : old + " " + pick(WORDS);
    }
    var words = new ArrayList<String>();
    for (int i = random.nextInt(11); i >= 0; i--) {
      words.add(pick(WORDS));
    }
    if (random.nextInt(3) == 0) {
      words.add(random.nextInt(words.size() + 1), pick(TAGS));
    }
    if (random.nextInt(4) == 0) {
      words.add(random.nextInt(words.size() + 1), pick(PEOPLE));
    }
    var text = String.join(" ", words);
    texts.add(text);
    return text;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
