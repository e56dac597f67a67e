package org.trawl.page.analysis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.trawl.api.ParameterNames;
import org.trawl.api.Problem.Fault;
import org.trawl.api.analysis.DistinctiveAnswers;
import org.trawl.api.analysis.DistinctiveJson;
import org.trawl.api.analysis.DistinctiveParameters;
import org.trawl.api.analysis.QueryTexts;
import org.trawl.distinct.Distinctive;
import org.trawl.distinct.ValueKind;
import org.trawl.explain.Reading;
import org.trawl.page.SearchAddress;
import org.trawl.page.SearchAddress.Field;
import org.trawl.page.analysis.CompareView.Choice;
import org.trawl.page.analysis.CompareView.Link;
import org.trawl.page.analysis.DistinctiveView.Value;
import org.trawl.page.analysis.DistinctiveView.ValueList;
import org.trawl.page.site.Wording;
import org.trawl.query.ParsedQuery;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// Makes the page that tells what is peculiar about the tweets of a search.
final class DistinctivePage {
  /// Values of each kind, where all kinds are shown.
  private static final String OF_EACH = "10";

  /// Values of one kind that is shown alone.
  private static final String OF_ONE = "100";

  /// The value of the menu that means the box beside it.
  private static final String OTHER = "query";

  private static final String OTHER_QUERY = "other";

  private final DistinctiveAnswers answers;
  private final Duration budget;

  DistinctivePage(TweetSearch searcher, Duration budget) {
    answers = new DistinctiveAnswers(searcher);
    this.budget = budget;
  }

  /// The page for these parameters of an address.
  DistinctiveView view(Map<String, List<String>> given) throws IOException {
    var parameters = typed(given);
    parameters.put(
        DistinctiveParameters.SIZE,
        List.of(parameters.containsKey(DistinctiveParameters.KIND) ? OF_ONE : OF_EACH));
    var asked = DistinctiveParameters.read(parameters, budget);
    var faults = new ArrayList<>(asked.faults().stream().map(Fault::detail).toList());
    var search = SearchAddress.scope(parameters);
    if (faults.isEmpty()) {
      try {
        return view(search, asked, parameters, answers.of(asked));
      } catch (QueryRefused e) {
        faults.add(asked.search().problem(e).detail());
      }
    }
    var none = new Link("", search.href());
    return new DistinctiveView(
        search, none, none, form(search, asked, parameters), List.of(), faults, List.of());
  }

  /// The parameters of the interface for programs. On the page, another query stands in a box of
  /// its own beside the menu.
  private static Map<String, List<String>> typed(Map<String, List<String>> given) {
    var parameters = new HashMap<String, List<String>>();
    given.forEach((name, values) -> {
      var kept =
          values.stream()
              .filter(value -> name.equals(ParameterNames.QUERY) || !value.isBlank())
              .toList();
      if (!kept.isEmpty()) {
        parameters.put(name, kept);
      }
    });
    var other = parameters.remove(OTHER_QUERY);
    if (List.of(OTHER).equals(parameters.get(DistinctiveParameters.AGAINST))) {
      parameters.put(
          DistinctiveParameters.AGAINST,
          other == null ? List.of(DistinctiveParameters.ARCHIVE) : other);
    }
    return parameters;
  }

  private DistinctiveView view(
      SearchAddress search,
      DistinctiveParameters asked,
      Map<String, List<String>> parameters,
      DistinctiveAnswers.Answer answer) {
    var lists = new ArrayList<ValueList>();
    for (var kind : answer.kinds().entrySet()) {
      if (!kind.getValue().values().isEmpty()) {
        lists.add(list(kind.getKey(), kind.getValue(), search, answer.background(), parameters));
      }
    }
    var any = answer.kinds().values().stream().findFirst();
    long total = any.map(Distinctive::total).orElse(0L);
    long background = any.map(Distinctive::background).orElse(0L);
    return new DistinctiveView(
        search,
        new Link(Wording.number(total, "tweet", "tweets"), search.href()),
        new Link(
            Wording.number(background, "tweet", "tweets")
                + " ("
                + Reading.of(answer.background().ast())
                + ")",
            SearchAddress.query(answer.background().text()).href()),
        form(search, asked, parameters),
        notes(answer),
        List.of(),
        lists);
  }

  private static List<String> notes(DistinctiveAnswers.Answer answer) {
    var notes = new ArrayList<String>();
    var found = answer.kinds().values();
    found.stream()
        .filter(kind -> kind.sampled() > 0)
        .findFirst()
        .ifPresent(kind ->
            notes.add(
                "Words and phrases were looked for in "
                    + Wording.number(kind.sampled())
                    + " of the tweets, evenly spread, so that a rare one may be missing. Those that"
                    + " are shown were counted in all tweets."));
    if (found.stream().anyMatch(Distinctive::partial)) {
      notes.add("Time ran out before everything was counted. Narrow the search for all of it.");
    }
    return notes;
  }

