package org.trawl.page.analysis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.accounts.AccountLife.Counted;
import org.trawl.accounts.AccountRow;
import org.trawl.accounts.AccountRows;
import org.trawl.accounts.AccountSort;
import org.trawl.accounts.TempoChange;
import org.trawl.accounts.ValueChange;
import org.trawl.api.ParameterNames;
import org.trawl.api.Problem.Fault;
import org.trawl.api.analysis.AccountsParameters;
import org.trawl.page.SearchAddress;
import org.trawl.page.SearchAddress.Field;
import org.trawl.page.analysis.AccountsView.Column;
import org.trawl.page.analysis.AccountsView.Row;
import org.trawl.page.analysis.CompareView.Link;
import org.trawl.page.site.Wording;
import org.trawl.search.AccountsRequest;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// Makes the page that shows the accounts of a search as a table.
final class AccountsPage {
  private static final String PATH = "/accounts";
  private static final int SIZE = 50;

  /// Languages that are shown of an account.
  private static final int LANGUAGES = 3;

  private final TweetSearch searcher;
  private final Duration budget;

  AccountsPage(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// The page for these parameters of an address.
  AccountsView view(Map<String, List<String>> given) throws IOException {
    var parameters = new LinkedHashMap<String, List<String>>();
    AccountsParameters.NAMES.forEach(name -> {
      var values = given.getOrDefault(name, List.of());
      var kept =
          values.stream()
              .filter(value -> name.equals(ParameterNames.QUERY) || !value.isBlank())
              .toList();
      if (!kept.isEmpty()) {
        parameters.put(name, kept);
      }
    });
    parameters.put(AccountsParameters.SIZE, List.of(Integer.toString(SIZE)));
    var asked = AccountsParameters.read(parameters, budget);
    var faults = new ArrayList<>(asked.faults().stream().map(Fault::detail).toList());
    var rows = new AccountRows(List.of(), 0, 0, Duration.ZERO, false);
    if (faults.isEmpty()) {
      try {
        rows = searcher.accounts(asked.request());
      } catch (QueryRefused e) {
        faults.add(asked.search().problem(e).detail());
      }
    }
    parameters.remove(AccountsParameters.SIZE);
    return view(parameters, asked.request(), rows, faults);
  }

  private static AccountsView view(
      Map<String, List<String>> parameters,
      AccountsRequest request,
      AccountRows rows,
      List<String> faults) {
    var search = SearchAddress.scope(parameters);
    int from = request.from();
    long end = (long) from + rows.rows().size();
    return new AccountsView(
        search,
        new Link(
            Wording.number(rows.accounts(), "account", "accounts")
                + " with "
                + Wording.number(rows.tweets(), "tweet", "tweets"),
            search.href()),
        new AccountsView.Form(
            request.name(),
            request.least() == 1 ? "" : Long.toString(request.least()),
            kept(parameters)),
        columns(parameters, request),
        rows.rows().stream().map(row -> row(row, search)).toList(),
        rows.accounts() <= SIZE
            ? ""
            : "Accounts " + Wording.number(from + 1L) + " to " + Wording.number(end),
        from == 0
            ? Optional.empty()
            : Optional.of(href(PATH, parameters, AccountsParameters.FROM, page(from - SIZE))),
        end >= rows.accounts()
            ? Optional.empty()
            : Optional.of(href(PATH, parameters, AccountsParameters.FROM, page(from + SIZE))),
        new AccountsView.Downloads(
            href("/api/accounts", parameters, AccountsParameters.FROM, ""),
            href(
                "/api/accounts",
                with(
                    parameters,
                    AccountsParameters.SIZE,
                    Integer.toString(AccountsRequest.MAX_SIZE)),
                "format",
                "csv")),
        faults,
        rows.partial());
  }

  private static String page(int from) {
    return from <= 0 ? "" : Integer.toString(from);
  }

  private static List<Field> kept(Map<String, List<String>> parameters) {
    var fields = new ArrayList<Field>();
    parameters.forEach((name, values) -> {
      if (!List.of(AccountsParameters.NAME, AccountsParameters.LEAST, AccountsParameters.FROM)
          .contains(name)) {
        values.forEach(value -> fields.add(new Field(name, value)));
      }
    });
    return fields;
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> parameters, String name, String value) {
    var changed = new LinkedHashMap<>(parameters);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.of(value));
    }
    return changed;
  }

  private static String href(
      String path, Map<String, List<String>> parameters, String name, String value) {
    return path
        + "?"
        + with(parameters, name, value).entrySet().stream()
            .flatMap(entry ->
                entry.getValue().stream()
                    .map(one -> entry.getKey() + "=" + SearchAddress.encode(one)))
            .collect(Collectors.joining("&"));
  }

  private static List<Column> columns(
      Map<String, List<String>> parameters, AccountsRequest request) {
    var columns = new ArrayList<Column>();
    for (var sort : AccountSort.values()) {
      var isSorted = request.sort() == sort;
      boolean descends = isSorted ? !request.descending() : sort.descends();
      var by =
          with(with(parameters, AccountsParameters.SORT, sort.key()), AccountsParameters.FROM, "");
      columns.add(
          new Column(
              title(sort),
              href(
                  PATH,
                  by,
                  AccountsParameters.ORDER,
                  descends == sort.descends() ? "" : descends ? "desc" : "asc"),
              isSorted ? (request.descending() ? "descending" : "ascending") : "none",
              isNumber(sort)));
      if (sort == AccountSort.LAST) {
        columns.add(new Column("Languages", "", "none", false));
      }
    }
    return columns;
  }

  private static String title(AccountSort sort) {
    return switch (sort) {
      case TWEETS -> "Tweets";
      case FIRST -> "First";
      case LAST -> "Last";
      case RETWEETS -> "Retweets";
      case COPIES -> "Copies";
      case FOLLOWERS -> "Followers";
      case FOLLOWING -> "Following";
      case CREATED -> "Made";
      case WAITED -> "Days until first tweet";
      case TOGETHER -> "Made together";
      case LANGUAGE_CHANGE -> "Change of language";
      case TOPIC_CHANGE -> "Change of hashtags";
      case TEMPO_CHANGE -> "Change of pace";
    };
  }

  private static boolean isNumber(AccountSort sort) {
    return switch (sort) {
      case TWEETS, RETWEETS, COPIES, FOLLOWERS, FOLLOWING, WAITED, TOGETHER -> true;
      case FIRST, LAST, CREATED, LANGUAGE_CHANGE, TOPIC_CHANGE, TEMPO_CHANGE -> false;
    };
  }

  private static Row row(AccountRow row, SearchAddress search) {
    var account = row.totals().account();
    var own = search.clear(Facet.ACCOUNT).toggleFilter(Facet.ACCOUNT, account.id());
    var cells = new ArrayList<Link>();
    for (var sort : AccountSort.values()) {
      cells.add(cell(sort, row, own));
      if (sort == AccountSort.LAST) {
        cells.add(new Link(languages(row.life().languages()), ""));
      }
    }
    return new Row(
        new Link(
            Wording.facetValue(Facet.ACCOUNT, account.id(), account.screenName()),
            "/accounts/" + SearchAddress.encode(account.id()).replace("+", "%20")),
        cells);
  }

  private static String languages(List<Counted> languages) {
    return languages.stream()
        .limit(LANGUAGES)
        .map(one -> Wording.language(one.value()) + " " + Wording.number(one.count()))
        .collect(Collectors.joining(", "));
  }

  private static Link cell(AccountSort sort, AccountRow row, SearchAddress own) {
    var totals = row.totals();
    return switch (sort) {
      case TWEETS -> new Link(Wording.number(totals.tweets()), own.href());
      case FIRST -> new Link(Wording.day(totals.first()), own.with("sort", "oldest").href());
      case LAST -> new Link(Wording.day(totals.last()), own.with("sort", "newest").href());
      case RETWEETS ->
          new Link(
              CompareChart.percent(totals.share(totals.retweets())),
              own.clear(Facet.KIND).toggleFilter(Facet.KIND, "retweet").href());
      case COPIES ->
          new Link(
              CompareChart.percent(totals.share(totals.copies())),
              own.clear(Facet.COPIES).toggleExclude(Facet.COPIES, "1").href());
      case FOLLOWERS -> plain(Wording.number(totals.account().profile().followers()));
      case FOLLOWING -> plain(Wording.number(totals.account().profile().following()));
      case CREATED ->
          plain(totals.account().profile().created().map(Wording::day).orElse("not known"));
      case WAITED -> plain(totals.waited().map(Wording::number).orElse(""));
      case TOGETHER -> plain(together(totals.together().accounts(), totals.together().sameText()));
      case LANGUAGE_CHANGE ->
          turn(
              row.life().language(),
              change ->
                  Wording.language(change.before()) + " → " + Wording.language(change.after()),
              own);
      case TOPIC_CHANGE ->
          turn(row.life().topic(), change -> "#" + change.before() + " → #" + change.after(), own);
      case TEMPO_CHANGE -> row.life().tempo().map(change -> tempo(change, own)).orElse(plain(""));
    };
  }

  private static Link plain(String text) {
    return new Link(text, "");
  }

  private static String together(long accounts, long sameText) {
    if (accounts == 1) {
      return "";
    }
    var text = Wording.number(accounts) + " accounts";
    return sameText > 1
        ? text + ", " + Wording.number(sameText) + " with the same first tweet"
        : text;
  }

  /// A turn leads to the account's tweets from that month on.
  private static Link turn(
      Optional<ValueChange> change,
      java.util.function.Function<ValueChange, String> says,
      SearchAddress own) {
    return change
        .map(one ->
            new Link(
                one.month()
                    + ": "
                    + says.apply(one)
                    + String.format(Locale.ENGLISH, " (%.2f)", one.bits()),
                own.with("since", one.month() + "-01").with("sort", "oldest").href()))
        .orElse(plain(""));
  }

  private static Link tempo(TempoChange change, SearchAddress own) {
    return new Link(
        String.format(
            Locale.ENGLISH,
            "%s: %.1f → %.1f a day (%.2f)",
            change.month(),
            change.before(),
            change.after(),
            change.bits()),
        own.with("since", change.month() + "-01").with("sort", "oldest").href());
  }
}
