package org.trawl.page.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.api.network.CoordinationQuestion;
import org.trawl.api.network.NetworkQuestion;
import org.trawl.explain.Listing;
import org.trawl.page.network.CoordinationView.ExampleRow;
import org.trawl.page.network.CoordinationView.Form;
import org.trawl.page.network.CoordinationView.Found;
import org.trawl.page.network.CoordinationView.GroupView;
import org.trawl.page.network.CoordinationView.PairRow;
import org.trawl.page.network.NetworkView.Field;
import org.trawl.page.network.NetworkView.Link;
import org.trawl.page.network.NetworkView.Option;
import org.trawl.search.Coordination;
import org.trawl.search.Coordination.Group;
import org.trawl.search.Coordination.Member;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.NetworkType;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// Makes the page of who acted together more often than chance has it.
public final class CoordinationPage {
  /// Members named of each group, and those that a link to its tweets names.
  private static final int NAMED = 24;

  private static final int LINKED = 60;

  /// Pairs shown of each group; files have all.
  private static final int PAIRS = 10;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final TweetSearch searcher;
  private final Duration budget;
  private final UnaryOperator<String> shown;

  /// @param budget how long counting may take
  /// @param shown how a handle is shown: a hash by a name that can be read
  public CoordinationPage(TweetSearch searcher, Duration budget, UnaryOperator<String> shown) {
    this.searcher = searcher;
    this.budget = budget;
    this.shown = shown;
  }

  /// What was asked.
  private record Asked(
      Map<String, List<String>> parameters,
      SearchParameters search,
      CoordinationQuestion question) {
    String query() {
      return parameters.getOrDefault(ParameterNames.QUERY, List.of("")).getFirst().strip();
    }
  }

  /// The page for these parameters of an address.
  public CoordinationView view(Map<String, List<String>> parameters)
      throws IOException, QueryRefused {
    var search = SearchParameters.read(parameters, budget);
    var question = CoordinationQuestion.read(search, new ParameterReader(parameters));
    var asked = new Asked(parameters, search, question);
    var faults = new ArrayList<String>();
    search.problem().ifPresent(problem -> problem.faults().forEach(f -> faults.add(told(f))));
    question.faults().forEach(fault -> faults.add(told(fault)));
    var found = Optional.<Found>empty();
    if (faults.isEmpty()) {
      try {
        found = Optional.of(found(asked, searcher.coordination(question.request())));
      } catch (NetworkTooLarge e) {
        faults.add(NetworkQuestion.problem(e).detail());
      }
    }
    return new CoordinationView(form(asked, faults.stream().distinct().toList()), found);
  }

  private static String told(Fault fault) {
    return fault.detail() + fault.suggestion().map(text -> " (" + text + ")").orElse("");
  }

  private static Form form(Asked asked, List<String> faults) {
    var request = asked.question.request();
    var hidden = new ArrayList<Field>();
    for (var name : ParameterNames.SELECTION) {
      asked.parameters.getOrDefault(name, List.of()).stream()
          .filter(value -> !value.isBlank())
          .forEach(value -> hidden.add(new Field(name, value)));
    }
    return new Form(
        asked.query(),
        Arrays.stream(NetworkType.values())
            .filter(NetworkType::shares)
            .map(type -> new Option(type.key(), TypeNames.of(type), type == request.type()))
            .toList(),
        request.window().toSeconds() + "s",
        Integer.toString(request.items()),
        hidden,
        address("/", asked, asked.query(), Map.of()),
        faults);
  }

