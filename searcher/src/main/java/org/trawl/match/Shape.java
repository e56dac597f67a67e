package org.trawl.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A text pattern made ready to be looked for among positions: which words stand how.
public sealed interface Shape {
  /// Nothing fits: a pattern without words.
  Shape NOTHING = new OneOf(List.of());

  /// Words at fixed distances from the first; at least one.
  ///
  /// @param width positions it takes; two neighbouring characters, found as a pair, take two
  record Run(List<Placed> words, int width) implements Shape {
    public Run {
      words = List.copyOf(words);
    }

    /// Whether it is one word at one position.
    public boolean isWord() {
      return width == 1 && words.size() == 1;
    }
  }

  /// A word of a run.
  ///
  /// @param offset from the run's first position
  record Placed(WordSet word, int offset) {}

  /// Any one position.
  record Gap() implements Shape {}

  /// Each where the one before ends; two or more, the first no gap.
  record Chain(List<Shape> parts) implements Shape {
    public Chain {
      parts = List.copyOf(parts);
    }
  }

  /// Any of these.
  record OneOf(List<Shape> shapes) implements Shape {
    public OneOf {
      shapes = List.copyOf(shapes);
    }
  }

  /// All of these in any order, none over another, with at most so many positions between in all.
  record Near(List<Shape> operands, int distance) implements Shape {
    public Near {
      operands = List.copyOf(operands);
    }
  }

  /// One word.
  static Shape word(WordSet word) {
    return new Run(List.of(new Placed(word, 0)), 1);
  }

  /// Shapes that follow each other, runs beside runs made one.
  static Shape chain(List<Shape> parts) {
    var joined = new ArrayList<Shape>();
    int gap = 0;
    for (var part : parts) {
      if (part instanceof Gap) {
        gap++;
        continue;
      }
      if (part instanceof Run next && !joined.isEmpty() && joined.getLast() instanceof Run last) {
        joined.set(joined.size() - 1, join(last, next, gap));
      } else {
        for (int i = 0; i < gap; i++) {
          joined.add(new Gap());
        }
        joined.add(part);
      }
      gap = 0;
    }
    return joined.size() == 1 ? joined.getFirst() : new Chain(joined);
  }

  private static Run join(Run first, Run second, int gap) {
    var words = new ArrayList<>(first.words);
    for (var word : second.words) {
      words.add(new Placed(word.word, first.width + gap + word.offset));
    }
    return new Run(words, first.width + gap + second.width);
  }

  /// Any of some shapes, single words made one. Those that count only where they are spelled so
  /// stay apart: where another spelling takes one away, it must not take the others.
  static Shape oneOf(List<Shape> shapes) {
    var rest = new ArrayList<Shape>();
    WordSet words = null;
    for (var shape : shapes) {
      if (shape instanceof Run(var placed, int width)
          && placed.size() == 1
          && width == 1
          && placed.getFirst().word.plain().isEmpty()) {
        var word = placed.getFirst().word;
        words = words == null ? word : words.or(word);
      } else {
        rest.add(shape);
      }
    }
    if (words != null) {
      rest.add(word(words));
    }
    return rest.size() == 1 ? rest.getFirst() : new OneOf(rest);
  }

  /// Hands on every word of a shape.
  static void eachWord(Shape shape, Consumer<WordSet> sink) {
    switch (shape) {
      case Run(var words, _) -> words.forEach(placed -> sink.accept(placed.word));
      case Gap _ -> {}
      case Chain(var parts) -> parts.forEach(part -> eachWord(part, sink));
      case OneOf(var shapes) -> shapes.forEach(each -> eachWord(each, sink));
      case Near(var operands, _) -> operands.forEach(operand -> eachWord(operand, sink));
    }
  }
}
