package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trawl.page.TweetView.Fact;
import org.trawl.page.TweetView.Value;
import org.trawl.page.media.Shot;
import org.trawl.page.site.Release;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst;
import org.trawl.search.AccountSummary;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchScope;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.TimelinesRequest;
import org.trawl.search.TweetSearch;
import org.trawl.tweet.Tweet.Account;

/// Makes the page of an account.
final class AccountPages {
  /// The facets listed, in this order.
  private static final List<Facet> LISTS =
      List.of(Facet.KIND, Facet.LANGUAGE, Facet.HASHTAG, Facet.MENTION, Facet.DOMAIN, Facet.CLIENT);

  private static final int SHOWN = 10;

  private final TweetSearch searcher;
  private final Duration budget;

  AccountPages(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  Optional<AccountView> account(String idOrHandle) throws IOException, QueryRefused {
    return account(idOrHandle, ZoneOffset.UTC);
  }

  /// The same with the times of a zone.
  Optional<AccountView> account(String idOrHandle, ZoneId zone) throws IOException, QueryRefused {
    var found = searcher.account(idOrHandle);
    return found.isEmpty() ? Optional.empty() : Optional.of(view(found.get(), zone));
  }

  private AccountView view(AccountSummary summary, ZoneId zone) throws IOException, QueryRefused {
    var account = summary.account();
    var own = new QueryAst.From(List.of(account.id()));
    var query = SearchAddress.query("from:" + Card.quoted(account.id()));
    var address = zone.equals(ZoneOffset.UTC) ? query : query.with("zone", zone.getId());
    var facets = search(own, Set.copyOf(LISTS), zone).counts().facets();
    var lists = new ArrayList<TopList>();
    for (var facet : LISTS) {
      TopList.of(facet, Optional.ofNullable(facets.get(facet)), address, SHOWN)
          .ifPresent(lists::add);
    }
    return new AccountView(
        AccountLine.of(account),
        account.profile().bio(),
        Shot.of(searcher.media().ofAccount(account.id()), account.id()),
        Wording.number(summary.tweets(), "tweet", "tweets"),
        address.href(),
        address.distinctiveHref().orElseThrow(),
        facts(summary, zone),
        summary.tweets() == 0
            ? Optional.empty()
            : Optional.of(
                Activity.of(
                    timeline(own, Timeline.Choice.DAY, zone),
                    timeline(own, Timeline.Choice.HOUR, zone),
                    address)),
        lists);
  }

  /// All days, or all hours, from the first tweet to the last.
  private List<Bucket> timeline(QueryAst own, Timeline.Choice interval, ZoneId zone)
      throws IOException, QueryRefused {
    var scopes = List.of(new SearchScope(own, Selection.NONE));
    var request = new TimelinesRequest(scopes, interval, Integer.MAX_VALUE - 1, zone, budget);
    return searcher.timelines(request).timelines().stream()
        .findFirst()
        .map(Timeline::buckets)
        .orElse(List.of());
  }

  private SearchResult search(QueryAst own, Set<Facet> facets, ZoneId zone)
      throws IOException, QueryRefused {
    return searcher.search(
        new SearchRequest(
            own,
            Selection.NONE,
            new Page(Sort.NEWEST, 0, Optional.empty(), false),
            new Counting(facets, SHOWN + 2, Optional.empty(), budget, zone)));
  }

  private static List<Fact> facts(AccountSummary summary, ZoneId zone) {
    var account = summary.account();
    var profile = account.profile();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("User id", account.id(), ""));
    if (!account.hashed()) {
      facts.add(
          new Fact(
              "Mentioned as",
              "@" + account.screenName(),
              SearchAddress.query("@" + account.screenName()).href()));
    }
    formerHandles(facts, summary, zone);
    for (var operation : summary.operations()) {
      facts.add(
          new Fact(
              "Operation",
              Release.of(operation).label(),
              SearchAddress.query("operation:" + Card.quoted(operation)).href()));
    }
    text(facts, "Location, as stated", profile.location(), "location:");
    text(facts, "Link", profile.url(), "");
    profile
        .created()
        .ifPresent(day ->
            facts.add(
                new Fact(
                    "Created", Wording.day(day), SearchAddress.query("created:" + day).href())));
    if (!profile.language().isEmpty()) {
      facts.add(
          new Fact(
              "Interface language",
              Wording.language(profile.language()),
              SearchAddress.query("account_lang:" + Card.quoted(profile.language())).href()));
    }
    count(facts, "Followers", profile.followers(), "followers:");
    count(facts, "Following", profile.following(), "following:");
    summary
        .first()
        .ifPresent(time ->
            facts.add(
                new Fact(
                    "First tweet here",
                    Wording.minute(time, zone),
                    inOrder(account, Sort.OLDEST))));
    summary
        .last()
        .ifPresent(time ->
            facts.add(
                new Fact(
                    "Last tweet here", Wording.minute(time, zone), inOrder(account, Sort.NEWEST))));
    return facts;
  }

  /// All handles with their dates, where there were several. Each leads to the tweets of those
  /// days, as a handle finds all tweets of its account.
  private static void formerHandles(List<Fact> facts, AccountSummary summary, ZoneId zone) {
    var handles = summary.handles();
    if (summary.account().hashed() || handles.size() < 2) {
      return;
    }
    facts.add(
        new Fact(
            "Tweeted as",
            handles.stream().map(one -> sentAs(summary.account(), one, zone)).toList()));
  }

  private static Value sentAs(Account account, AccountSummary.SentAs handle, ZoneId zone) {
    var first = handle.first().atZone(zone).toLocalDate();
    var last = handle.last().atZone(zone).toLocalDate();
    var days = "from:" + Card.quoted(account.id()) + " since:" + first;
    return new Value(
        "@%s, %s%s, %s"
            .formatted(
                handle.handle(),
                Wording.day(first),
                first.equals(last) ? "" : " to " + Wording.day(last),
                Wording.number(handle.tweets(), "tweet", "tweets")),
        SearchAddress.query(days + " until:" + last.plusDays(1)).href());
  }

  /// The account's tweets from one end.
  private static String inOrder(Account account, Sort sort) {
    return SearchAddress.query("from:" + Card.quoted(account.id()))
        .with("sort", sort.name().toLowerCase(Locale.ROOT))
        .href();
  }

  /// A number that leads to the accounts that have at least as many.
  private static void count(List<Fact> facts, String name, long value, String operator) {
    var href = SearchAddress.query(operator + ">=" + value).href();
    facts.add(new Fact(name, Wording.number(value), href));
  }

  private static void text(List<Fact> facts, String name, String value, String operator) {
    if (!value.isEmpty()) {
      var href =
          operator.isEmpty() ? "" : SearchAddress.query(operator + Card.quoted(value)).href();
      facts.add(new Fact(name, value, href));
    }
  }
}
