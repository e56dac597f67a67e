package org.trawl.detect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The languages that the detector tells apart in one script.
///
/// A language stands as its ISO code; behind a colon, lingua's code of its model where that is
/// another. Some stand in later rows than others because tweets in them are fewer, so that a text
/// must fit them clearly better. Malay is last, for its being next to Indonesian.
///
/// @param runs about how many runs of characters their model may have
record ModelLanguages(Script script, int runs, List<Row> rows) {
  /// One for each script of several languages, in the order in which their models are stored.
  ///
  /// `sr` in Latin letters comes of the Cyrillic model, which is all that lingua has.
  static final List<ModelLanguages> ALL =
      List.of(
          new ModelLanguages(
              Script.LATIN,
              120_000,
              List.of(
                  new Row(0, "en de fr it es pt tr id hr sr:sr-latin"),
                  new Row(10, "ca ro nl sv da no:nb no:nn fi et lv lt pl cs sk sl hu vi"),
                  new Row(30, "af az cy eu ga is so sq sw"),
                  new Row(50, "tl"),
                  new Row(80, "ms"))),
          new ModelLanguages(
              Script.CYRILLIC,
              60_000,
              List.of(new Row(0, "ru uk be bg sr mk"), new Row(30, "kk"), new Row(80, "mn"))),
          new ModelLanguages(Script.ARABIC, 60_000, List.of(new Row(0, "ar fa ur"))));

  /// Languages that are about as frequent.
  ///
  /// @param cost what a text pays to be in one of them, in [NgramModel#STEP]s
  record Row(int cost, String languages) {}

  ModelLanguages {
    rows = List.copyOf(rows);
  }

  /// The ISO codes, in the order of [#sources]; `no` is there twice.
  List<String> names() {
    return entries().map(entry -> entry.replaceFirst(":.*", "")).toList();
  }

  /// Where each language's counts come from: lingua's code, with `-latin` behind it for Cyrillic
  /// ones to be romanized.
  List<String> sources() {
    return entries().map(entry -> entry.replaceFirst(".*:", "")).toList();
  }

  /// What a text pays to be in each of [#names].
  int[] costs() {
    return rows.stream()
        .flatMapToInt(row -> Arrays.stream(row.languages.split(" ")).mapToInt(name -> row.cost))
        .toArray();
  }

  private Stream<String> entries() {
    return rows.stream().flatMap(row -> Stream.of(row.languages.split(" ")));
  }
}
