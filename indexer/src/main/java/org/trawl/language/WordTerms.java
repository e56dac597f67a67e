package org.trawl.language;

/// What a word is looked up by in the layers that hold more than its folded letters: a lemma stands
/// beside its language, a spelling beside what it folds to.
public final class WordTerms {
  private WordTerms() {}

  /// The term of a lemma of a language.
  public static String form(String language, String lemma) {
    return language + ':' + lemma;
  }

  /// The term of words that a hyphen or an apostrophe joins, in whatever language.
  public static String joined(String folded) {
    return form("", folded);
  }

  /// The term of a token as written. All spellings of one folded token share the prefix
  /// [#writtenPrefix].
  public static String written(String folded, String written) {
    return writtenPrefix(folded) + written;
  }

  /// What the terms of all spellings of a folded token begin with.
  public static String writtenPrefix(String folded) {
    return folded + '\0';
  }
}
