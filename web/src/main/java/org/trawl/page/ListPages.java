package org.trawl.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.ListReport;
import org.trawl.api.PackedList;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SafeCell;
import org.trawl.query.ValueList;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// Makes the pages of lists: the form that takes one, and the report on it.
final class ListPages {
  private final TweetSearch searcher;
  private final Duration budget;

  /// @param budget how long counting may take
  ListPages(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// The form, and the report on what was sent with it.
  ///
  /// @param parameters of the request; a file stands beside what was typed
  ListView view(Map<String, List<String>> parameters) throws IOException, QueryRefused {
    var typed = new ArrayList<>(parameters.getOrDefault("list", List.of()));
    typed.addAll(parameters.getOrDefault("file", List.of()));
    var text = String.join("\n", typed);
    var all = new LinkedHashMap<>(parameters);
    all.put("list", List.of(text));
    var reader = new ParameterReader(all);
    var list = reader.list();
    var role = reader.role();
    var words =
        parameters.getOrDefault("listWords", List.of()).contains("hashtags")
            ? ValueList.Words.HASHTAGS
            : ValueList.Words.ACCOUNTS;
    var faults = new ArrayList<>(reader.faults().stream().map(Fault::detail).toList());
    boolean isEmpty = list.values().isEmpty() && list.unread().isEmpty();
    if (isEmpty && (parameters.containsKey("list") || parameters.containsKey("file"))) {
      faults.add("There is no value in this list");
    }
    var form = new ListView.Form(text.strip(), role, words, faults);
    return isEmpty || !faults.isEmpty()
        ? new ListView(form, Optional.empty())
        : new ListView(form, Optional.of(report(list, role)));
  }

  /// The report on a list that stands in an address.
  ListView view(PackedList list) throws IOException, QueryRefused {
    var form =
        new ListView.Form(
            list.list().written().strip(), list.role(), ValueList.Words.ACCOUNTS, List.of());
    return new ListView(form, Optional.of(report(list.list(), list.role())));
  }

  private ListView.Report report(ValueList list, ValueList.Role role)
      throws IOException, QueryRefused {
    return ListView.Report.of(ListReport.of(searcher, list, role, budget));
  }

  /// Each value of a list with how many tweets it fits, as a table of [SafeCell]s; handles have no
  /// `@`.
  String table(PackedList list) throws IOException, QueryRefused {
    var out = new StringWriter();
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("value", "kind", "tweets");
      for (var one : ListReport.of(searcher, list.list(), list.role(), budget).counted()) {
        csv.writeRecord(
            SafeCell.of(one.value().text()),
            one.value().kind().name().toLowerCase(java.util.Locale.ROOT),
            one.tweets().map(Object::toString).orElse(""));
      }
    }
    return out.toString();
  }
}
