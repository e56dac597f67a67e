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

  private static final int MAX_DEPTH = 50;

  private final String pattern;
  private int at;
  private int depth;

  private RegexSyntax(String pattern) {
    this.pattern = pattern;
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

  private void alternatives() throws FaultException {
    boolean empty = true;
    while (at < pattern.length()) {
      char sign = pattern.charAt(at);
      if (sign == ')') {
        if (depth == 0) {
          throw new FaultException(Fault.STRAY_BRACKET);
        }
        break;
      }
      if (sign == '|') {
        if (empty) {
          throw new FaultException(Fault.EMPTY);
        }
        empty = true;
        at++;
      } else {
        repeated();
        empty = false;
      }
    }
    if (empty) {
      throw new FaultException(Fault.EMPTY);
    }
  }

  private void repeated() throws FaultException {
    single();
    if (at == pattern.length()) {
      return;
    }
    switch (pattern.charAt(at)) {
      case '*', '+', '?' -> at++;
      case '{' -> count();
      default -> {
        return;
      }
    }
    // Lazy, possessive and doubled repetitions mean different things in different tools.
    if (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
      throw new FaultException(Fault.UNSUPPORTED);
    }
  }

  private void single() throws FaultException {
    char sign = pattern.charAt(at++);
    switch (sign) {
      case '(' -> group();
      case '[' -> set();
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new FaultException(Fault.NOTHING_TO_REPEAT);
      case ']', '}' -> throw new FaultException(Fault.STRAY_BRACKET);
      case '^', '$' -> throw new FaultException(Fault.UNSUPPORTED);
      default -> {}
    }
  }

  private void group() throws FaultException {
    if (++depth > MAX_DEPTH) {
      throw new FaultException(Fault.TOO_DEEP);
    }
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      throw new FaultException(Fault.UNSUPPORTED);
    }
    alternatives();
    if (at == pattern.length()) {
      throw new FaultException(Fault.OPEN_BRACKET);
    }
    at++;
    depth--;
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

  private void count() throws FaultException {
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
    int high =
        comma < 0 || comma == body.length() - 1
            ? Math.max(low, 1)
            : Integer.parseInt(body.substring(comma + 1));
    if (high < low || high > MAX_REPEAT || low > MAX_REPEAT) {
      throw new FaultException(Fault.BAD_REPEAT);
    }
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
