package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trawl.page.AdvancedForm.Field;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryParser;
import org.trawl.tweet.Tweet;

/// The page of the advanced search.
///
/// @param kept the rest of the search, as hidden fields
/// @param notice why the form is empty though a query was given, empty for none
public record AdvancedView(
    AdvancedForm form, List<SearchAddress.Field> kept, Optional<String> notice) {
  public AdvancedView {
    requireNonNull(form, "form");
    kept = List.copyOf(kept);
    requireNonNull(notice, "notice");
  }

  static AdvancedView of(SearchAddress address) {
    var query = QueryParser.parse(address.query(), address.zone());
    var kept = address.fieldsWithout("q", "after");
    return query.problems().isEmpty()
        ? new AdvancedView(AdvancedForm.of(query, address.zone()), kept, Optional.empty())
        : new AdvancedView(
            new AdvancedForm(java.util.Map.of()),
            kept,
            Optional.of("The query in the box needs mending before the form can show it."));
  }

  /// What stands in a field.
  public String value(Field field) {
    return form.value(field);
  }

  /// A choice of a closed field.
  public record Choice(String value, String label, boolean chosen) {}

  /// The kinds of tweet.
  public List<Choice> kinds() {
    var choices = new ArrayList<Choice>();
    for (var kind : Tweet.Kind.values()) {
      var value = kind.name().toLowerCase(Locale.ROOT);
      choices.add(new Choice(value, Wording.kind(kind), value.equals(value(Field.KIND))));
    }
    for (var kind : AdvancedForm.LEFT_OUT) {
      var value = "-" + kind.name().toLowerCase(Locale.ROOT);
      var label = kind == Tweet.Kind.RETWEET ? "Anything but retweets" : "Anything but replies";
      choices.add(new Choice(value, label, value.equals(value(Field.KIND))));
    }
    return choices;
  }

  /// What a tweet can carry.
  public List<Choice> features() {
    var choices = new ArrayList<Choice>();
    for (var feature : Feature.values()) {
      choices.add(
          new Choice(feature.key(), label(feature), feature.key().equals(value(Field.HAS))));
    }
    return choices;
  }

  private static String label(Feature feature) {
    return switch (feature) {
      case MEDIA -> "Media of any kind";
      case IMAGES -> "Images";
      case VIDEOS -> "Videos";
      case GIFS -> "GIFs";
      case LINKS -> "Links";
      case HASHTAGS -> "Hashtags";
      case MENTIONS -> "Mentions";
      case GEO -> "Coordinates";
      case POLL -> "A poll";
      case QUOTE -> "A quoted tweet";
    };
  }
}
