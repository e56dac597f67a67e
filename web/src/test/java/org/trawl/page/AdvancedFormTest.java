package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trawl.page.AdvancedForm.Field;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;

class AdvancedFormTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bridge vote",
        "=Bridge \"open\" elect* hilary~ #tag @name t.co",
        "\"the vote\" \"another phrase\"",
        "\"a * b\" \"(trump|clinton) rally\" trump NEAR/5 russia",
        "(a OR b) (c OR d)",
        "(a OR (b c)) -(d e)",
        "-x -(y OR z) -\"not this\" -from:me",
        "from:(a OR b) from:c to:d @e #f #(g OR h)",
        "from:ten* lang:(en OR und) lang:ru",
        "since:2016-01-01 until:2016-06-30",
        "since:2016-01-01T13:30:00Z time:[2016-01-01 TO 2016-02-01]",
        "is:retweet has:images has:(links OR geo) is:(reply OR quote)",
        "-is:retweet -is:reply -is:quote -is:(retweet OR reply)",
        "likes:>=10 retweets:>=3 likes:[1 TO 5] replies:2 followers:>=100",
        "name:jane bio:news location:\"Saint Petersburg\" url:count domain:example.org",
        "id:123 since_id:5 quotes_of_tweet_id:7 copies:>=20 operation:ira client:\"Twitter Web\"",
        "a OR from:b",
        "выборы -انتخابات \"橋の 投票\"",
        "/colou?r/ word",
      })
  void aQueryGoesThroughTheFormUnharmed(String query) {
    assertEquals(clauses(query), clauses(AdvancedForm.of(QueryParser.parse(query)).query()));
  }

  /// In any order; none of two words is the same as not the one and not the other.
  private static Set<QueryAst> clauses(String query) {
    var parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.problems(), query);
    var clauses = new HashSet<QueryAst>();
    for (var clause : parsed.clauses()) {
      if (clause instanceof QueryAst.Not(QueryAst.Or(var children))) {
        children.forEach(child -> clauses.add(new QueryAst.Not(child)));
      } else {
        clauses.add(clause);
      }
    }
    return clauses;
  }

  @Test
  void whatIsTypedIntoAFieldForWordsStaysWords() {
    var form =
        new AdvancedForm(
            Map.of(
                Field.ALL, "rock AND roll from:me (x",
                Field.ANY, "OR - #tag",
                Field.FROM, "@jane, bob; eve-smith",
                Field.HASHTAGS, "#one #two"));
    assertEquals(
        "rock \"AND\" roll \"from:me\" \"(x\" (\"OR\" OR \"-\" OR #tag)"
            + " from:(jane OR bob OR \"eve-smith\") hashtag:(one OR two)",
        form.query());
  }

  @Test
  void retweetsAreLeftOutByAChoice() {
    var form = AdvancedForm.of(QueryParser.parse("merkel -is:retweet"));
    assertEquals("-retweet", form.value(Field.KIND));
    assertEquals("", form.value(Field.REST));
    assertEquals("merkel -is:retweet", form.query());
  }

  @Test
  void whatNoFieldShowsIsKept() {
    var form = AdvancedForm.of(QueryParser.parse("bridge from:a from:b likes:[1 TO 5]"));
    assertEquals("a", form.value(Field.FROM));
    assertEquals("from:b likes:[1 TO 5]", form.value(Field.REST));
  }
}
