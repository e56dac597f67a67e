package org.trawl.page.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReleaseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ira | Operation: Internet Research Agency, Russia, released in October 2018",
        "iran | Operation: Iran, released in October 2018",
        "ira_clemson | Operation: Internet Research Agency, Russia",
        "iran_201901_1 | Operation, released in January 2019",
        "china_082019_3 | Operation, released in August 2019",
        "thailand_092020 | Operation, released in September 2020",
        "cnhu_0621 | Operation, released in June 2021",
        "iran_202012 | Operation, released in December 2020",
        "team_201999_7 | Operation",
        "mine | Operation"
      })
  void aNameTellsWhatItTells(String name, String says) {
    assertEquals(says, Release.of(name).says());
  }

  @Test
  void aLabelKeepsTheNameThatQueriesTake() {
    assertEquals("ira (Internet Research Agency, Russia)", Release.of("ira").label());
    assertEquals("iran", Release.of("iran").label());
    assertEquals("iran_201901_1", Release.of("iran_201901_1").label());
  }
}
