package org.trawl.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// Lucene's own analyzer of each language, to be scored beside ours. Ukrainian, which has none
/// among the common analyzers, gets the standard one.
final class StockAnalyzers {
  private static final Map<String, Analyzer> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("bg", new BulgarianAnalyzer()),
          Map.entry("de", new GermanAnalyzer()),
          Map.entry("en", new EnglishAnalyzer()),
          Map.entry("es", new SpanishAnalyzer()),
          Map.entry("fa", new PersianAnalyzer()),
          Map.entry("fr", new FrenchAnalyzer()),
          Map.entry("in", new IndonesianAnalyzer()),
          Map.entry("it", new ItalianAnalyzer()),
          Map.entry("pt", new PortugueseAnalyzer()),
          Map.entry("ru", new RussianAnalyzer()),
          Map.entry("sr", new SerbianAnalyzer()),
          Map.entry("tr", new TurkishAnalyzer()),
          Map.entry("uk", new StandardAnalyzer()));

  private static final Analyzer FOR_ALL = new StandardAnalyzer();

  private StockAnalyzers() {}

  /// What is indexed of a word: words that share it find each other. Empty for a stop word.
  static String terms(String language, String word) throws IOException {
    var terms = new TreeSet<String>();
    // Lucene has no analyzer for some languages; people then take the one for all.
    var analyzer = BY_LANGUAGE.getOrDefault(language, FOR_ALL);
    try (var tokens = analyzer.tokenStream("text", word)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    }
    return String.join(" ", terms);
  }
}
