package org.trawl.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trawl.api.PackedList;
import org.trawl.api.Zones;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.Timeline;

/// Reads the parameters of an address as a search. What cannot be read is left out and noted: a
/// link with one broken part still shows the rest.
final class Wanted {
  private static final int SIZE = 20;

  private final SearchAddress address;
  private final List<String> broken = new ArrayList<>();

  Wanted(SearchAddress address) {
    this.address = address;
  }

  /// What could not be read, in words; complete once the others were asked.
  List<String> broken() {
    return List.copyOf(broken);
  }

  SearchRequest request(QueryAst query, Duration budget) {
    var sort = SearchRequest.sort(choice("sort", Sort.class).orElse(Sort.RELEVANCE), query);
    return new SearchRequest(
        query,
        selection(),
        new Page(sort, size(), address.first("after"), collapse(sort)),
        new Counting(
            EnumSet.allOf(Facet.class),
            FacetBox.SHOWN + 1,
            Optional.of(choice("timeline", Timeline.Choice.class).orElse(Timeline.Choice.AUTO)),
            budget,
            zone()));
  }

  private ZoneId zone() {
    address
        .first("zone")
        .filter(text -> Zones.of(text).isEmpty())
        .ifPresent(text ->
            broken.add("“" + text + "” is no time zone; zones look like Europe/Berlin or +05:30."));
    return address.zone();
  }

  Selection selection() {
    return new Selection(values("filter"), values("exclude"), time("since"), time("until"))
        .within(address.list().map(PackedList::ast).orElseGet(QueryAst.All::new));
  }

  /// By relevance copies are one hit unless they are asked for.
  private boolean collapse(Sort sort) {
    return address.first("copies").map("collapse"::equals).orElse(sort == Sort.RELEVANCE);
  }

  private int size() {
    var text = address.first("size").orElse(Integer.toString(SIZE));
    if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= Page.MAX_SIZE) {
      return Math.max(1, Integer.parseInt(text));
    }
    broken.add(
        "“" + text + "” is no number of tweets a page; it can be 1 to " + Page.MAX_SIZE + ".");
    return SIZE;
  }

  private <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    var text = address.first(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (var constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text.get())) {
        return Optional.of(constant);
      }
    }
    broken.add("“" + text.get() + "” is no " + name + ".");
    return Optional.empty();
  }

  private Map<Facet, List<String>> values(String name) {
    var out = new EnumMap<Facet, List<String>>(Facet.class);
    for (var text : address.parameters().getOrDefault(name, List.of())) {
      var facet = facet(text.substring(0, Math.max(0, text.indexOf(':'))));
      if (facet.isPresent()) {
        out.computeIfAbsent(facet.get(), _ -> new ArrayList<>())
            .add(text.substring(text.indexOf(':') + 1));
      } else {
        broken.add(
            "“"
                + text
                + "” is no "
                + name
                + "; it needs a facet and a value, such as language:en.");
      }
    }
    return out;
  }

  static Optional<Facet> facet(String key) {
    return Set.of(Facet.values()).stream().filter(facet -> facet.key().equals(key)).findFirst();
  }

  private Optional<Instant> time(String name) {
    var text = address.first(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var time = read(text.get(), address.zone());
    if (time.isEmpty()) {
      broken.add(
          "“" + text.get() + "” is no date; dates look like 2016-06-24 or 2016-06-24T13:30:00Z.");
    }
    return time;
  }

  private static Optional<Instant> read(String text, ZoneId zone) {
    try {
      return Optional.of(
          switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1).atStartOfDay(zone).toInstant();
            case 7 -> YearMonth.parse(text).atDay(1).atStartOfDay(zone).toInstant();
            case 10 -> LocalDate.parse(text).atStartOfDay(zone).toInstant();
            default -> local(text).atZone(text.endsWith("Z") ? ZoneOffset.UTC : zone).toInstant();
          });
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static LocalDateTime local(String text) {
    return LocalDateTime.parse(text.replace('_', 'T').replaceFirst("Z$", ""));
  }
}