  private static DistinctiveView.Form form(
      SearchAddress search, DistinctiveParameters asked, Map<String, List<String>> parameters) {
    var against = asked.against();
    var isOther =
        !against.equals(DistinctiveParameters.ARCHIVE)
            && !against.equals(DistinctiveParameters.LANGUAGE);
    var kind = parameters.getOrDefault(DistinctiveParameters.KIND, List.of("")).getFirst();
    var kinds = new ArrayList<Choice>();
    kinds.add(new Choice("", "everything", kind.isEmpty()));
    for (var one : ValueKind.values()) {
      kinds.add(new Choice(one.key(), title(one).toLowerCase(Locale.ROOT), one.key().equals(kind)));
    }
    return new DistinctiveView.Form(
        List.of(
            new Choice(
                DistinctiveParameters.ARCHIVE,
                "the rest of the archive",
                against.equals(DistinctiveParameters.ARCHIVE)),
            new Choice(
                DistinctiveParameters.LANGUAGE,
                "the rest in the same language",
                against.equals(DistinctiveParameters.LANGUAGE)),
            new Choice(OTHER, "another search:", isOther)),
        isOther ? against : "",
        kinds,
        search.fieldsWithout());
  }

  private static String title(ValueKind kind) {
    return switch (kind) {
      case WORD -> "Words, in any form";
      case PHRASE -> "Phrases";
      case HASHTAG -> "Hashtags";
      case MENTION -> "Mentions";
      case DOMAIN -> "Linked sites";
      case CLIENT -> "Sent from";
      case ACCOUNT -> "Accounts";
    };
  }

  private static ValueList list(
      ValueKind kind,
      Distinctive found,
      SearchAddress search,
      ParsedQuery background,
      Map<String, List<String>> parameters) {
    var values = new ArrayList<Value>();
    var whole = SearchAddress.query(background.text());
    var texts = new QueryTexts(search.zone());
    for (var value : found.values()) {
      values.add(
          new Value(
              label(kind, value),
              new Link(Wording.number(value.count()), narrowed(kind, value, search, texts).href()),
              new Link(
                  Wording.number(value.backgroundCount()),
                  narrowed(kind, value, whole, texts).href()),
              times(value.times()),
              String.format(Locale.ENGLISH, "%.1f", value.score())));
    }
    var isAlone = parameters.containsKey(DistinctiveParameters.KIND);
    return new ValueList(
        kind.key(),
        title(kind),
        values,
        isAlone || values.size() < Integer.parseInt(OF_EACH)
            ? ""
            : href("/distinctive", parameters, kind),
        href("/api/distinctive", parameters, kind));
  }

  private static String label(ValueKind kind, Distinctive.Value value) {
    return kind.facet()
        .map(facet -> Wording.facetValue(facet, value.value(), value.label()))
        .orElse(value.label());
  }

  private static SearchAddress narrowed(
      ValueKind kind, Distinctive.Value value, SearchAddress search, QueryTexts texts) {
    return kind.facet()
        .map(facet -> search.toggleFilter(facet, value.value()))
        .orElseGet(() ->
            search.with(
                "q", texts.and(search.query(), DistinctiveJson.query(kind, value.value()))));
  }

  private static String times(double times) {
    return Double.isInfinite(times)
        ? "only here"
        : times >= 10
            ? Wording.number(Math.round(times)) + " ×"
            : String.format(Locale.ENGLISH, "%.1f ×", times);
  }

  /// The same of one kind, of a page or of the interface for programs.
  private static String href(String path, Map<String, List<String>> parameters, ValueKind kind) {
    var fields = new ArrayList<Field>();
    var all = new LinkedHashMap<>(parameters);
    all.keySet().retainAll(DistinctiveParameters.NAMES);
    all.put(DistinctiveParameters.KIND, List.of(kind.key()));
    if (path.equals("/distinctive")) {
      all.remove(DistinctiveParameters.SIZE);
      var against = all.get(DistinctiveParameters.AGAINST);
      if (against != null
          && !List.of(DistinctiveParameters.ARCHIVE, DistinctiveParameters.LANGUAGE)
              .contains(against.getFirst())) {
        all.put(OTHER_QUERY, against);
        all.put(DistinctiveParameters.AGAINST, List.of(OTHER));
      }
    }
    all.forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
    return path
        + "?"
        + fields.stream()
            .map(field -> field.name() + "=" + SearchAddress.encode(field.value()))
            .collect(Collectors.joining("&"));
  }
}
