package org.trawl.query;

import java.util.Optional;

/// What a regular expression between slashes may hold: letters, `.`, `[…]`, `(…|…)`, the
/// repetitions `*`, `+`, `?`, `{n}`, `{n,}` and `{n,m}`, the classes `\d` `\w` `\s` and their
/// opposites, and `\` before any sign. It must fit a whole word; `^` at its start and `$` at its
/// end say so again.
public final class RegexSyntax {
  /// The most that a repetition may ask for.
  static final int MAX_REPEAT = 100;

  /// The most characters of a pattern.
  static final int MAX_LENGTH = 1_000;

  /// The most characters of a pattern with each repetition written out.
  private static final int MAX_SIZE = 2_000;

  /// The most of its parts, written out, that may be left out: a machine has a way from each of
  /// them that stand together to each of the later ones.
  private static final int MAX_OPTIONAL = 200;

  private static final int MAX_DEPTH = 50;

  private final String pattern;
  private int at;
  private int depth;

  private RegexSyntax(String pattern) {
    this.pattern = pattern;
  }

  /// How large the machine for a part of a pattern is. To make it takes memory and time that grow
  /// with these, and cannot be stopped under way.
  ///
  /// @param size characters, repetitions written out
  /// @param optional parts that may be left out, written out as well
  /// @param empty whether all of it may be left out
  private record Extent(int size, int optional, boolean empty) {
    static final Extent NONE = new Extent(0, 0, true);
    static final Extent ONE = new Extent(1, 0, false);

    Extent then(Extent next) throws FaultException {
      return new Extent(size + next.size, optional + next.optional, empty && next.empty).bounded();
    }

    Extent or(Extent other) throws FaultException {
      return new Extent(size + other.size, optional + other.optional, empty || other.empty)
          .bounded();
    }

    Extent times(int most) throws FaultException {
      return new Extent(size * most, optional * most, empty).bounded();
    }

    Extent orNothing() throws FaultException {
      return empty ? this : new Extent(size, optional + 1, true).bounded();
    }

    private Extent bounded() throws FaultException {
      if (size > MAX_SIZE || optional > MAX_OPTIONAL) {
        throw new FaultException(Fault.TOO_COMPLEX);
      }
      return this;
    }
  }

  /// What is wrong with a regular expression.
  public enum Fault {
    EMPTY,
    OPEN_BRACKET,
    STRAY_BRACKET,
    BAD_CLASS,
    NOTHING_TO_REPEAT,
    BAD_REPEAT,
    DANGLING_ESCAPE,
    UNSUPPORTED,
    TOO_LONG,
    /// It asks for a space, and looks at one word.
    SPACE,
    /// Written out it is too long.
    TOO_COMPLEX,
    TOO_DEEP
  }

  /// The pattern without anchors that change nothing.
  static String unanchored(String pattern) {
    int start = pattern.startsWith("^") ? 1 : 0;
    boolean anchored =
        pattern.endsWith("$")
            && !escapedAt(pattern, pattern.length() - 1)
            && start < pattern.length();
    return pattern.substring(start, anchored ? pattern.length() - 1 : pattern.length());
  }

  /// Whether a pattern asks for a space outside of sets, which no word has.
  static boolean asksForSpace(String pattern) {
    boolean set = false;
    for (int at = 0; at < pattern.length(); at++) {
      char sign = pattern.charAt(at);
      if (sign == '\\') {
        at++;
        if (!set && at < pattern.length() && pattern.charAt(at) == 's') {
          return true;
        }
      } else if (sign == '[') {
        set = true;
      } else if (sign == ']') {
        set = false;
      }
    }
    return false;
  }

