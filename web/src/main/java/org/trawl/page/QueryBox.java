package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trawl.api.AlsoWritten;
import org.trawl.explain.HintText;
import org.trawl.explain.ProblemText;
import org.trawl.explain.Reading;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryProblem;

/// What the page says of the query itself.
///
/// @param echo the query with what is wrong in it marked; empty if nothing is
/// @param mended the query with all its problems mended, if there are several and all can be
/// @param reading the query in plain words, empty for none
/// @param names where other spellings of its words are, empty if it has no words that may be names
public record QueryBox(
    String text,
    List<EchoPart> echo,
    List<Problem> problems,
    Optional<Mended> mended,
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
      ParsedQuery parsed, List<QueryProblem> found, SearchAddress address, List<String> broken) {
    var problems = new ArrayList<Problem>();
    for (var problem : found) {
      var words = ProblemText.of(problem);
      var mended = problem.mend().map(mend -> mend.apply(parsed.text())).orElse("");
      problems.add(
          new Problem(
              problems.size() + 1,
              sentence(words.message() + words.suggestion().map(mend -> " – " + mend).orElse("")),
              problem.place().offset(),
              problem.place().length(),
              mended,
              address.with("q", mended).href()));
    }
    var notices = new ArrayList<Notice>();
    parsed.hints().forEach(hint -> notices.add(new Notice(sentence(HintText.of(hint)))));
    broken.forEach(words -> notices.add(new Notice(words)));
    var reading = parsed.ast() instanceof QueryAst.All ? "" : Reading.of(parsed.ast());
    return new QueryBox(
        parsed.text(),
        echo(parsed.text(), problems),
        problems,
        problems.size() < 2 ? Optional.empty() : mended(parsed, address),
        notices,
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

  /// Mends one problem after the other, as a mend moves the places of those behind it.
  private static Optional<Mended> mended(ParsedQuery parsed, SearchAddress address) {
    var query = parsed;
    for (int i = 0; i < MOST_MENDS && !query.problems().isEmpty(); i++) {
      var mend = query.problems().getFirst().mend();
      if (mend.isEmpty()) {
        return Optional.empty();
      }
      query = QueryParser.parse(mend.get().apply(query.text()));
    }
    return query.problems().isEmpty()
        ? Optional.of(new Mended(query.text(), address.with("q", query.text()).href()))
        : Optional.empty();
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
  /// @param mend the query mended, empty if that cannot be told
  /// @param mendHref the mended search
  public record Problem(
      int number, String says, int offset, int length, String mend, String mendHref) {
    /// The mended query, of a long one the part around the mend.
    public String mendShown() {
      int start = Math.max(0, offset - MEND_SHOWN / 2);
      return mend.length() <= MEND_SHOWN || start == 0
          ? Wording.cut(mend, MEND_SHOWN)
          : "…" + Wording.cut(mend.substring(Math.min(start, mend.length())), MEND_SHOWN);
    }
  }

  /// The query without its problems.
  public record Mended(String text, String href) {
    /// The query, or how it begins.
    public String shown() {
      return Wording.cut(text, MEND_SHOWN);
    }
  }

  /// What was read, perhaps not as meant.
  public record Notice(String says) {}
}
