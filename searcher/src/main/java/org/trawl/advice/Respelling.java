package org.trawl.advice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.search.Repair.Correction;
import org.trawl.search.SearchRequest.Selection;

/// Spells the words of a query, its hashtags, handles, hosts and releases as the archive has them.
///
/// Not thread-safe: made for one query.
final class Respelling {
  /// Words and names of one query that are looked up at most.
  private static final int MAX_LOOKED_UP = 40;

  private final Counts counts;
  private final NearTerms terms;
  private int lookedUp;

  Respelling(Counts counts, NearTerms terms) {
    this.counts = counts;
    this.terms = terms;
  }

  /// A part of a query, and the same respelled.
  record Respelled(QueryAst clause, QueryAst ast, List<Correction> corrections) {}

  /// A word or name in a part of a query.
  ///
  /// @param kind what it names; empty for a word of tweets
  private record Name(Optional<NameKind> kind, String text) {}

  /// A part with all that is misspelt in it put right, in the likeliest way first; none if nothing
  /// is. Where several things are, that is the only way.
  List<Respelled> of(QueryAst clause) throws IOException {
    var known = new LinkedHashMap<Name, List<String>>();
    for (var name : names(clause)) {
      var near = lookedUp++ < MAX_LOOKED_UP ? near(name) : List.<String>of();
      if (!near.isEmpty()) {
        known.put(name, near);
      }
    }
    if (known.isEmpty()) {
      return List.of();
    }
    int ways = known.size() > 1 ? 1 : known.values().iterator().next().size();
    var respelled = new ArrayList<Respelled>();
    for (int way = 0; way < ways; way++) {
      respelled.add(respelled(clause, known, way));
    }
    return respelled;
  }

  private List<String> near(Name name) throws IOException {
    if (name.kind.isPresent()) {
      return terms.ofName(name.kind.get(), name.text);
    }
    var word = new QueryAst.Text(TextField.TWEET, new Word(name.text, Precision.FORMS));
    var own = counts.count(List.of(word), Selection.NONE);
    return own.isPresent() ? terms.ofWord(name.text, own.getAsLong()) : List.of();
  }

  private static Respelled respelled(QueryAst clause, Map<Name, List<String>> known, int way) {
    var corrections =
        known.entrySet().stream()
            .map(entry -> new Correction(entry.getKey().text, entry.getValue().get(way)))
            .toList();
    UnaryOperator<Name> right =
        name -> known.containsKey(name) ? new Name(name.kind, known.get(name).get(way)) : name;
    return new Respelled(clause, map(clause, right), corrections);
  }

  private static Set<Name> names(QueryAst clause) {
    var names = new LinkedHashSet<Name>();
    map(
        clause,
        name -> {
          names.add(name);
          return name;
        });
    return names;
  }

  /// A part with every word and name of it replaced that is a matter of spelling.
  private static QueryAst map(QueryAst clause, UnaryOperator<Name> change) {
    return Loosening.leaves(
        clause,
        leaf ->
            switch (leaf) {
              case QueryAst.Text(var field, _) when field == TextField.TWEET ->
                  Loosening.words(leaf, word -> word(word, change));
              case QueryAst.From(var names) ->
                  new QueryAst.From(all(NameKind.ACCOUNT, names, change));
              case QueryAst.To(var names) ->
                  new QueryAst.To(all(NameKind.REPLIED_TO, names, change));
              case QueryAst.Mention(var names) ->
                  new QueryAst.Mention(all(NameKind.MENTIONED, names, change));
              case QueryAst.RetweetsOf(var names) ->
                  new QueryAst.RetweetsOf(all(NameKind.RETWEETED, names, change));
              case QueryAst.Hashtag(var tags) ->
                  new QueryAst.Hashtag(all(NameKind.HASHTAG, tags, change));
              case QueryAst.Domain(var hosts) ->
                  new QueryAst.Domain(all(NameKind.HOST, hosts, change));
              case QueryAst.Operation(var names) ->
                  new QueryAst.Operation(all(NameKind.OPERATION, names, change));
              case QueryAst.Text _ -> leaf;
              case QueryAst.All _, QueryAst.And _, QueryAst.Or _, QueryAst.Not _ -> leaf;
              case QueryAst.Language _,
                  QueryAst.Detected _,
                  QueryAst.AccountLanguage _,
                  QueryAst.Client _,
                  QueryAst.Url _,
                  QueryAst.Time _,
                  QueryAst.Created _,
                  QueryAst.Count _,
                  QueryAst.InZone _,
                  QueryAst.Is _,
                  QueryAst.Has _,
                  QueryAst.Ids _,
                  QueryAst.IdRange _,
                  QueryAst.LinkTo _,
                  QueryAst.CopiesOf _,
                  QueryAst.SimilarTo _,
                  QueryAst.SamePicture _,
                  QueryAst.SimilarText _ ->
                  leaf;
            });
  }

  private static Word word(Word word, UnaryOperator<Name> change) {
    if (word.precision() == Precision.EXACT) {
      return word;
    }
    var changed = change.apply(new Name(Optional.empty(), word.text()));
    return new Word(changed.text, word.precision());
  }

  private static List<String> all(NameKind kind, List<String> values, UnaryOperator<Name> change) {
    return values.stream()
        .map(value -> change.apply(new Name(Optional.of(kind), value)).text)
        .toList();
  }
}
