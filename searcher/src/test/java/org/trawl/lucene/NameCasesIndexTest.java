package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.trawl.lucene.TestArchive.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryParser;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// Names in their cases find each other in an index and no other name, on the lists beside the
/// project, and pairs that must not meet do not.
class NameCasesIndexTest {
  private static final int CASES = 5;

  private static final Pattern RUSSIAN = Pattern.compile("про (.*) и все это");

  private static final Pattern TURKISH = Pattern.compile("gazete ((.*?)['’]\\S*) durumunu");

  private static Path list(String name) {
    var file = Path.of(System.getProperty("trawl.shared", "../shared"), "cases", name);
    assumeTrue(Files.exists(file), "no lists of names beside the project");
    return file;
  }

  private static Set<Long> found(TweetSearcher searcher, String query)
      throws IOException, QueryRefused {
    var found = new HashSet<Long>();
    var ast = QueryParser.parse(query).ast();
    searcher.export(ast, Selection.NONE, Sort.NEWEST, hit -> found.add(hit.tweet().id().value()));
    return found;
  }

  @Test
  void aRussianNameFindsItsCasesAndNoOtherName() throws Exception {
    var names = new ArrayList<String>();
    var archive = new TestArchive();
    var matcher = RUSSIAN.matcher(Files.readString(list("russian_names.csv")));
    while (matcher.find()) {
      names.add(matcher.group(1));
      archive.add(row(names.size(), "газеты писали про " + matcher.group(1)).lang("ru"));
    }
    assertTrue(names.size() >= 300, "the list has " + names.size());
    var missed = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    var pairs = 0;
    try (var searcher = archive.open(1)) {
      for (int asked = 0; asked < names.size(); asked++) {
        var found = found(searcher, names.get(asked));
        for (int other = 0; other < names.size(); other++) {
          var pair = names.get(asked) + " " + names.get(other);
          if (asked / CASES == other / CASES) {
            pairs++;
            if (!found.contains(other + 1L)) {
              missed.add(pair);
            }
          } else if (found.contains(other + 1L) && !names.get(asked).equals(names.get(other))) {
            wrong.add(pair);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(missed.size() * 100 <= pairs, "of " + pairs + " missed " + missed);
  }

  @Test
  void aTurkishNameFindsItselfWithAnEnding() throws Exception {
    var names = new HashMap<Long, String>();
    var archive = new TestArchive();
    var matcher = TURKISH.matcher(Files.readString(list("turkish_names.csv")));
    while (matcher.find()) {
      var id = names.size() + 1L;
      names.put(id, matcher.group(2));
      archive.add(row(id, "Bu sabah " + matcher.group(1) + " durumunu yazdı").lang("tr"));
    }
    assertTrue(names.size() >= 60, "the list has " + names.size());
    var missed = new ArrayList<String>();
    try (var searcher = archive.open(1)) {
      for (var name : names.entrySet()) {
        for (var query : List.of(name.getValue(), "lang:tr " + name.getValue())) {
          if (!found(searcher, query).contains(name.getKey())) {
            missed.add(query);
          }
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  void namesFindNoWordThatLooksLikeThem() throws Exception {
    var pairs =
        Map.of(
            "ar لبنان", "شربت لبن بارد",
            "ar السودان", "غيوم سود في السماء",
            "ar البحرين", "البحر هادئ اليوم",
            "fa روحانی", "روح او شاد",
            "ru Иванов", "Иван Иванович уехал в Иваново",
            "ru Стрелков", "стрелковый клуб открыт",
            "it NATO", "una stella è nata ieri",
            "it USA", "un libro usato costa poco",
            "en US", "we are here and we wait",
            "en Sanders", "there is sand on the beach");
    var archive = new TestArchive();
    var id = 0L;
    var ids = new HashMap<Long, String>();
    for (var pair : pairs.entrySet()) {
      ids.put(++id, pair.getKey());
      archive.add(row(id, pair.getValue()).lang(pair.getKey().substring(0, 2)));
    }
    try (var searcher = archive.open(1)) {
      for (var entry : ids.entrySet()) {
        var name = entry.getValue().substring(3);
        assertEquals(Set.of(), found(searcher, name), name);
      }
    }
  }
}
