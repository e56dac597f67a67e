package org.trawl.query;

/// Leaves a part of a query out so that the rest is read as it was: with the sign or word that
/// negates the part, the operator that would have nothing on one side, and brackets that would be
/// empty.
final class Removal {
  private final String text;
  private final Clause clause;
  private int start;
  private int end;

  /// The operator that is being read: where its name begins, and where its value.
  record Clause(int start, int value) {
    static final Clause NONE = new Clause(-1, -1);
  }

  private Removal(String text, Clause clause, int start, int end) {
    this.text = text;
    this.clause = clause;
    this.start = start;
    this.end = end;
  }

  /// What to write instead of a stretch of the cleaned text.
  record Cut(int start, int end, String replacement) {}

  /// Without what stands from `start` to `end`: a value of an operator, or a part of its own.
  static Cut of(String text, Clause clause, int start, int end) {
    var removal = new Removal(text, clause, start, end);
    if (!removal.isFirstOfValues()) {
      removal.widen();
      return removal.cut();
    }
    return new Cut(start, end + 1, "");
  }

  /// Without the brackets that the text ends with just after opening them.
  ///
  /// @param opened how many are open there
  static OpenEnd ofOpenEnd(String text, int opened) {
    var removal = new Removal(text, Clause.NONE, text.length(), text.length());
    int removed = 0;
    while (removed < opened && removal.openBefore()) {
      removed++;
      removal.start = removal.before() - 1;
      removal.widenOverName();
      removal.widen();
    }
    return new OpenEnd(removed, removal.cut());
  }

  /// @param brackets how many are left out
  record OpenEnd(int brackets, Cut cut) {}

  /// `lang:xx,en`: what follows a comma stays.
  private boolean isFirstOfValues() {
    return start == clause.value
        && at(end) == ','
        && end + 1 < text.length()
        && !QueryChars.endsWord(text.charAt(end + 1));
  }

  private void widen() {
    while (widenOnce()) {
      // Each step takes in more of the text.
    }
  }

  private boolean widenOnce() {
    int before = before();
    int after = after();
    if (before == clause.value && start > clause.start) {
      start = clause.start;
      return true;
    }
    if (isEmptied(before, after)) {
      start = before - 1;
      end = after + 1;
      return true;
    }
    return widenOverNegation(before) || widenOverOperator(before, after);
  }

  /// Brackets with nothing else in them; those of an operator that looks for words are its own.
  private boolean isEmptied(int before, int after) {
    return openBefore()
        && at(after) == ')'
        && (at(before - 2) != ':' || before - 1 == clause.value);
  }

  private boolean widenOverNegation(int before) {
    if (start == before
        && before > 0
        && (QueryChars.isDash(at(start - 1)) || at(start - 1) == '!' || at(start - 1) == '+')
        && QueryChars.endsWord(at(start - 2))) {
      start--;
      return true;
    }
    if (endsWithWord(before, "NOT")) {
      start = before - "NOT".length();
      return true;
    }
    return false;
  }

  private boolean widenOverOperator(int before, int after) {
    int first = operatorBefore(before);
    int second = operatorAfter(after);
    boolean nothingBefore = before == 0 || at(before - 1) == '(';
    boolean nothingAfter = after == text.length() || at(after) == ')';
    boolean looser = first > 0 && second > 0 && isOr(before - first) && !isOr(after);
    if (second > 0 && (nothingBefore || looser)) {
      end = after + second;
      return true;
    }
    if (first > 0 && (nothingAfter || second > 0)) {
      start = before - first;
      return true;
    }
    return false;
  }

  private void widenOverName() {
    int colon = start - 1;
    int name = colon;
    while (at(colon) == ':'
        && name > 0
        && (Character.isLetter(at(name - 1)) || at(name - 1) == '_')) {
      name--;
    }
    start = name < colon ? name : start;
  }

  /// One space stays between what stood apart.
  private Cut cut() {
    int before = before();
    int after = after();
    boolean inner =
        before > 0 && at(before - 1) != '(' && after < text.length() && at(after) != ')';
    return new Cut(before, after, inner && (before < start || after > end) ? " " : "");
  }

  private boolean openBefore() {
    int before = before();
    return before > 0
        && text.charAt(before - 1) == '('
        && !QueryChars.isEscaped(text, 0, before - 1);
  }

  private int before() {
    int at = start;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at;
  }

  private int after() {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /// The length of the operator or comma that ends here, 0 if none does.
  private int operatorBefore(int before) {
    for (var word : new String[] {"AND", "OR"}) {
      if (endsWithWord(before, word)) {
        return word.length();
      }
    }
    for (var sign : new String[] {"&&", "||", "|", ",", ";"}) {
      if (before > 0 && text.startsWith(sign, before - sign.length())) {
        return sign.length();
      }
    }
    return 0;
  }

  private int operatorAfter(int after) {
    for (var word : new String[] {"AND", "OR"}) {
      if (text.startsWith(word, after) && QueryChars.endsWord(at(after + word.length()))) {
        return word.length();
      }
    }
    for (var sign : new String[] {"&&", "||", "|", ",", ";"}) {
      if (text.startsWith(sign, after)) {
        return sign.length();
      }
    }
    return 0;
  }

  private boolean isOr(int at) {
    return text.startsWith("OR", at) || at(at) == '|';
  }

  private boolean endsWithWord(int before, String word) {
    int from = before - word.length();
    return from >= 0 && text.startsWith(word, from) && QueryChars.endsWord(at(from - 1));
  }

  /// The character at an index, a space outside the text.
  private char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }
}
