package org.trawl.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.util.LongHeap;
import org.trawl.columns.Columns;
import org.trawl.columns.CopyRange;
import org.trawl.columns.Dictionary;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.search.Facet;
import org.trawl.search.FacetListing;
import org.trawl.search.FacetListing.Value;
import org.trawl.search.SearchResult.FacetCounts;

/// Reads a facet's values off the tallies of some hits.
final class FacetReader {
  private final Columns columns;
  private final AccountDirectory accounts;
  private final Columns.Dictionaries dictionaries;
  private final IdentityHashMap<Dictionary, int[]> ranks = new IdentityHashMap<>();

  FacetReader(Columns columns, AccountDirectory accounts) {
    this.columns = columns;
    this.accounts = accounts;
    this.dictionaries = columns.dictionaries();
    for (var dictionary :
        List.of(
            dictionaries.hashtags(),
            dictionaries.mentions(),
            dictionaries.domains(),
            dictionaries.retweeted())) {
      ranks.put(dictionary, ranks(dictionary));
    }
  }

  private static int[] ranks(Dictionary dictionary) {
    var ranks = new int[dictionary.size()];
    var sorted = dictionary.sorted();
    for (var i = 0; i < sorted.length; i++) {
      ranks[sorted[i]] = i;
    }
    return ranks;
  }

  /// What must be tallied for some facets.
  static Tallies.Needs needs(Set<Facet> facets) {
    var traits = false;
    var tags = false;
    for (var facet : facets) {
      switch (facet) {
        case OPERATION, ACCOUNT, ACCOUNT_LANGUAGE, ACCOUNT_CREATED -> {}
        case LANGUAGE, DETECTED, CLIENT, KIND, MEDIA, COPIES -> traits = true;
        case HASHTAG, MENTION, DOMAIN, RETWEETED -> {
          traits = true; // for those that have none
          tags = true;
        }
      }
    }
    return new Tallies.Needs(traits, tags);
  }

  /// How many accounts sent the tallied tweets; one that is in two releases counts once.
  long accounts(Tallies tallies) {
    var tally = tallies.accounts();
    var users = new java.util.BitSet();
    for (var i = 0; i < tally.distinct(); i++) {
      users.set(accounts.user(tally.touched()[i]));
    }
    return users.cardinality();
  }

  FacetCounts read(Facet facet, Tallies tallies, FacetListing wanted) {
    return switch (facet) {
      case OPERATION -> byText(fold(tallies.accounts(), accounts::operation), wanted);
      case ACCOUNT_LANGUAGE -> byText(fold(tallies.accounts(), accounts::language), wanted);
      case ACCOUNT_CREATED -> byText(fold(tallies.accounts(), accounts::createdYear), wanted);
      case ACCOUNT -> users(tallies.accounts(), wanted);
      case LANGUAGE ->
          traits(tallies, columns.traits().language(), dictionaries.languages(), wanted);
      case DETECTED ->
          traits(tallies, columns.traits().detected(), dictionaries.detectedLanguages(), wanted);
      case COPIES -> copies(tallies.traits(), wanted);
      case CLIENT -> traits(tallies, columns.traits().client(), dictionaries.clients(), wanted);
      case KIND -> traits(tallies, columns.traits().kind(), dictionaries.kinds(), wanted);
      case MEDIA -> media(tallies, wanted);
      case HASHTAG -> tags(tallies, dictionaries.hashtags(), 0, 1, wanted);
      case MENTION ->
          tags(tallies, dictionaries.mentions(), dictionaries.firstMention(), 2, wanted);
      case DOMAIN -> tags(tallies, dictionaries.domains(), dictionaries.firstDomain(), 4, wanted);
      case RETWEETED ->
          tags(tallies, dictionaries.retweeted(), dictionaries.firstRetweeted(), 8, wanted);
    };
  }

  private interface Label {
    String of(int ordinal);
  }

  private static Map<String, Long> fold(Tally tally, Label label) {
    var counts = new HashMap<String, Long>();
    for (var i = 0; i < tally.distinct(); i++) {
      var ordinal = tally.touched()[i];
      counts.merge(label.of(ordinal), (long) tally.count(ordinal), Long::sum);
    }
    return counts;
  }

  private FacetCounts traits(
      Tallies tallies, int[] valueOf, Dictionary dictionary, FacetListing wanted) {
    var tally = tallies.traits();
    var sums = new long[dictionary.size()];
    for (var i = 0; i < tally.distinct(); i++) {
      var set = tally.touched()[i];
      sums[valueOf[set]] += tally.count(set);
    }
    return byText(counted(sums, dictionary), wanted);
  }

