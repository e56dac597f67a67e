package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trawl.language.LanguageCode;
import org.trawl.page.AdvancedForm.Field;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryParser;
import org.trawl.tweet.Tweet;

/// The page of the advanced search.
///
/// @param kept the rest of the search, as hidden fields
/// @param languages those of the archive and those that were asked for, by their names
/// @param notice why the form is empty though a query was given, empty for none
public record AdvancedView(
    AdvancedForm form,
    List<SearchAddress.Field> kept,
    List<Choice> languages,
    Optional<String> notice) {
  public AdvancedView {
    requireNonNull(form, "form");
    kept = List.copyOf(kept);
    languages = List.copyOf(languages);
    requireNonNull(notice, "notice");
  }

  /// @param codes the languages of the archive's tweets
  static AdvancedView of(SearchAddress address, List<String> codes) {
    var query = QueryParser.parse(address.query(), address.zone());
    var kept = address.fieldsWithout("q", "after");
    if (query.problems().isEmpty()) {
      var form = AdvancedForm.of(query, address.zone());
      return new AdvancedView(form, kept, languages(form, codes), Optional.empty());
    }
    var empty = new AdvancedForm(java.util.Map.of());
    return new AdvancedView(
        empty,
        kept,
        languages(empty, codes),
        Optional.of(
            "There’s a mistake in the query above. Once it is corrected, this form shows the"
                + " query."));
  }

  /// What stands in a field.
  public String value(Field field) {
    return form.value(field);
  }

  /// A choice of a closed field.
  public record Choice(String value, String label, boolean chosen) {}

  private static List<Choice> languages(AdvancedForm form, List<String> codes) {
    var chosen = new LinkedHashSet<String>();
    for (var code : form.value(Field.LANGUAGES).split("[,;\\s]+")) {
      if (!code.isEmpty()) {
        chosen.add(LanguageCode.iso(code));
      }
    }
    var all = new LinkedHashSet<>(chosen);
    codes.forEach(code -> all.add(LanguageCode.iso(code)));
    return all.stream()
        .map(code -> new Choice(code, Wording.language(code), chosen.contains(code)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  /// The kinds of tweet.
  public List<Choice> kinds() {
    var choices = new ArrayList<Choice>();
    for (var kind : Tweet.Kind.values()) {
      var value = kind.name().toLowerCase(Locale.ROOT);
      choices.add(new Choice(value, Wording.kind(kind), value.equals(value(Field.KIND))));
    }
    for (var kind : AdvancedForm.LEFT_OUT) {
      var value = "-" + kind.name().toLowerCase(Locale.ROOT);
      var label = kind == Tweet.Kind.RETWEET ? "No retweets" : "No replies";
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
      case EXIF -> "Camera data in a picture";
      case POLL -> "A poll";
      case QUOTE -> "A quoted tweet";
    };
  }
}
