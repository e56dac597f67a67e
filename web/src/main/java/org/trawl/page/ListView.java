package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.api.ListReport;
import org.trawl.api.PackedList;
import org.trawl.explain.ListText;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryPrinter;
import org.trawl.query.ValueList;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Words;

/// The page of a list.
///
/// @param report empty before a list was sent
public record ListView(Form form, Optional<Report> report) {
  public ListView {
    requireNonNull(form, "form");
    requireNonNull(report, "report");
  }

  /// What stands in the form.
  ///
  /// @param text the list as typed
  /// @param faults why it cannot be used, in sentences without end
  public record Form(String text, Role role, Words words, List<String> faults) {
    public Form {
      requireNonNull(text, "text");
      requireNonNull(role, "role");
      requireNonNull(words, "words");
      faults = List.copyOf(faults);
    }

    /// What the accounts can have to do with a tweet.
    public List<AdvancedView.Choice> roles() {
      return Arrays.stream(Role.values())
          .map(one -> new AdvancedView.Choice(key(one), Wording.role(one), one == role))
          .toList();
    }

    /// What words can be.
    public List<AdvancedView.Choice> meanings() {
      return List.of(
          new AdvancedView.Choice("accounts", "accounts", words == Words.ACCOUNTS),
          new AdvancedView.Choice("hashtags", "hashtags", words == Words.HASHTAGS));
    }
  }

  /// What the archive has of a list.
  ///
  /// @param says sentences on the whole of it
  /// @param search where its tweets are; empty if there are none, or no address can hold the list
  /// @param query the same in the query language, where it is short
  /// @param table where the counts are as a file
  public record Report(
      List<String> says,
      Optional<String> search,
      Optional<String> query,
      Optional<String> table,
      Values values) {
    /// A query up to this long is the simpler address: it can be read and changed in the box.
    private static final int SHORT_QUERY = 400;

    public Report {
      says = List.copyOf(says);
      requireNonNull(search, "search");
      requireNonNull(query, "query");
      requireNonNull(table, "table");
      requireNonNull(values, "values");
    }

    static Report of(ListReport report) {
      var list = report.list();
      var packed =
          list.values().isEmpty()
              ? Optional.<String>empty()
              : new PackedList(list, report.role()).packed();
      var query = Optional.of(report.query()).filter(text -> text.length() <= SHORT_QUERY);
      var search =
          query
              .map(text -> SearchAddress.query(text).href())
              .or(() -> packed.map(text -> "/lists/" + text + "/search"));
      return new Report(
          says(report, search),
          report.found().isEmpty() ? Optional.empty() : search,
          report.found().isEmpty() ? Optional.empty() : query,
          packed.map(text -> "/lists/" + text + "/report"),
          Values.of(report));
    }

    private static List<String> says(ListReport report, Optional<String> search) {
      var list = report.list();
      var says = new java.util.ArrayList<String>();
      says.add(
          Wording.number(list.values().size(), "value", "values")
              + (list.values().isEmpty() ? "" : ": " + Wording.list(list))
              + "."
              + (list.repeated() == 0
                  ? ""
                  : " " + Wording.number(list.repeated()) + " more stood there again."));
      says.add(
          Wording.number(report.found().size())
              + " of them found in the archive"
              + report
                  .total()
                  .map(total ->
                      ", with "
                          + Wording.number(total, "tweet", "tweets")
                          + " from "
                          + Wording.number(report.accounts(), "account", "accounts")
                          + ".")
                  .orElse("."));
      if (report.partial()) {
        says.add("The time was over before all was counted: split the list for the rest.");
      }
      if (search.isEmpty() && !list.values().isEmpty()) {
        says.add(
            "No address can hold so long a list: split it, or send it to /api/search by POST.");
      }
      return says;
    }
  }

  /// The values, one by one.
  ///
  /// @param found the most frequent first, up to [#MOST]
  /// @param foundMore how many more there are
  /// @param missing those of which the archive has no tweet, one a line
  /// @param unread up to [#MOST]
  /// @param unreadMore how many more there are
  public record Values(
      List<Found> found,
      int foundMore,
      String missing,
      int missingCount,
      List<Unread> unread,
      int unreadMore) {
    private static final int MOST = 500;

    public Values {
      found = List.copyOf(found);
      requireNonNull(missing, "missing");
      unread = List.copyOf(unread);
    }

    static Values of(ListReport report) {
      var found =
          report.found().stream()
              .sorted(Comparator.comparingLong(one -> -one.tweets().orElse(0L)))
              .toList();
      var unread = report.list().unread();
      return new Values(
          found.stream().limit(MOST).map(one -> Found.of(one, report.role())).toList(),
          Math.max(0, found.size() - MOST),
          report.missing().stream().map(ValueList.Value::written).collect(Collectors.joining("\n")),
          report.missing().size(),
          unread.stream().limit(MOST).map(Unread::of).toList(),
          Math.max(0, unread.size() - MOST));
    }

    /// How many were found.
    public String foundCount() {
      return Wording.number(found.size() + foundMore);
    }
  }

  /// A value of which the archive has tweets.
  public record Found(String value, String kind, String tweets, String href) {
    static Found of(ListReport.Counted counted, Role role) {
      var value = counted.value();
      return new Found(
          value.written(),
          ListText.kind(value.kind()),
          Wording.number(counted.tweets().orElse(0L)),
          SearchAddress.query(QueryPrinter.print(value.ast(role))).href());
    }
  }

  /// What stands for nothing.
  public record Unread(String text, String why) {
    static Unread of(ValueList.Unread unread) {
      return new Unread(
          org.trawl.api.ParameterReader.cut(unread.text()), ListText.of(unread.reason()));
    }
  }

  private static String key(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
