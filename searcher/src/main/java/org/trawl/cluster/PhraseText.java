package org.trawl.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trawl.match.Shape;
import org.trawl.match.WordSet;
import org.trawl.schema.TweetFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Shapes that a cluster finds by the positions of their words: runs of words, and some such near
/// each other. All others are looked for in the rows of what has their words at all.
///
/// A lemma that a language has no other form of stands nowhere as one, but as the token itself, in
/// texts of that language. A shape with such words is one query for texts of any language, and one
/// for each of these languages with its own words beside.
final class PhraseText {
  /// Of more operands, there are too many orders.
  private static final int MOST_OPERANDS = 4;

  /// Terms of one query, each of which is a part of it to a cluster, in all orders and languages:
  /// by default one takes 1,024.
  private static final int MOST_TERMS = 500;

  private PhraseText() {}

  /// The tweets in which a shape lies, if that can be asked for.
  static Optional<ObjectNode> of(Shape shape) {
    var languages = new TreeSet<String>();
    Shape.eachWord(shape, word -> languages.addAll(word.own().keySet()));
    var any = query(shape, "");
    if (any.isEmpty() || (long) terms(shape) * (1 + languages.size()) > MOST_TERMS) {
      return Optional.empty();
    }
    var ways = new ArrayList<JsonNode>();
    ways.add(any.get());
    for (var language : languages) {
      var own = query(shape, language).orElseThrow();
      ways.add(Dsl.every(List.of(own, Dsl.term(TweetFields.DETECTED, language))));
    }
    return Optional.of(Dsl.any(ways));
  }

  /// How many terms are looked up for a nearness in all orders of its operands; those of a phrase
  /// are one part for each position.
  private static int terms(Shape shape) {
    if (!(shape instanceof Shape.Near(var operands, _))) {
      return 1;
    }
    var terms = new int[1];
    Shape.eachWord(
        shape,
        word ->
            terms[0] +=
                word.folded().size()
                    + word.lemmas().size()
                    + word.written().size()
                    + word.plain().size());
    int orders = 1;
    for (int i = 2; i <= operands.size(); i++) {
      orders *= i;
    }
    return terms[0] * orders;
  }

  private static Optional<ObjectNode> query(Shape shape, String language) {
    return switch (shape) {
      case Shape.Run run -> Optional.of(phrase(run, language));
      case Shape.Near(var operands, int distance)
          when operands.size() <= MOST_OPERANDS
              && operands.stream().allMatch(PhraseText::isWithoutHoles) ->
          Optional.of(near(operands, distance, language));
      case Shape.Near _, Shape.Chain _, Shape.OneOf _, Shape.Gap _ -> Optional.empty();
    };
  }

  /// Whether a shape is a run with a word at each of its positions: into a hole of another one, an
  /// operand of a nearness may fit, which orders of whole intervals do not know.
  private static boolean isWithoutHoles(Shape shape) {
    return shape instanceof Shape.Run run
        && run.words().stream().map(Shape.Placed::offset).distinct().count() == run.width();
  }

  private static ObjectNode phrase(Shape.Run run, String language) {
    var text = text(run, language);
    return text.isEmpty()
        ? Dsl.none()
        : Dsl.object("match_phrase", Dsl.object().put(ClusterSchema.LAYERS, text.get()));
  }

  /// Any order of the operands, with few enough positions between them.
  private static ObjectNode near(List<Shape> operands, int distance, String language) {
    var sources = new ArrayList<JsonNode>();
    for (var operand : operands) {
      var text = operand instanceof Shape.Run run ? text(run, language) : Optional.<String>empty();
      if (text.isEmpty()) {
        return Dsl.none();
      }
      sources.add(
          Dsl.object(
              "match",
              Dsl.object().put("query", text.get()).put("ordered", true).put("max_gaps", 0)));
    }
    var orders = Dsl.array();
    for (var order : orders(sources)) {
      var intervals = Dsl.array();
      order.forEach(intervals::add);
      orders.add(
          Dsl.object(
              "all_of",
              Dsl.object()
                  .put("ordered", true)
                  .put("max_gaps", distance)
                  .set("intervals", intervals)));
    }
    return Dsl.object(
        "intervals",
        Dsl.object(ClusterSchema.LAYERS, Dsl.object("any_of", Dsl.object("intervals", orders))));
  }

  private static List<List<JsonNode>> orders(List<JsonNode> sources) {
    if (sources.size() < 2) {
      return List.of(sources);
    }
    var orders = new ArrayList<List<JsonNode>>();
    for (int first = 0; first < sources.size(); first++) {
      var rest = new ArrayList<>(sources);
      var head = rest.remove(first);
      for (var tail : orders(rest)) {
        var order = new ArrayList<JsonNode>();
        order.add(head);
        order.addAll(tail);
        orders.add(order);
      }
    }
    return orders;
  }

  /// The words of a run as the analyzer reads them; empty if one of them stands for nothing.
  private static Optional<String> text(Shape.Run run, String language) {
    var text = new LayerText();
    for (var placed : run.words()) {
      var terms = terms(placed.word(), language);
      if (terms.isEmpty()) {
        return Optional.empty();
      }
      terms.forEach(term -> text.add(placed.offset(), term));
    }
    return Optional.of(text.text());
  }

  /// The terms of the layers that a word may be.
  private static Set<String> terms(WordSet word, String language) {
    var terms = new LinkedHashSet<String>();
    word.folded().forEach(term -> terms.add(LayerText.FOLDED + term));
    word.lemmas().forEach(term -> terms.add(LayerText.FORM + term));
    word.written().forEach(term -> terms.add(LayerText.WRITTEN + term));
    word.plain().forEach(term -> terms.add(LayerText.PLAIN + term));
    word.own().getOrDefault(language, Set.of()).forEach(term -> terms.add(LayerText.FOLDED + term));
    return terms;
  }
}
