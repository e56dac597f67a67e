package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.tweet.Row;
import org.trawl.tweet.TweetReader;

/// What a reference to a tweet says, to the letter.
final class CitationTest {
  @Test
  void aReferenceHasTheAddressTheTweetStoodAtAndTheDataSet() throws Exception {
    var citation = Citation.of(new OfficialRow().tweet("ira"));
    assertEquals(
        "Harbor Gazette [@Harbor_Gazette]. (2016, June 24). Which bridge is safe? [Tweet]. Twitter."
            + " https://twitter.com/Harbor_Gazette/status/746272130992644096 (where it stood)."
            + " Text and date from Twitter’s Information Operations archive, release “ira”"
            + " (Internet Research Agency, Russia), October 2018 [Data set].",
        citation.apa());
    assertEquals(
        """
        @misc{tweet746272130992644096,
          author       = {{Harbor Gazette [@Harbor\\_Gazette]}},
          title        = {{Which bridge is safe?}},
          year         = {2016},
          month        = jun,
          howpublished = {Tweet, 24 June 2016},
          url          = {https://twitter.com/Harbor_Gazette/status/746272130992644096},
          note         = {Tweet 746272130992644096. The address is where it stood. Text and date \
        from Twitter’s Information Operations archive, release “ira” (Internet Research Agency, \
        Russia), October 2018}
        }\
        """,
        citation.bibtex());
  }

  @Test
  void aHashedAccountIsCitedByItsHashAndAnAddressWithoutAHandle() throws Exception {
    var row =
        new OfficialRow()
            .with("userid", SmallArchive.HASH)
            .with("user_screen_name", SmallArchive.HASH)
            .with("user_display_name", SmallArchive.HASH);
    var citation = Citation.of(row.tweet("iran_201901_1"));
    assertTrue(
        citation.apa().startsWith("Hashed account [" + SmallArchive.HASH + "]. (2016, June 24)."),
        citation.apa());
    assertTrue(
        citation.apa().contains("https://twitter.com/i/web/status/746272130992644096 (where"),
        citation.apa());
    assertTrue(
        citation.apa().endsWith("release “iran_201901_1”, January 2019 [Data set]."),
        citation.apa());
  }

  @Test
  void aReferenceIsWholeInPiecesThatFitALine() throws Exception {
    var citation =
        Citation.of(new OfficialRow().with("userid", "a".repeat(64)).tweet("iran_201901_1"));
    assertEquals(citation.apa(), String.join("", citation.pieces()));
    assertTrue(citation.pieces().stream().allMatch(piece -> piece.length() <= 21), "too long");
    assertTrue(citation.pieces().contains("(2016, "), citation.pieces()::toString);
  }

  @Test
  void signsOfTeXAreWrittenSoThatItPrintsThem() throws Exception {
    var row = new OfficialRow().with("tweet_text", "100% {of} #us_all \\ ~ ^ & $5");
    var bibtex = Citation.of(row.tweet("ira")).bibtex();
    assertTrue(
        bibtex.contains(
            "{{100\\% \\textbraceleft{}of\\textbraceright{} \\#us\\_all \\textbackslash{}"
                + " \\textasciitilde{} \\textasciicircum{} \\& \\$5}}"),
        bibtex);
    assertEquals(
        bibtex.chars().filter(sign -> sign == '{').count(),
        bibtex.chars().filter(sign -> sign == '}').count());
  }

  @Test
  void aTweetWithoutAnIdHasNoAddressAndAnotherCollectionIsNamedAsSuch() throws Exception {
    var columns =
        List.of(
            "external_author_id",
            "author",
            "content",
            "region",
            "language",
            "publish_date",
            "following",
            "followers");
    var cells =
        List.of(
            "906000000000000000",
            "AMELIEBALDWIN",
            "Good morning",
            "",
            "English",
            "10/1/2017 19:58",
            "1",
            "2");
    var tweet = TweetReader.of(columns).read(new Row(columns, cells), "ira_clemson");
    var apa = Citation.of(tweet).apa();
    assertFalse(apa.contains("https://"), apa);
    assertTrue(
        apa.endsWith(
            "collected by Clemson University and published by FiveThirtyEight, 2018 [Data set]."),
        apa);
    assertFalse(Citation.of(tweet).bibtex().contains("url "));
  }
}
