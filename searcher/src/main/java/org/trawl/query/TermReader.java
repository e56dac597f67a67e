package org.trawl.query;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern.Precision;
import org.trawl.tweet.Hashtag;

/// Reads what stands without an operator's name: words, phrases, patterns, `@name`, `#tag`, links.
final class TermReader {
  private static final Pattern BOOST = Pattern.compile("\\^[0-9]{1,4}(\\.[0-9]{0,4})?$");

  /// No regular expression that can be read is longer.
  private static final int MAX_REGEX = RegexSyntax.MAX_LENGTH + 2;

  private static final Pattern SHORT = Pattern.compile("(?i)(https?://)?t\\.co/");

  private final Scan scan;
  private final PhraseReader phrases;
  private boolean exactly;

  TermReader(Scan scan) {
    this.scan = scan;
    this.phrases = new PhraseReader(scan);
  }

  /// Makes what is read from here on match exactly as written, or not.
  ///
  /// @return how it was before
  boolean exactly(boolean now) {
    boolean before = exactly;
    exactly = now;
    return before;
  }

  /// Reads one term; null if nothing that can be searched stands here. Always reads something.
  @Nullable QueryAst read(TextField field) {
    char sign = scan.peek();
    if (sign == '"') {
      return phrase(field, scan.at, exactly ? Precision.EXACT : Precision.FOLDED);
    }
    if (sign == '=' && scan.charAt(scan.at + 1) == '"') {
      scan.at++;
      return phrase(field, scan.at - 1, Precision.EXACT);
    }
    if (isEmoticon()) {
      scan.at += scan.charAt(scan.at + 1) == '-' ? 3 : 2;
      return null;
    }
    boolean inexact = sign == '=' && scan.charAt(scan.at + 1) == '/';
    int regexStart = scan.at + (inexact ? 1 : 0);
    int regexEnd = sign == '/' || inexact ? regexEnd(regexStart) : 0;
    if (regexEnd > 0) {
      return regex(field, regexEnd);
    }
    if (regexEnd < 0) {
      PhraseReader.spacedRegex(scan, regexStart, -regexEnd);
      scan.at = 1 - regexEnd;
      return null;
    }
    if (field == TextField.TWEET) {
      // ".@name" begins many tweets: the dot keeps them from being replies.
      if (QueryChars.isEdge(sign) && (isMention(scan.at + 1) || isHashtag(scan.at + 1))) {
        scan.at++;
      }
      if (isMention(scan.at)) {
        return mention();
      }
      if (isHashtag(scan.at)) {
        return hashtag();
      }
      if (isLink()) {
        return link();
      }
    }
    return word(field);
  }

  /// Reads over one term and makes nothing of it.
  void skip() {
    if (scan.peek() == '"') {
      scan.at = Math.min(scan.quoteEnd(scan.at) + 1, scan.text.length());
    } else {
      scan.at = Math.max(scan.wordEnd(scan.at), Math.min(scan.at + 1, scan.text.length()));
    }
  }

  private @Nullable QueryAst phrase(TextField field, int start, Precision precision) {
    int open = scan.at;
    int close = scan.quoteEnd(open);
    scan.at = Math.min(close + 1, scan.text.length());
    int slopStart = scan.at + 1;
    boolean near = scan.peek() == '~';
    int distance = 0;
    if (near) {
      int end = slopStart;
      while (end < scan.text.length() && Character.isDigit(scan.text.charAt(end))) {
        end++;
      }
      scan.at = end;
      distance = Nearness.distance(scan, slopStart, scan.text.substring(slopStart, end));
    }
    int slots = scan.at;
    var patterns = phrases.read(open + 1, close, precision);
    scan.at = slots;
    skipBoost();
    if (patterns.isEmpty()) {
      scan.hint(new QueryHint.Empty(scan.span(start, scan.at)));
      return null;
    }
    var pattern = near ? PhraseReader.near(patterns, distance) : PhraseReader.phrase(patterns);
    scan.mark(pattern, start);
    return scan.mark(text(field, pattern), start);
  }

  /// Alternatives that stand alone are no phrase: they are texts of which any may match.
  private QueryAst text(TextField field, TextPattern pattern) {
    if (pattern instanceof TextPattern.Alternatives(var patterns)) {
      return QueryAst.or(patterns.stream().map(each -> text(field, each)).toList());
    }
    return new QueryAst.Text(field, pattern);
  }

  private void skipBoost() {
    if (scan.peek() != '^') {
      return;
    }
    int end = scan.wordEnd(scan.at);
    scan.hint(new QueryHint.Ignored(scan.span(scan.at, end), scan.text.substring(scan.at, end)));
    scan.at = end;
  }

