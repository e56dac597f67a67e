package org.trawl.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;
import org.trawl.tweet.Row;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.TweetReader;
import org.trawl.tweet.UnusableRow;

/// A row of the official layout, to be read as any other.
final class OfficialRow {
  private final Map<String, String> cells = new LinkedHashMap<>();

  OfficialRow() {
    cells.put("tweetid", "746272130992644096");
    cells.put("userid", "4224729994");
    cells.put("user_display_name", "Harbor Gazette");
    cells.put("user_screen_name", "Harbor_Gazette");
    cells.put("tweet_time", "2016-06-24 09:11");
    cells.put("tweet_text", "Which bridge is safe?");
  }

  OfficialRow with(String column, String cell) {
    cells.put(column, cell);
    return this;
  }

  Tweet tweet(String operation) throws UnusableRow {
    List<String> columns = List.copyOf(cells.keySet());
    return TweetReader.of(columns)
        .read(new Row(columns, new ArrayList<>(cells.values())), operation);
  }

  Hit hit(String detected) throws UnusableRow {
    return new Hit(tweet("ira"), detected, List.of(), new Copies(1, 1), List.of());
  }
}