  /// An address with the search's filters.
  private static String address(String path, Asked asked, String query, Map<String, String> more) {
    var parts = new ArrayList<String>();
    parts.add("q=" + URLEncoder.encode(query, UTF_8));
    for (var name : ParameterNames.SELECTION) {
      for (var value : asked.parameters.getOrDefault(name, List.of())) {
        if (!value.isBlank()) {
          parts.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
      }
    }
    more.forEach((name, value) -> parts.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    return path + "?" + String.join("&", parts);
  }

  private Found found(Asked asked, Coordination found) {
    var request = asked.question.request();
    var notes = new ArrayList<String>();
    if (found.partial()) {
      notes.add(
          "Time ran out before all was counted: groups may be missing. Narrow the dates or the"
              + " query.");
    }
    int left = found.groupCount() - found.groups().size();
    if (left > 0) {
      notes.add(
          Listing.count(left, "less improbable group is", "less improbable groups are")
              + " left out.");
    }
    var own = own(asked);
    return new Found(
        Listing.count(found.groupCount(), "group", "groups")
            + " of "
            + Listing.count(found.accounts(), "account", "accounts")
            + ": "
            + Listing.count(found.pairCount(), "pair", "pairs")
            + " with "
            + request.type().words()
            + " within "
            + request.window().toSeconds()
            + " seconds, again and again",
        "The same "
            + Listing.count(found.tweets(), "tweet", "tweets")
            + " with their times shuffled within each day give "
            + Listing.count(found.chance().groups(), "group", "groups")
            + ".",
        notes,
        List.of(
            new Link("JSON", address("/api/coordination", asked, asked.query(), own)),
            new Link("Pairs as CSV", address("/api/coordination", asked, asked.query(), csv(own)))),
        IntStream.range(0, found.groups().size())
            .mapToObj(i -> group(asked, i + 1, found.groups().get(i)))
            .toList());
  }

  private static Map<String, String> csv(Map<String, String> own) {
    var csv = new LinkedHashMap<>(own);
    csv.put("format", "csv");
    return csv;
  }

  /// The parameters that are its own.
  private static Map<String, String> own(Asked asked) {
    var request = asked.question.request();
    var own = new LinkedHashMap<String, String>();
    own.put(NetworkQuestion.TYPE, request.type().key());
    own.put(NetworkQuestion.WINDOW, request.window().toSeconds() + "s");
    own.put(NetworkQuestion.ITEMS, Integer.toString(request.items()));
    return own;
  }

  private GroupView group(Asked asked, int number, Group group) {
    var members = group.members();
    var linked = members.subList(0, Math.min(LINKED, members.size()));
    var query = query(asked, linked);
    var whom = members.size() > linked.size() ? " of the first " + linked.size() : "";
    var network = new LinkedHashMap<>(own(asked));
    network.put(NetworkQuestion.MIN, "2");
    var strongest = group.pairs().getFirst();
    return new GroupView(
        "Group " + number + ": " + Listing.count(members.size(), "account", "accounts"),
        "Together on "
            + Listing.count(group.items(), "item", "items")
            + " and "
            + Listing.count(group.days(), "day", "days")
            + ", "
            + span(group.first(), group.last())
            + ".",
        "The most improbable pair acted together "
            + Listing.count(strongest.together(), "time", "times")
            + "; chance has "
            + expected(strongest.expected())
            + ". As often or more by chance: one in 10"
            + superscript(Math.floor(strongest.surprise()))
            + ".",
        members.stream().limit(NAMED).map(this::link).toList(),
        members.size() > NAMED ? "and " + Listing.number(members.size() - NAMED) + " more" : "",
        List.of(
            new Link("Tweets" + whom, address("/", asked, query, Map.of())),
            new Link("Network" + whom, address("/network", asked, query, network)),
            new Link("Accounts as a table" + whom, address("/accounts", asked, query, Map.of()))),
        group.examples().stream()
            .map(example -> {
              var tweet = example.hit().tweet();
              return new ExampleRow(
                  Listing.number(example.members()),
                  tweet.content().text(),
                  tweet.content().language().equals("und") ? "" : tweet.content().language(),
                  new Link(SECOND.format(tweet.time()), "/tweets/" + tweet.id()));
            })
            .toList(),
        group.pairs().stream().limit(PAIRS).map(pair -> pair(asked, group, pair)).toList());
  }

  /// The search of these accounts only.
  private static String query(Asked asked, List<Member> members) {
    var from =
        members.stream()
            .map(member -> "\"" + member.id() + "\"")
            .collect(Collectors.joining(" OR ", "from:(", ")"));
    return asked.query().isEmpty() ? from : "(" + asked.query() + ") " + from;
  }

  private PairRow pair(Asked asked, Group group, Coordination.Pair pair) {
    var one = group.members().get(pair.one());
    var other = group.members().get(pair.other());
    var ends = new LinkedHashMap<>(own(asked));
    ends.put("items", "1");
    ends.put("source", one.id());
    ends.put("target", other.id());
    return new PairRow(
        link(one),
        link(other),
        new Link(
            Listing.number(pair.together()), address("/network/edge", asked, asked.query(), ends)),
        expected(pair.expected()),
        Listing.number(pair.items()),
        String.format(Locale.ROOT, "%.1f", pair.surprise()));
  }

  private static String expected(double number) {
    return number < 0.01 ? "less than 0.01" : String.format(Locale.ROOT, "%.2f", number);
  }

  private static String superscript(double exponent) {
    return Long.toString((long) exponent)
        .chars()
        .mapToObj(digit -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')))
        .collect(Collectors.joining());
  }

  private static String span(Instant first, Instant last) {
    var from = DAY.format(first);
    var to = DAY.format(last);
    return from.equals(to) ? from : from + " to " + to;
  }

  private Link link(Member member) {
    return new Link(
        shown.apply(member.label()),
        "/accounts/" + URLEncoder.encode(member.id(), UTF_8).replace("+", "%20"));
  }
}