  /// The index of the slash that closes a regular expression beginning here, with a minus if a
  /// space stands in it; 0 if none begins, as the word does not end with a slash.
  private int regexEnd(int start) {
    int end = start + 1;
    boolean spaced = false;
    while (end < scan.text.length() && end - start <= MAX_REGEX) {
      char sign = scan.text.charAt(end);
      if (sign == ' ' && end == start + 1) {
        return 0;
      }
      spaced |= sign == ' ';
      if (sign == '/') {
        boolean last =
            end + 1 == scan.text.length() || QueryChars.endsWord(scan.text.charAt(end + 1));
        boolean closes = last && end > start + 1 && scan.text.charAt(end - 1) != ' ';
        return !closes ? 0 : spaced ? -end : end;
      }
      end += sign == '\\' ? 2 : 1;
    }
    return 0;
  }

  private @Nullable QueryAst regex(TextField field, int end) {
    int start = scan.at;
    int open = scan.peek() == '=' ? start + 1 : start;
    scan.at = end + 1;
    if (open > start) {
      var pattern = scan.text.substring(open, end + 1);
      scan.hint(new QueryHint.InexactPattern(scan.span(start, end + 1), pattern));
    }
    var pattern = PhraseReader.regex(scan, open, end);
    return pattern == null || !scan.count(start)
        ? null
        : scan.mark(new QueryAst.Text(field, scan.mark(pattern, open)), start);
  }

  /// `:)`, `;-(` and the like are no brackets.
  private boolean isEmoticon() {
    if (scan.peek() != ':' && scan.peek() != ';') {
      return false;
    }
    char next = scan.charAt(scan.at + 1);
    char mouth = next == '-' ? scan.charAt(scan.at + 2) : next;
    return mouth == '(' || mouth == ')';
  }

  private boolean isMention(int index) {
    return scan.charAt(index) == '@' && isNameSign(scan.charAt(index + 1));
  }

  private boolean isHashtag(int index) {
    return scan.charAt(index) == '#' && tagEnd(index + 1) > index + 1;
  }

  /// Where a hashtag ends whose sign stands before `start`: as [Hashtag] says, with wildcards.
  private int tagEnd(int start) {
    int end = start;
    boolean pattern = false;
    while (end < scan.text.length()) {
      int point = scan.text.codePointAt(end);
      boolean wild = point == '*' || point == '?';
      if (!wild && !Hashtag.isPart(point)) {
        break;
      }
      pattern |= wild;
      end += Character.charCount(point);
    }
    return pattern ? end : Hashtag.end(scan.text, start);
  }

  private @Nullable QueryAst mention() {
    int start = scan.at++;
    while (!scan.done() && isNameSign(scan.peek())) {
      scan.at++;
    }
    var name = scan.text.substring(start + 1, scan.at);
    hintAtQuestionMark(name, start);
    var mention = new QueryAst.Mention(List.of(name));
    scan.mark(mention, start);
    skipRest();
    return scan.count(start) ? mention : null;
  }

  private @Nullable QueryAst hashtag() {
    int start = scan.at;
    scan.at = tagEnd(start + 1);
    var tag = scan.text.substring(start + 1, scan.at);
    hintAtQuestionMark(tag, start);
    var hashtag = new QueryAst.Hashtag(List.of(QueryChars.composed(tag)));
    scan.mark(hashtag, start);
    skipRest();
    return scan.count(start) ? hashtag : null;
  }

  /// Reads over what can't be part of a name or tag: `'s`, or punctuation such as a colon. Words
  /// after it stay, `#` and `@` too.
  private void skipRest() {
    boolean possessive = scan.peek() == '\'' || scan.peek() == 0x2019;
    while (!scan.done() && !QueryChars.endsWord(scan.peek())) {
      boolean letter = Character.isLetterOrDigit(scan.peek());
      if (scan.peek() == '#' || scan.peek() == '@' || (letter && !possessive)) {
        return;
      }
      possessive &= letter || scan.peek() == '\'' || scan.peek() == 0x2019;
      scan.at++;
    }
  }

  /// Letters of handles and of the hashes that stand for some (`+` and `=` end those).
  private static boolean isNameSign(char sign) {
    return sign == '_'
        || sign == '+'
        || sign == '='
        || sign == '*'
        || sign == '?'
        || Character.isLetterOrDigit(sign);
  }

  private boolean isLink() {
    return scan.text.regionMatches(true, scan.at, "t.co/", 0, 5)
        || scan.text.regionMatches(true, scan.at, "www.", 0, 4)
        || scan.text.regionMatches(true, scan.at, "http://", 0, 7)
        || scan.text.regionMatches(true, scan.at, "https://", 0, 8);
  }

