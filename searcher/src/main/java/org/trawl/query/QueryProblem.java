package org.trawl.query;

import java.util.Optional;

/// Something in a query that cannot be answered as it stands: where it is, and how to mend it where
/// that can be told. What it concerns is left out of the tree. Words for people are made elsewhere.
public sealed interface QueryProblem {
  /// What to underline.
  TextSpan span();

  /// A change that takes the problem away.
  Optional<Mend> mend();

  /// A quote that nothing closes; all after it is read as quoted.
  record UnclosedQuote(TextSpan span, Optional<Mend> mend) implements QueryProblem {}

  /// A bracket that nothing closes; all after it is read as bracketed.
  record UnclosedBracket(TextSpan span, Optional<Mend> mend) implements QueryProblem {}

  /// A closing bracket that nothing opened.
  record UnopenedBracket(TextSpan span, Optional<Mend> mend) implements QueryProblem {}

  /// A name before a colon that is no operator; mended by the nearest one, else by quotes.
  ///
  /// @param nearest the operator that was perhaps meant
  record UnknownOperator(TextSpan span, String name, Optional<String> nearest, Optional<Mend> mend)
      implements QueryProblem {}

  /// An operator of X that asks for what the archive does not hold, such as `conversation_id:`.
  record NotInArchive(TextSpan span, String operator, Optional<Mend> mend)
      implements QueryProblem {}

  /// An operator without its value.
  record MissingValue(TextSpan span, Operator operator, Optional<Mend> mend)
      implements QueryProblem {}

  /// A value that is none of those an operator knows.
  ///
  /// @param nearest the value that was perhaps meant
  record UnknownValue(
      TextSpan span, Operator operator, String found, Optional<String> nearest, Optional<Mend> mend)
      implements QueryProblem {}

  /// A negated value in a list of alternatives.
  record NegatedValue(TextSpan span, Operator operator, String found, Optional<Mend> mend)
      implements QueryProblem {}

  /// `AND` in a list of alternatives.
  record AndInList(TextSpan span, Operator operator, Optional<Mend> mend) implements QueryProblem {}

  /// No date or time.
  record BadDate(TextSpan span, String found, Optional<Mend> mend) implements QueryProblem {}

  /// No whole number of 0 or more.
  record BadNumber(TextSpan span, Operator operator, String found, Optional<Mend> mend)
      implements QueryProblem {}

  /// No id; [#rounded] tells one that a spreadsheet destroyed.
  record BadId(TextSpan span, Operator operator, String found, Optional<Mend> mend)
      implements QueryProblem {
    /// Whether it is a number in scientific notation, its last digits lost.
    public boolean rounded() {
      return found.matches("[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+");
    }
  }

  /// A range that is not written as one.
  record BadRange(TextSpan span, Operator operator, String found, Optional<Mend> mend)
      implements QueryProblem {}

  /// A range whose ends are the wrong way round, so that nothing lies in it.
  record EmptyRange(TextSpan span, Operator operator, String found, Optional<Mend> mend)
      implements QueryProblem {}

  /// A regular expression that cannot be read.
  record BadRegex(TextSpan span, String found, RegexSyntax.Fault fault, Optional<Mend> mend)
      implements QueryProblem {}

  /// A number after `~` that is no count of letters: 1 or 2.
  record BadEdits(TextSpan span, String found, Optional<Mend> mend) implements QueryProblem {}

  /// A number after `"…"~` or `NEAR/` that is no count of words.
  record BadDistance(TextSpan span, String found, Optional<Mend> mend) implements QueryProblem {}

  /// `NEAR` beside something that is no word, phrase or bracket of alternative ones.
  record NearNeedsWords(TextSpan span, Optional<Mend> mend) implements QueryProblem {}

  /// Brackets or negations inside each other past [QueryLimits#MAX_DEPTH].
  record TooDeep(TextSpan span) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// A text past [QueryLimits#MAX_LENGTH], lists of values not counted.
  record TooLong(TextSpan span, int length) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// More terms than [QueryLimits#MAX_TERMS]; the place is the first one too many.
  record TooManyTerms(TextSpan span) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// More values in one list than [QueryLimits#MAX_VALUES]; the place is the first one too many.
  record TooManyValues(TextSpan span, Operator operator) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// A pattern that too many words of the archive fit; found when the query is run.
  ///
  /// @param words how many words were seen to fit before looking further was given up
  record TooBroad(TextSpan span, String pattern, int words) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// The pattern with which those of a query fit too many words of the archive in all; found when
  /// the query is run.
  ///
  /// @param words how many words were seen to fit before looking further was given up
  record TooManyWords(TextSpan span, String pattern, int words) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// A pattern with too many ways to fit a word; found when the query is run.
  record TooComplex(TextSpan span, String pattern) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// What the engine that is asked does not search for, while others do; found when the query is
  /// run.
  record NotOffered(TextSpan span, String part) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// A pattern whose words too many tweets have for an engine to look how they lie in each; found
  /// when the query is run.
  ///
  /// @param limit the most tweets that it looks through
  record TooManyCandidates(TextSpan span, String part, int limit) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /// More parts, with what its words stand for, than the engine that is asked takes; found when the
  /// query is run.
  record TooManyParts(TextSpan span) implements QueryProblem {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }
}
