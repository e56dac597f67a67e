package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trawl.accounts.AccountRow;
import org.trawl.accounts.AccountSort;
import org.trawl.language.Tokenizer;
import org.trawl.page.SearchAddress;
import org.trawl.page.analysis.CompareView.Link;
import org.trawl.page.analysis.SimilarView.Part;
import org.trawl.page.analysis.SimilarView.Sender;
import org.trawl.page.analysis.SimilarView.Variant;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst;
import org.trawl.schema.NearText;
import org.trawl.search.AccountsRequest;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchScope;
import org.trawl.search.TweetSearch;
import org.trawl.tweet.Tweet;

/// Makes the page of a tweet's near-copies: who sent such a text first, who then, and how the texts
/// differ.
final class SimilarPage {
  /// Different texts that are shown.
  private static final int TEXTS = 60;

  /// Accounts that are shown.
  private static final int ACCOUNTS = 60;

  private static final int LANGUAGES = 20;

  private final TweetSearch searcher;
  private final Duration budget;

  /// @param budget how long counting may take
  SimilarPage(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// @param id as an address has it
  /// @return empty if the archive has no such tweet
  Optional<SimilarView> view(String id) throws IOException, QueryRefused {
    if (!id.matches("[1-9][0-9]{0,17}|[1-8][0-9]{18}")) {
      return Optional.empty();
    }
    var own = searcher.tweet(Long.parseLong(id));
    return own.isEmpty() ? Optional.empty() : Optional.of(view(own.get()));
  }

  private SimilarView view(Hit own) throws IOException, QueryRefused {
    var tweet = own.tweet();
    var query = new QueryAst.SimilarTo(List.of(tweet.id().value()));
    var page = new Page(Sort.OLDEST, TEXTS, Optional.empty(), Collapse.SAME);
    var counting = new Counting(Set.of(Facet.LANGUAGE), LANGUAGES, Optional.empty(), budget);
    var found = searcher.search(new SearchRequest(query, Selection.NONE, page, counting));
    var scope = new SearchScope(query, Selection.NONE);
    var accounts =
        searcher.accounts(
            new AccountsRequest(scope, AccountSort.FIRST, false, 0, ACCOUNTS, 1, "", budget));
    var search = SearchAddress.query("similar_to:" + tweet.id()).with("sort", "oldest");
    return new SimilarView(
        tweet.id().toString(),
        tweet.content().text(),
        lang(tweet),
        new Link(Wording.number(found.total(), "tweet", "tweets"), search.href()),
        Wording.number(found.accounts(), "account", "accounts"),
        found.hits().stream().map(hit -> variant(hit, own)).toList(),
        more(found.texts() - found.hits().size(), "text", search.with("copies", "collapse").href()),
        accounts.rows().stream().map(row -> sender(row, search)).toList(),
        more(accounts.accounts() - accounts.rows().size(), "account", search.accountsHref()),
        languages(found, search),
        search.href("/api/search"),
        found.partial() || accounts.partial());
  }

  private static Optional<Link> more(long count, String what, String href) {
    return count <= 0
        ? Optional.empty()
        : Optional.of(new Link("and " + Wording.number(count, what, what + "s") + " more", href));
  }

  private static String lang(Tweet tweet) {
    var code = tweet.content().language();
    return code.equals("und") ? "" : code;
  }

  private static Variant variant(Hit hit, Hit own) {
    var tweet = hit.tweet();
    var copies = hit.copies();
    var text = tweet.content().text();
    var pieces = parts(own.tweet().content().text(), text);
    return new Variant(
        isCopy(tweet, own.tweet()),
        new Link(
            Wording.number(copies.tweets(), "tweet", "tweets"),
            SearchAddress.query("copies_of:" + tweet.id()).with("sort", "oldest").href()),
        Wording.number(copies.accounts(), "account", "accounts"),
        account(tweet.account()),
        tweet.time().toString(),
        new Link(Wording.minute(tweet.time()), "/tweets/" + tweet.id()),
        lang(tweet),
        Wording.language(tweet.content().language()),
        pieces);
  }

  /// Whether two texts are the same once what copies set aside is.
  private static boolean isCopy(Tweet tweet, Tweet other) {
    var tokenizer = new Tokenizer();
    var copy = NearText.of(tweet.content().text(), tokenizer).copy();
    return tweet.id().equals(other.id())
        || (copy != 0 && copy == NearText.of(other.content().text(), tokenizer).copy());
  }

  private static List<Part> parts(String own, String text) {
    var parts = new ArrayList<Part>();
    for (var piece : WordDiff.of(own, text)) {
      var element =
          switch (piece.in()) {
            case BOTH -> "";
            case ADDED -> "ins";
            case MISSING -> "del";
          };
      // What is missing is no part of the text, and stands apart from its words.
      var apart = !parts.isEmpty() && parts.getLast().element().equals("del");
      var joined = !parts.isEmpty() && !parts.getLast().text().endsWith(" ");
      if ((apart && !piece.text().startsWith(" ")) || (element.equals("del") && joined)) {
        parts.add(new Part("", " "));
      }
      parts.add(new Part(element, piece.text()));
    }
    return parts;
  }

  private static Link account(Tweet.Account account) {
    return new Link(
        Wording.facetValue(Facet.ACCOUNT, account.id(), account.screenName()),
        "/accounts/" + SearchAddress.encode(account.id()).replace("+", "%20"));
  }

  private static Sender sender(AccountRow row, SearchAddress search) {
    var totals = row.totals();
    return new Sender(
        account(totals.account()),
        new Link(
            Wording.number(totals.tweets()),
            search.toggleFilter(Facet.ACCOUNT, totals.account().id()).href()),
        Wording.minute(totals.first()),
        Wording.minute(totals.last()));
  }

  private static List<Link> languages(SearchResult found, SearchAddress search) {
    var counts = requireNonNull(found.counts().facets().get(Facet.LANGUAGE), "languages");
    return counts.values().stream()
        .map(value ->
            new Link(
                Wording.facetValue(Facet.LANGUAGE, value.value(), value.label())
                    + " "
                    + Wording.number(value.count()),
                search.toggleFilter(Facet.LANGUAGE, value.value()).href()))
        .toList();
  }
}