  private static boolean escapedAt(String pattern, int index) {
    int slashes = 0;
    while (index - slashes > 0 && pattern.charAt(index - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /// What keeps a pattern from being read, if anything does. Reads each character once.
  static Optional<Fault> check(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return Optional.of(Fault.TOO_LONG);
    }
    var syntax = new RegexSyntax(pattern);
    try {
      syntax.alternatives();
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(e.fault);
    }
  }

  private Extent alternatives() throws FaultException {
    var all = new Extent(0, 0, false);
    var one = Extent.NONE;
    boolean missing = true;
    while (at < pattern.length()) {
      char sign = pattern.charAt(at);
      if (sign == ')') {
        if (depth == 0) {
          throw new FaultException(Fault.STRAY_BRACKET);
        }
        break;
      }
      if (sign == '|') {
        if (missing) {
          throw new FaultException(Fault.EMPTY);
        }
        all = all.or(one);
        one = Extent.NONE;
        missing = true;
        at++;
      } else {
        one = one.then(repeated());
        missing = false;
      }
    }
    if (missing) {
      throw new FaultException(Fault.EMPTY);
    }
    return all.or(one);
  }

  private Extent repeated() throws FaultException {
    var extent = single();
    if (at == pattern.length()) {
      return extent;
    }
    switch (pattern.charAt(at)) {
      case '*', '?' -> {
        at++;
        extent = extent.orNothing();
      }
      case '+' -> {
        at++;
        extent = extent.times(2);
      }
      case '{' -> extent = count(extent);
      default -> {
        return extent;
      }
    }
    // Lazy, possessive and doubled repetitions mean different things in different tools.
    if (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
      throw new FaultException(Fault.UNSUPPORTED);
    }
    return extent;
  }

  private Extent single() throws FaultException {
    char sign = pattern.charAt(at++);
    switch (sign) {
      case '(' -> {
        return group();
      }
      case '[' -> set();
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new FaultException(Fault.NOTHING_TO_REPEAT);
      case ']', '}' -> throw new FaultException(Fault.STRAY_BRACKET);
      case '^', '$' -> throw new FaultException(Fault.UNSUPPORTED);
      default -> {}
    }
    return Extent.ONE;
  }

  private Extent group() throws FaultException {
    if (++depth > MAX_DEPTH) {
      throw new FaultException(Fault.TOO_DEEP);
    }
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      throw new FaultException(Fault.UNSUPPORTED);
    }
    var extent = alternatives();
    if (at == pattern.length()) {
      throw new FaultException(Fault.OPEN_BRACKET);
    }
    at++;
    depth--;
    return extent;
  }

  private void set() throws FaultException {
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    int members = 0;
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      int low = member();
      members++;
      if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        at++;
        if (member() < low) {
          throw new FaultException(Fault.BAD_CLASS);
        }
      }
    }
    if (at == pattern.length()) {
      throw new FaultException(Fault.OPEN_BRACKET);
    }
    if (members == 0) {
      throw new FaultException(Fault.BAD_CLASS);
    }
    at++;
  }

  private int member() throws FaultException {
    int sign = pattern.codePointAt(at);
    at += Character.charCount(sign);
    if (sign == '[') {
      throw new FaultException(Fault.BAD_CLASS);
    }
    if (sign != '\\') {
      return sign;
    }
    if (at == pattern.length()) {
      throw new FaultException(Fault.DANGLING_ESCAPE);
    }
    int escaped = pattern.codePointAt(at);
    if (isAsciiLetterOrDigit(escaped)) {
      throw new FaultException(Fault.UNSUPPORTED);
    }
    at += Character.charCount(escaped);
    return escaped;
  }

  private void escape() throws FaultException {
    if (at == pattern.length()) {
      throw new FaultException(Fault.DANGLING_ESCAPE);
    }
    int sign = pattern.codePointAt(at);
    if (isAsciiLetterOrDigit(sign) && "dDwWsS".indexOf(sign) < 0) {
      throw new FaultException(Fault.UNSUPPORTED);
    }
    at += Character.charCount(sign);
  }

  private Extent count(Extent repeated) throws FaultException {
    int close = at;
    while (close < pattern.length() && close - at < 10 && pattern.charAt(close) != '}') {
      close++;
    }
    if (close == pattern.length() || pattern.charAt(close) != '}') {
      throw new FaultException(Fault.BAD_REPEAT);
    }
    var body = pattern.substring(at + 1, close);
    at = close + 1;
    if (!body.matches("[0-9]{1,3}(,([0-9]{1,3})?)?")) {
      throw new FaultException(Fault.BAD_REPEAT);
    }
    int comma = body.indexOf(',');
    int low = Integer.parseInt(comma < 0 ? body : body.substring(0, comma));
    boolean endless = comma == body.length() - 1;
    int high = comma < 0 || endless ? low : Integer.parseInt(body.substring(comma + 1));
    if (high < low || high > MAX_REPEAT || low > MAX_REPEAT) {
      throw new FaultException(Fault.BAD_REPEAT);
    }
    var extent = repeated.times(Math.max(1, endless ? low + 1 : high));
    return low == 0 ? extent.orNothing() : extent;
  }

  private static boolean isAsciiLetterOrDigit(int sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9');
  }

  private static final class FaultException extends Exception {
    private static final long serialVersionUID = 1;
    private final Fault fault;

    FaultException(Fault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }
  }
}
