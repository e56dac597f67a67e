package org.trawl.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.search.TweetSearch;

/// An invented archive for the tests of the pages: two operations that argue about a harbour bridge
/// in six languages, with a burst around the day of a vote, copied texts, a thread, a hashed
/// account, and one tweet whose every field is an attack. Always the same; written in the official
/// layout and indexed as any other.
final class SmallArchive {
  /// What every field of the hostile tweet holds.
  static final String ATTACK = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'";

  /// A tweet that is answered, quoted and retweeted.
  static final long THREAD = 747_000_000_000_000_000L;

  static final long HOSTILE = 747_000_000_100_000_001L;

  static final String HASH = "Zq3k+Vb0nHh7pT1yXw5mLc9RsJ2dKfA8eGuOiQ4tBvM=";

  private static final String HARBOR = "harbor_201906_1";
  private static final String COAST = "coast_202004_2";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_]+)");

  private static final Account GAZETTE =
      new Account("4224729994", "HarborGazette", "Harbor Gazette 🗞️");
  private static final Account KUESTE = new Account("1998877665", "kuestenblick", "Küstenblick");
  private static final Account MINATO = new Account("1887766554", "minato_press", "港プレス🇯🇵");
  private static final Account ZALIV =
      new Account("3312345678", "novosti_zaliva", "Новости Залива");

  private static final List<Voice> VOICES =
      List.of(
          new Voice(
              GAZETTE,
              "en",
              HARBOR,
              List.of(
                  "Thousands gather at the harbour bridge as the vote is counted. #BridgeVote"
                      + " http://t.co/aBcD12345",
                  "The mayor @mayor_lindqvist knew about the bridge and said nothing. Read this!"
                      + " #HarborCity",
                  "Who pays for the bridge? You do. The voters were never asked #BridgeVote")),
          new Voice(
              ZALIV,
              "ru",
              HARBOR,
              List.of(
                  "Выборы на побережье: явка к полудню выросла вдвое, но наблюдателей не пустили"
                      + " #выборы",
                  "Мост закрыт на ремонт, Меркель молчит. Кому это выгодно? #ЗаливСегодня #мост",
                  "На выборах снова победил тот, кого никто не знает #выборы @HarborGazette")),
          new Voice(
              new Account(HASH, HASH, HASH),
              "fa",
              COAST,
              List.of(
                  "رأی‌گیری در بندر بدون حضور ناظران آغاز شد؛ مردم می‌پرسند چه کسی می‌شمارد؟"
                      + " #انتخابات_بندر @HarborGazette 2018",
                  "پل بندر بسته شد و هیچ‌کس پاسخگو نیست. مردم خشمگین‌اند #پل")),
          new Voice(
              new Account("2255667788", "mina_alyoum", "ميناء اليوم"),
              "ar",
              COAST,
              List.of(
                  "عاجل | الآلاف يتجمعون عند الجسر قبل إعلان النتائج، والشرطة تغلق الطريق الساحلي"
                      + " #الجسر",
                  "RT @HarborGazette: الميناء مغلق منذ الصباح والمسافرون ينتظرون على الرصيف…")),
          new Voice(
              KUESTE,
              "de",
              HARBOR,
              List.of(
                  "Die Hafenbrückenabstimmungsergebnisverkündungsverzögerung ist kein Zufall,"
                      + " sondern Absicht. Wähler warten seit Stunden! #Brückenvotum",
                  "Merkel schweigt zur Brücke. Warum? Die Wählerinnen fragen sich das seit Wochen."
                      + " #Merkel")),
          new Voice(MINATO, "ja", COAST, List.of("橋の投票の開票作業が遅れています。市民は夜通し結果を待っています。#港の投票")),
          new Voice(
              new Account(
                  "1776655443",
                  "patriot_jane_77",
                  "Jane 🇺🇸🔥👩‍👩‍👧‍👦 loves FREEDOM and her very very long name that does not"
                      + " end"),
              "und",
              HARBOR,
              List.of(
                  "A".repeat(120) + "!!! 😂😂😂👏🏽👏🏽",
                  "RT @HarborGazette: Thousands gather at the harbour bridge as the vote is"
                      + " counted. #BridgeVote http://t.co/aBcD12345")));

  private record Account(String id, String handle, String name) {}

  private record Voice(Account account, String language, String operation, List<String> texts) {
    Voice {
      texts = List.copyOf(texts);
    }
  }

  private final Random random = new Random(20_160_623);
  private final Map<String, StringBuilder> files = new TreeMap<>();

  private SmallArchive() {
    for (int i = 0; i < 900; i++) {
      var voice = VOICES.get(random.nextInt(1 + random.nextInt(VOICES.size())));
      var text = voice.texts().get(random.nextInt(voice.texts().size()));
      // Two in three are a text of their own.
      add(voice.operation(), row(voice, time(), i % 3 == 0 ? text : text + " " + i));
    }
    thread();
    hostile();
  }

  /// Writes the archive into a folder, indexes it there and opens it.
  static TweetSearch open(Path folder) throws IOException {
    var archive = Files.createDirectories(folder.resolve("archive"));
    for (var file : new SmallArchive().files.entrySet()) {
      var path = archive.resolve(file.getKey() + "_tweets_csv_hashed.csv");
      Files.writeString(path, file.getValue());
    }
    var options = IndexOptions.of(List.of(archive), folder.resolve("index"));
    new TweetIndexer(options, IndexProgress.SILENT).run();
    return TweetSearch.open(folder.resolve("index"));
  }

  /// A third around the day of the vote, the rest over seven years.
  private Instant time() {
    return random.nextInt(3) == 0
        ? Instant.parse("2016-06-22T12:00:00Z").plusSeconds(random.nextInt(3 * 86_400))
        : Instant.parse("2012-03-01T00:00:00Z").plusSeconds(random.nextInt(7 * 365 * 86_400));
  }

  private Map<String, String> row(Voice voice, Instant time, String text) {
    long id = ((time.toEpochMilli() - 1_288_834_974_657L) << 22) + random.nextInt(1 << 22);
    var row = row(id, voice.account(), time, voice.language(), text);
    if (text.startsWith("RT @")) {
      row.put("is_retweet", "true");
      row.put("retweet_tweetid", Long.toString(THREAD));
      return row;
    }
    int likes = (int) Math.exp(random.nextDouble() * 8);
    row.put("like_count", Integer.toString(likes));
    row.put("retweet_count", Integer.toString(likes / 3));
    row.put("reply_count", Integer.toString(likes / 20));
    return row;
  }

  private void thread() {
    var asked = "Which bridge is safe? Ask the council, not the papers. #BridgeVote";
    add(HARBOR, answer(0, GAZETTE, asked));
    var answer = answer(5_000_000_000L, KUESTE, "@HarborGazette Keine. Alle drei sind marode.");
    answer.put("in_reply_to_tweetid", Long.toString(THREAD));
    answer.put("in_reply_to_userid", GAZETTE.id());
    add(HARBOR, answer);
    var quote = answer(9_000_000_000L, MINATO, "どの橋も安全ではない");
    quote.put("quoted_tweet_tweetid", Long.toString(THREAD));
    add(COAST, quote);
    var second = answer(12_000_000_000L, ZALIV, "@HarborGazette а кто проверял?");
    second.put("in_reply_to_tweetid", Long.toString(THREAD));
    second.put("in_reply_to_userid", GAZETTE.id());
    add(HARBOR, second);
  }

  private static Map<String, String> answer(long later, Account account, String text) {
    var id = new org.trawl.tweet.Snowflake(THREAD + later);
    return row(id.value(), account, id.createdAt(), "en", text);
  }

  private void hostile() {
    var id = new org.trawl.tweet.Snowflake(HOSTILE);
    var account = new Account("666", "attack_" + ATTACK, ATTACK);
    var row = row(HOSTILE, account, id.createdAt(), "en", "hostile " + ATTACK + " #x" + ATTACK);
    for (var column :
        List.of("user_reported_location", "user_profile_description", "tweet_client_name")) {
      row.put(column, column + ATTACK);
    }
    row.put("user_profile_url", "javascript:alert(3)");
    row.put("urls", "[javascript:alert(5), http://e.example/" + ATTACK + "]");
    row.put("hashtags", "[tag" + ATTACK + "]");
    row.put("poll_choices", ATTACK);
    add(HARBOR, row);
  }

  private static Map<String, String> row(
      long id, Account account, Instant time, String language, String text) {
    var row = new LinkedHashMap<String, String>();
    row.put("tweetid", Long.toString(id));
    row.put("userid", account.id());
    row.put("user_display_name", account.name());
    row.put("user_screen_name", account.handle());
    row.put("user_reported_location", "Harbor City");
    row.put("user_profile_description", "News from the harbour, every day. Tips welcome!");
    row.put("user_profile_url", "");
    row.put("follower_count", "48210");
    row.put("following_count", "820");
    row.put("account_creation_date", "2014-05-12");
    row.put("account_language", "en");
    row.put("tweet_language", language);
    row.put("tweet_text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    row.put("tweet_time", MINUTE.format(time));
    row.put("tweet_client_name", language.equals("ru") ? "TweetDeck" : "Twitter Web Client");
    for (var column :
        List.of("in_reply_to_userid", "in_reply_to_tweetid", "quoted_tweet_tweetid")) {
      row.put(column, "");
    }
    row.put("is_retweet", "false");
    row.put("retweet_userid", "");
    row.put("retweet_tweetid", "");
    row.put("latitude", "absent");
    row.put("longitude", "absent");
    for (var column : List.of("quote_count", "reply_count", "like_count", "retweet_count")) {
      row.put(column, "0");
    }
    row.put(
        "hashtags",
        HASHTAG.matcher(text).results().map(tag -> "'" + tag.group(1) + "'").toList().toString());
    row.put(
        "urls",
        text.contains("t.co")
            ? "['http://www.harbor-gazette.example/politics/2016/06/the-count-that-nobody-wants-you"
                + "-to-see.html?utm_source=twitter&utm_medium=social']"
            : "[]");
    row.put("user_mentions", "[]");
    row.put("poll_choices", "");
    return row;
  }

  private void add(String operation, Map<String, String> row) {
    var file = files.computeIfAbsent(operation, _ -> new StringBuilder());
    if (file.isEmpty()) {
      file.append(line(row.keySet()));
    }
    file.append(line(row.values()));
  }

  private static String line(Iterable<String> cells) {
    var line = new java.util.StringJoiner(",", "", "\n");
    cells.forEach(cell -> line.add('"' + cell.replace("\"", "\"\"") + '"'));
    return line.toString();
  }
}