  private @Nullable QueryAst link() {
    int start = scan.at;
    scan.at = ValueReader.linkEnd(scan.text, start);
    int end = scan.at;
    while (".,;:!?'\u2026\u2019".indexOf(scan.text.charAt(end - 1)) >= 0) {
      end--;
    }
    var address = QueryChars.composed(scan.text.substring(start, end));
    if (isShort(address)) {
      scan.hint(new QueryHint.ShortLink(scan.span(start, end)));
    }
    var url = new QueryAst.Url(List.of(address));
    return scan.count(start) ? scan.mark(url, start, end) : null;
  }

  /// Whether an address is one of Twitter's link shortener.
  static boolean isShort(String address) {
    return SHORT.matcher(address).lookingAt();
  }

  private @Nullable QueryAst word(TextField field) {
    int start = scan.at;
    int end = Math.max(scan.wordEnd(start), Math.min(start + 1, scan.text.length()));
    if (WordSignReader.groupedEnd(scan.text, start, scan.text.length()) > start) {
      return number(field, start);
    }
    scan.at = end;
    var whole = scan.text.substring(start, end);
    if (whole.equals("*") || whole.equals("*:*")) {
      return everything(field, start);
    }
    if (whole.equals("NEAR")) {
      scan.hint(new QueryHint.BareNear(scan.span(start, end)));
    }
    var boost = BOOST.matcher(whole);
    if (whole.indexOf('^') > 0 && boost.find() && !QueryChars.isEscaped(whole, 0, boost.start())) {
      scan.hint(new QueryHint.Ignored(scan.span(start + boost.start(), end), boost.group()));
      end = start + boost.start();
    }
    boolean sign = scan.charAt(start) == '=';
    boolean exact = sign || exactly;
    var trimmed = QueryChars.trimmed(scan.text, start, end);
    var pattern = pattern(trimmed, exact ? Precision.EXACT : Precision.FORMS);
    if (pattern == null && (whole.equals("-") || whole.equals("\u2212"))) {
      scan.hint(new QueryHint.LoneMinus(scan.span(start, end)));
    } else if (pattern == null && WordSignReader.isTelling(whole)) {
      scan.hint(new QueryHint.Ignored(scan.span(start, end), whole));
    }
    if (pattern instanceof TextPattern.Word(var text, _)) {
      hintAtSigns(text, start, end);
    }
    if (pattern == null || !scan.count(start)) {
      return null;
    }
    if (exact && !(pattern instanceof TextPattern.Word)) {
      scan.hint(new QueryHint.InexactPattern(scan.span(start, end), trimmed.of(scan.text)));
    }
    int from = sign ? start : trimmed.offset();
    int to = trimmed.end();
    return scan.mark(new QueryAst.Text(field, scan.mark(pattern, from, to)), from, to);
  }

  /// A number with blanks between its thousands, and what stands right behind it.
  private @Nullable QueryAst number(TextField field, int start) {
    int last = WordSignReader.groupedEnd(scan.text, start, scan.text.length());
    scan.at = scan.wordEnd(last - 1);
    var trimmed = QueryChars.trimmed(scan.text, start, scan.at);
    var raw = WordSignReader.grouped(trimmed.of(scan.text));
    var precision = exactly ? Precision.EXACT : Precision.FORMS;
    var pattern = PhraseReader.pattern(scan, raw, start, precision);
    return pattern == null || !scan.count(start)
        ? null
        : scan.mark(
            new QueryAst.Text(field, scan.mark(pattern, start, trimmed.end())),
            start,
            trimmed.end());
  }

  private void hintAtSigns(String word, int start, int end) {
    var signs = WordSignReader.unsearched(word);
    if (!signs.isEmpty()) {
      scan.hint(new QueryHint.SignsUnsearched(scan.span(start, end), word, signs));
    }
  }

  private QueryAst everything(TextField field, int start) {
    return scan.mark(
        field == TextField.TWEET
            ? new QueryAst.All()
            : new QueryAst.Text(field, new TextPattern.Wildcard("*")),
        start);
  }

  private @Nullable TextPattern pattern(TextSpan trimmed, Precision precision) {
    var raw = trimmed.of(scan.text);
    var pattern = PhraseReader.pattern(scan, raw, trimmed.offset(), precision);
    if (pattern instanceof TextPattern.Wildcard) {
      hintAtQuestionMark(raw, trimmed.offset());
    }
    return pattern;
  }

  private void hintAtQuestionMark(String raw, int start) {
    int last = raw.length() - 1;
    if (last > 0 && raw.charAt(last) == '?' && !QueryChars.isEscaped(raw, 0, last)) {
      scan.hint(new QueryHint.QuestionMark(scan.span(start, scan.at), raw.substring(0, last)));
    }
  }
}