  private FacetCounts copies(Tally tally, FacetListing wanted) {
    var rangeOf = columns.traits().copies();
    return byText(fold(tally, set -> CopyRange.numbered(rangeOf[set]).key()), wanted);
  }

  private FacetCounts media(Tallies tallies, FacetListing wanted) {
    var tally = tallies.traits();
    var sums = new long[dictionaries.media().size()];
    for (var i = 0; i < tally.distinct(); i++) {
      var set = tally.touched()[i];
      for (var values = columns.traits().media()[set]; values != 0; values &= values - 1) {
        sums[Integer.numberOfTrailingZeros(values)] += tally.count(set);
      }
    }
    return byText(counted(sums, dictionaries.media()), wanted);
  }

  private static Map<String, Long> counted(long[] sums, Dictionary dictionary) {
    var counts = new HashMap<String, Long>();
    for (var value = 0; value < sums.length; value++) {
      if (sums[value] > 0) {
        counts.put(dictionary.value(value), sums[value]);
      }
    }
    return counts;
  }

  private FacetCounts users(Tally tally, FacetListing wanted) {
    var sums = new long[accounts.size()];
    for (var i = 0; i < tally.distinct(); i++) {
      var account = tally.touched()[i];
      sums[accounts.user(account)] += tally.count(account);
    }
    var values = new ArrayList<Value>();
    for (var user = 0; user < sums.length; user++) {
      if (sums[user] > 0) {
        values.add(new Value(accounts.userId(user), accounts.handle(user), sums[user]));
      }
    }
    return wanted.of(values);
  }

  private static FacetCounts byText(Map<String, Long> counts, FacetListing wanted) {
    var values = new ArrayList<Value>();
    counts.forEach((text, count) -> values.add(Value.of(text, count)));
    return wanted.of(values);
  }

  /// Tags are too many to make a text of each: a heap keeps the most frequent.
  private FacetCounts tags(
      Tallies tallies, Dictionary dictionary, int first, int missingBit, FacetListing wanted) {
    var tally = tallies.tags();
    var ranks = Objects.requireNonNull(this.ranks.get(dictionary));
    var range = dictionary.withPrefix(wanted.text().prefix().toLowerCase(Locale.ROOT));
    var part = wanted.text().part().toLowerCase(Locale.ROOT).getBytes(UTF_8);
    // Counts, and among the same ones the first in the alphabet.
    var heap = new LongHeap(Math.max(1, wanted.size()));
    var distinct = 0L;
    // Below this count nothing gets into the heap any more: most tags occur once.
    var least = 0;
    var end = tally.until(first + dictionary.size());
    for (var i = tally.from(first); i < end; i++) {
      var ordinal = tally.touched()[i] - first;
      if (ordinal < 0 || ordinal >= dictionary.size()) {
        continue;
      }
      distinct++;
      var count = tally.count(first + ordinal);
      if (count < least) {
        continue;
      }
      var rank = ranks[ordinal];
      if (rank >= range[0] && rank < range[1] && dictionary.contains(ordinal, part)) {
        heap.insertWithOverflow(((long) count << 32) | (Integer.MAX_VALUE - rank));
        least = heap.size() < wanted.size() ? 0 : (int) (heap.top() >> 32);
      }
    }
    var values = new ArrayList<Value>();
    var listed = new HashSet<Integer>();
    for (var i = 1; i <= heap.size(); i++) {
      var ordinal = dictionary.sorted()[Integer.MAX_VALUE - (int) heap.get(i)];
      listed.add(ordinal);
      values.add(Value.of(dictionary.value(ordinal), tally.count(first + ordinal)));
    }
    for (var chosen : wanted.chosen().keySet()) {
      var ordinal = dictionary.ordinal(chosen);
      if (ordinal.isPresent() && !listed.contains(ordinal.getAsInt())) {
        values.add(new Value(chosen, chosen, tally.count(first + ordinal.getAsInt())));
      }
    }
    var none = missing(tallies.traits(), missingBit);
    if (none > 0) {
      values.add(Value.of("", none));
    }
    return wanted.of(values, distinct);
  }

  private long missing(Tally tally, int bit) {
    var none = 0L;
    for (var i = 0; i < tally.distinct(); i++) {
      var set = tally.touched()[i];
      if ((columns.traits().missing()[set] & bit) != 0) {
        none += tally.count(set);
      }
    }
    return none;
  }
}
