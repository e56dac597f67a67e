package org.trawl.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What is looked for in a text.
public sealed interface TextPattern {
  /// Words as typed between two spaces. The text's own rules divide them further (`t.co` is two
  /// words, a Chinese sentence many); then all must follow each other.
  record Word(String text, Precision precision) implements TextPattern {
    public Word {
      notBlank(text);
      requireNonNull(precision, "precision");
    }
  }

  /// One folded word: `*` stands for any letters, `?` for one, `\` makes the next one plain.
  record Wildcard(String pattern) implements TextPattern {
    public Wildcard {
      notBlank(pattern);
    }
  }

  /// One folded word with letters changed, added, dropped or swapped.
  ///
  /// @param edits 1 or 2
  record Fuzzy(String text, int edits) implements TextPattern {
    /// The most letters that may differ.
    public static final int MAX_EDITS = 2;

    public Fuzzy {
      notBlank(text);
      if (edits < 1 || edits > MAX_EDITS) {
        throw new IllegalArgumentException("edits must be 1 to " + MAX_EDITS + ", got " + edits);
      }
    }
  }

  /// A regular expression over one whole folded word; [RegexSyntax] says what it may hold.
  record Regex(String pattern) implements TextPattern {
    public Regex {
      notBlank(pattern);
    }
  }

  /// Any one word, inside a phrase: `"black * matter"`.
  record AnyWord() implements TextPattern {}

  /// These, each right after the one before; two or more. Its words are all [Precision#FOLDED] or
  /// all [Precision#EXACT]; it neither begins nor ends with [AnyWord].
  record Phrase(List<TextPattern> slots) implements TextPattern {
    public Phrase {
      slots = List.copyOf(slots);
      if (slots.size() < 2) {
        throw new IllegalArgumentException("a phrase takes two or more, got " + slots);
      }
      if (slots.getFirst() instanceof AnyWord || slots.getLast() instanceof AnyWord) {
        throw new IllegalArgumentException("a phrase begins and ends with a word, got " + slots);
      }
    }
  }

  /// These in any order, none over another, with at most `distance` other words between them in
  /// all; two or more.
  record Near(List<TextPattern> operands, int distance) implements TextPattern {
    /// The most words between; no tweet is longer.
    public static final int MAX_DISTANCE = 1000;

    public Near {
      operands = List.copyOf(operands);
      if (operands.size() < 2 || operands.stream().anyMatch(AnyWord.class::isInstance)) {
        throw new IllegalArgumentException("nearness takes two or more words, got " + operands);
      }
      if (distance < 0 || distance > MAX_DISTANCE) {
        throw new IllegalArgumentException(
            "distance must be 0 to " + MAX_DISTANCE + ", got " + distance);
      }
    }
  }

  /// Any one of these, inside a phrase or nearness; two or more, none of them [Alternatives].
  record Alternatives(List<TextPattern> patterns) implements TextPattern {
    public Alternatives {
      patterns = List.copyOf(patterns);
      if (patterns.size() < 2 || patterns.stream().anyMatch(Alternatives.class::isInstance)) {
        throw new IllegalArgumentException("takes two or more alternatives, got " + patterns);
      }
    }
  }

  /// How closely a word must match.
  enum Precision {
    /// In any form of the tweet's own language, any case, accents folded: `выборы`.
    FORMS,
    /// In this form, any case, accents folded: `"выборы"`.
    FOLDED,
    /// As written, case and accents too: `=Выборы`.
    EXACT
  }

  private static void notBlank(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a pattern must not be blank");
    }
  }
}
