package org.trawl.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trawl.api.Problem.Fault;
import org.trawl.explain.ListText;
import org.trawl.explain.Listing;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.ValueList;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Words;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.Timeline;

/// Reads parameters one by one and notes what is wrong with them. What cannot be read is as good as
/// missing: a strict caller refuses a request with faults, a lenient one shows them beside the
/// rest.
public final class ParameterReader {
  private static final int SIZE = 20;
  private static final int FACET_SIZE = 10;

  /// What dates and times are made of; anything else would be more than one operator's value.
  private static final Pattern TIME = Pattern.compile("[0-9][0-9TZtz:_.+-]{3,39}");

  /// The `+` of an offset, which addresses write as `%2B` and read as a space.
  private static final Pattern SPACED_OFFSET =
      Pattern.compile("(?<=:[0-9]{2}) (?=[0-9]{2}:?[0-9]{2}$)");

  private final Map<String, List<String>> parameters;
  private final List<Fault> faults = new ArrayList<>();

  public ParameterReader(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /// What is wrong with what was read so far.
  public List<Fault> faults() {
    // What several others depend on is read more than once.
    return faults.stream().distinct().toList();
  }

  SearchRequest request(QueryAst query, Duration budget) {
    return new SearchRequest(query, selection(), page(query), counting(budget));
  }

  private Page page(QueryAst query) {
    var wanted = choice(ParameterNames.SORT, Sort.values(), Sort.RELEVANCE);
    var sort = SearchRequest.sort(wanted, query);
    return new Page(
        sort,
        number(ParameterNames.SIZE, 0, Page.MAX_SIZE, SIZE),
        one(ParameterNames.AFTER),
        collapse(sort));
  }

  private Counting counting(Duration budget) {
    return new Counting(
        facets(),
        number(ParameterNames.FACET_SIZE, 1, Counting.MAX_FACET_SIZE, FACET_SIZE),
        timeline(),
        budget,
        zone());
  }

  private Selection selection() {
    var since = time(ParameterNames.SINCE);
    var until = time(ParameterNames.UNTIL);
    var list = wholeList();
    var role = role();
    var within = list.values().isEmpty() ? new QueryAst.All() : list.ast(role);
    var filters = values(ParameterNames.FILTER);
    var excludes = values(ParameterNames.EXCLUDE);
    return new Selection(filters, excludes, since, until).within(within);
  }

  /// The list of a search; without values if none is given.
  public ValueList list() {
    var words = choice(ParameterNames.LIST_WORDS, Words.values(), Words.ACCOUNTS);
    var typed = parameters.getOrDefault(ParameterNames.LIST, List.of());
    var list = ValueList.read(String.join("\n", typed), words);
    if (list.excess() > 0) {
      fault(
          ParameterNames.LIST,
          "a list can have "
              + ValueList.MAX_VALUES
              + " values; this has "
              + list.excess()
              + " more");
    }
    return list;
  }

  /// What the accounts of a list have to do with a tweet.
  public Role role() {
    return choice(ParameterNames.LIST_ACCOUNTS, Role.values(), Role.FROM);
  }

  /// The list of a search, with a fault if any of its values cannot be read: a search without some
  /// of the values would look right and be wrong.
  public ValueList wholeList() {
    var list = list();
    unread(list);
    return list;
  }

  private void unread(ValueList list) {
    if (!list.unread().isEmpty()) {
      var first = list.unread().getFirst();
      var more = list.unread().size() - 1;
      fault(
          ParameterNames.LIST,
          "“"
              + cut(first.text())
              + "” in the list is "
              + ListText.of(first.reason())
              + (more == 0
                  ? ""
                  : "; and "
                      + Listing.count(more, "more value", "more values")
                      + " cannot be read"));
    }
  }

  /// A parameter that may stand once.
  public Optional<String> one(String name) {
    var given =
        parameters.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
    if (given.size() > 1) {
      fault(name, name + " can be given once, and here stands " + given.size() + " times");
    }
    return given.stream().findFirst();
  }

  /// The values of a parameter that may stand several times, with several values parted by commas
  /// each; without blank ones.
  public List<String> each(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .flatMap(given -> Arrays.stream(given.split(",")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  public int number(String name, int min, int max, int otherwise) {
    var text = one(name).map(String::strip);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= min && number <= max) {
        return number;
      }
    }
    fault(name, name + " must be a whole number from " + min + " to " + max + quoted(text.get()));
    return otherwise;
  }

  public <E extends Enum<E>> E choice(String name, E[] choices, E otherwise) {
    return one(name).flatMap(text -> choice(name, text, choices)).orElse(otherwise);
  }

  private <E extends Enum<E>> Optional<E> choice(String name, String text, E[] choices) {
    var found = Arrays.stream(choices).filter(c -> key(c).equals(text.strip())).findFirst();
    if (found.isEmpty()) {
      var known = Arrays.stream(choices).map(ParameterReader::key).toList();
      fault(name, name + " must be one of " + String.join(", ", known) + quoted(text));
    }
    return found;
  }

  private static String key(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /// By relevance copies are one hit unless they are asked for.
  private Collapse collapse(Sort sort) {
    var usual = sort == Sort.RELEVANCE ? Collapse.SAME : Collapse.NONE;
    var text = one(ParameterNames.COPIES).map(String::strip);
    for (var collapse : Collapse.values()) {
      if (text.orElse(key(usual)).equals(key(collapse))) {
        return collapse;
      }
    }
    fault(
        ParameterNames.COPIES,
        "copies must be one of show, collapse, similar" + quoted(text.orElse("")));
    return usual;
  }

  /// What hits being one is called in addresses and answers.
  public static String key(Collapse collapse) {
    return switch (collapse) {
      case NONE -> "show";
      case SAME -> "collapse";
      case SIMILAR -> "similar";
    };
  }

  /// A parameter that is `true` or `1`, `false` or `0`, the latter unless given.
  public boolean yes(String name) {
    var text = one(name).map(String::strip).orElse("false");
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> {
        fault(name, name + " must be one of true, false" + quoted(text));
        yield false;
      }
    };
  }

  private Optional<Timeline.Choice> timeline() {
    var text = one(ParameterNames.TIMELINE);
    if (text.isPresent() && text.get().strip().equals("none")) {
      return Optional.empty();
    }
    var choices = Timeline.Choice.values();
    var chosen = text.flatMap(value -> choice(ParameterNames.TIMELINE, value, choices));
    return Optional.of(chosen.orElse(Timeline.Choice.AUTO));
  }

  private Set<Facet> facets() {
    var text = one(ParameterNames.FACETS).map(String::strip).orElse("all");
    if (text.equals("all")) {
      return EnumSet.allOf(Facet.class);
    }
    var facets = EnumSet.noneOf(Facet.class);
    if (!text.equals("none")) {
      for (var key : text.split(",")) {
        facet(ParameterNames.FACETS, key.strip()).ifPresent(facets::add);
      }
    }
    return facets;
  }

  private Map<Facet, List<String>> values(String name) {
    var values = new EnumMap<Facet, List<String>>(Facet.class);
    for (var text : parameters.getOrDefault(name, List.of())) {
      int colon = text.indexOf(':');
      if (colon >= 0 && colon < text.length() - 1) {
        facet(name, text.substring(0, colon))
            .map(facet -> values.computeIfAbsent(facet, key -> new ArrayList<>()))
            .ifPresent(chosen -> chosen.add(text.substring(colon + 1)));
      } else if (!text.isBlank()) {
        fault(
            name,
            name + " must be a facet, a colon and a value, such as language:en" + quoted(text));
      }
    }
    return values;
  }

  private Optional<Facet> facet(String name, String key) {
    var found = facet(key);
    if (found.isEmpty()) {
      fault(name, "there is no facet " + cut(key) + "; there are " + facetKeys());
    }
    return found;
  }

  /// The facet of this name.
  public static Optional<Facet> facet(String key) {
    return Arrays.stream(Facet.values()).filter(facet -> facet.key().equals(key)).findFirst();
  }

  public static String facetKeys() {
    return Arrays.stream(Facet.values()).map(Facet::key).collect(Collectors.joining(", "));
  }

  /// A date or time, read as the operator of the same name reads it.
  private Optional<Instant> time(String name) {
    var text = one(name).map(String::strip);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var time = SPACED_OFFSET.matcher(text.get()).replaceFirst("+");
    if (TIME.matcher(time).matches()) {
      var parsed = QueryParser.parse(name + ":" + time, zone());
      if (parsed.problems().isEmpty()
          && parsed.ast() instanceof QueryAst.Time(var since, var until)) {
        return name.equals(ParameterNames.SINCE) ? since : until;
      }
    }
    fault(
        name,
        name
            + " must be a date or time such as 2016-06-24 or 2016-06-24T13:30:00Z"
            + quoted(text.get()));
    return Optional.empty();
  }

  /// Whose days and hours are meant; UTC unless given.
  public ZoneId zone() {
    var text = one(ParameterNames.ZONE);
    var zone = text.flatMap(Zones::of);
    if (text.isPresent() && zone.isEmpty()) {
      fault(
          ParameterNames.ZONE,
          "zone must be a time zone such as Europe/Berlin, an offset such as +05:30, or UTC"
              + quoted(text.get()));
    }
    return zone.orElse(ZoneOffset.UTC);
  }

  private void fault(String name, String detail) {
    faults.add(Fault.of(name, detail));
  }

  private static String quoted(String text) {
    return ", got “" + cut(text) + "”";
  }

  /// Enough of a value to know it again.
  public static String cut(String text) {
    int most = 80;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
