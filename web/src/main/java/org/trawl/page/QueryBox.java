package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trawl.api.AlsoWritten;
import org.trawl.api.Problem.Fault;
import org.trawl.explain.HintText;
import org.trawl.explain.ProblemText;
import org.trawl.explain.Reading;
import org.trawl.page.site.Wording;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryHint;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryProblem;

/// What the page says of the query itself.
///
/// @param echo the query with what is wrong in it marked; empty if nothing is
/// @param mended the query with all problems mended that can be, if there are several
/// @param reading the query in plain words, empty for none
/// @param names where other spellings of its words are, empty if it has no words that may be names
public record QueryBox(
    String text,
    List<EchoPart> echo,
    List<Problem> problems,
    Optional<AllMended> mended,
    List<Notice> hints,
    String reading,
    Optional<String> names) {
  /// A reading longer than this is folded.
  private static final int LONG_READING = 1_000;

  /// How much of it is shown all the same.
  private static final int READING_START = 400;

  /// How much of a mended query a button shows.
  private static final int MEND_SHOWN = 300;

  /// More mends than this are no slip of the hand.
  private static final int MOST_MENDS = 20;

  public QueryBox {
    requireNonNull(text, "text");
    echo = List.copyOf(echo);
    problems = List.copyOf(problems);
    requireNonNull(mended, "mended");
    hints = List.copyOf(hints);
    requireNonNull(reading, "reading");
    requireNonNull(names, "names");
  }

  /// @param found what is wrong with the query
  /// @param broken what could not be read of the address's other parameters
  static QueryBox of(
      ParsedQuery parsed, List<QueryProblem> found, SearchAddress address, List<Fault> broken) {
    var problems = new ArrayList<Problem>();
    for (var problem : found) {
      var words = ProblemText.of(problem);
      int offset = problem.span().offset();
      problems.add(
          new Problem(
              problems.size() + 1,
              sentence(words.message() + words.suggestion().map(mend -> " – " + mend).orElse("")),
              offset,
              problem.span().length(),
              problem.mend().map(mend -> mended(mend.apply(parsed.text()), offset, address))));
    }
    var notices = new LinkedHashSet<Notice>();
    for (var hint : parsed.hints()) {
      var mend = hintMended(hint, parsed).map(text -> mended(text, 0, address));
      notices.add(new Notice(sentence(HintText.of(hint)), mend));
    }
    broken.forEach(fault -> notices.add(new Notice(sentence(fault.detail()), Optional.empty())));
    var reading = parsed.ast() instanceof QueryAst.All ? "" : Reading.of(parsed.ast());
    return new QueryBox(
        parsed.text(),
        echo(parsed.text(), problems),
        problems,
        problems.size() < 2 ? Optional.empty() : allMended(parsed, address),
        List.copyOf(notices),
        reading,
        AlsoWritten.asksFor(parsed)
            ? Optional.of(address.without("after").href("/names"))
            : Optional.empty());
  }

  /// Whether the reading is folded.
  public boolean readingIsLong() {
    return reading.length() > LONG_READING;
  }

  /// As much of the reading as is shown at once.
  public String readingStart() {
    return readingIsLong() ? Wording.cut(reading, READING_START) : reading;
  }

  /// Mends one problem after the other, as a mend moves the places of those behind it. What cannot
  /// be mended stays.
  private static Optional<AllMended> allMended(ParsedQuery parsed, SearchAddress address) {
    var query = parsed;
    for (int i = 0; i < MOST_MENDS; i++) {
      var mend = query.problems().stream().flatMap(problem -> problem.mend().stream()).findFirst();
      if (mend.isEmpty()) {
        break;
      }
      query = QueryParser.parse(mend.get().apply(query.text()));
    }
    int left = query.problems().size();
    return left < parsed.problems().size() && !query.text().equals(parsed.text())
        ? Optional.of(new AllMended(mended(query.text(), 0, address), left == 0))
        : Optional.empty();
  }

  private static Mended mended(String query, int offset, SearchAddress address) {
    return new Mended(query, offset, address.with("q", query).href());
  }

  /// The query as a hint says it should be written, that word everywhere; empty if it does not say.
  private static Optional<String> hintMended(QueryHint hint, ParsedQuery parsed) {
    if (!(hint instanceof QueryHint.LowerCaseOperator(_, var word))) {
      return Optional.empty();
    }
    var text = new StringBuilder(parsed.text());
    for (var other : parsed.hints()) {
      if (other instanceof QueryHint.LowerCaseOperator(var span, var same) && same.equals(word)) {
        text.replace(span.offset(), span.end(), span.of(parsed.text()).toUpperCase(Locale.ROOT));
      }
    }
    return Optional.of(text.toString());
  }

  private static String sentence(String words) {
    var capital = Wording.capital(words);
    return capital.endsWith("?") || capital.endsWith(".") ? capital : capital + ".";
  }

  /// Cuts the query at its problems. One inside another is left to the outer one's mark.
  private static List<EchoPart> echo(String text, List<Problem> problems) {
    var parts = new ArrayList<EchoPart>();
    int done = 0;
    var inOrder = problems.stream().sorted(Comparator.comparingInt(Problem::offset)).toList();
    for (var problem : inOrder) {
      int start = Math.min(problem.offset(), text.length());
      int end = Math.min(text.length(), start + problem.length());
      if (start < done) {
        continue;
      }
      parts.add(new EchoPart(text.substring(done, start), 0));
      parts.add(
          new EchoPart(end == start ? "\u2009" : text.substring(start, end), problem.number()));
      done = end;
    }
    if (done < text.length()) {
      parts.add(new EchoPart(text.substring(done), 0));
    }
    return parts;
  }

  /// A stretch of the query.
  ///
  /// @param problem the number of the problem in it, from 1; 0 for none
  public record EchoPart(String text, int problem) {}

  /// What is wrong.
  ///
  /// @param offset where, for the cursor, in UTF-16 units
  /// @param mend the search without it, which may have other mistakes; empty if it cannot be told
  public record Problem(int number, String says, int offset, int length, Optional<Mended> mend) {}

  /// The query without a problem.
  ///
  /// @param text perhaps empty, which asks for every tweet
  /// @param offset where it was changed
  public record Mended(String text, int offset, String href) {
    /// The query, of a long one the part around the change.
    public String shown() {
      int start = Math.max(0, offset - MEND_SHOWN / 2);
      return text.length() <= MEND_SHOWN || start == 0
          ? Wording.cut(text, MEND_SHOWN)
          : "…" + Wording.cut(text.substring(Math.min(start, text.length())), MEND_SHOWN);
    }

    /// Whether nothing is left of the query.
    public boolean empty() {
      return text.isBlank();
    }
  }

  /// The query without its problems.
  ///
  /// @param whole whether none is left
  public record AllMended(Mended mended, boolean whole) {}

  /// What was read, perhaps not as meant.
  ///
  /// @param mend the search as it was perhaps meant
  public record Notice(String says, Optional<Mended> mend) {}
}
