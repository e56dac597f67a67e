package org.trawl.grammar;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/// Which grammar each language has; docs/decisions/languages.md says why.
final class Grammars {
  private static final String LANGUAGE_TOOL = "org/languagetool/resource/";
  private static final String OWN = "org/trawl/grammar/dictionaries/";

  private static final List<String> LITHUANIAN_PREFIXES =
      List.of(
          "nebe", "nepasi", "pasi", "nepa", "neiš", "neuž", "nesu", "nepri", "nesi", "apsi", "atsi",
          "įsi", "išsi", "nusi", "persi", "prisi", "susi", "užsi", "ne", "api", "ati", "par", "per",
          "pra", "pri", "pa", "ap", "at", "be", "su", "iš", "nu", "už", "į");

  private static final List<String> LATVIAN_PREFIXES =
      List.of("aiz", "caur", "pār", "pie", "sa", "uz", "ap", "at", "ie", "iz", "no", "pa");

  /// By ISO code, made when first asked for.
  static final Map<String, Supplier<Grammar>> BY_LANGUAGE =
      Map.ofEntries(
          listed("ca", LANGUAGE_TOOL + "ca/ca-ES", new Stemmer(CatalanStemmer::new)),
          Map.entry("de", Grammars::german),
          Map.entry("en", Grammars::english),
          listed("es", LANGUAGE_TOOL + "es/es-ES", new Stemmer(SpanishStemmer::new)),
          Map.entry("fr", Grammars::french),
          listed("it", LANGUAGE_TOOL + "it/italian", new Stemmer(ItalianStemmer::new)),
          listed("pl", "morfologik/stemming/polish/polish", new SlavicNames("pl")),
          listed("pt", LANGUAGE_TOOL + "pt/portuguese", new Stemmer(PortugueseStemmer::new)),
          listed("ro", LANGUAGE_TOOL + "ro/romanian", new Stemmer(RomanianStemmer::new)),
          Map.entry("ru", Grammars::russian),
          listed("sk", LANGUAGE_TOOL + "sk/slovak", new SlavicNames("cs")),
          listed("sv", LANGUAGE_TOOL + "sv/swedish", new Stemmer(SwedishStemmer::new)),
          listed("uk", "ua/net/nlp/ukrainian", new SlavicNames("uk")),
          Map.entry(
              "bg",
              () ->
                  new FirstThatKnows(
                      new BulgarianGrammar(), new FilterStemmer(BulgarianStemFilter::new))),
          Map.entry("bs", () -> Serbian.GRAMMAR),
          Map.entry("hr", () -> Serbian.GRAMMAR),
          Map.entry("sr", () -> Serbian.GRAMMAR),
          Map.entry(
              "id",
              () ->
                  new FirstThatKnows(
                      IndonesianGrammar.read(), new Stemmer(IndonesianStemmer::new))),
          Map.entry(
              "tr",
              () ->
                  new TurkishNames(
                      new FirstThatKnows(TurkishGrammar.read(), new Stemmer(TurkishStemmer::new)))),
          Map.entry("fa", PersianGrammar::read),
          Map.entry(
              "da",
              () ->
                  new FirstThatKnows(
                      new EveryOne(
                          FormDictionary.read(LANGUAGE_TOOL + "da/danish", "da", true),
                          FormDictionary.read(OWN + "da", "da", false)),
                      new Stemmer(DanishStemmer::new))),
          Map.entry("ar", ArabicGrammar::new),
          Map.entry("be", Grammars::belarusian),
          filtered("bn", words -> new BengaliStemFilter(new BengaliNormalizationFilter(words))),
          filtered("ckb", words -> new SoraniStemFilter(new SoraniNormalizationFilter(words))),
          Map.entry(
              "cs",
              () ->
                  new FirstThatKnows(new CzechGrammar(), new FilterStemmer(CzechStemFilter::new))),
          filtered("gl", GalicianStemFilter::new),
          listed("hi", OWN + "hi", new HindiEndings()),
          Map.entry(
              "lv",
              () ->
                  new FirstThatKnows(
                      new Prefixed(
                          FormDictionary.read(OWN + "lv", "lv", true),
                          List.of("jā", "ne", "vis"),
                          LATVIAN_PREFIXES),
                      new FilterStemmer(LatvianStemFilter::new))),
          cut("el", new GreekEndings(new Stemmer(GreekStemmer::new))),
          cut("ne", new Stemmer(NepaliStemmer::new)),
          cut("ka", new GeorgianEndings()),
          Map.entry("kk", KazakhGrammar::new),
          cut("ta", new Stemmer(TamilStemmer::new)),
          cut("yi", new Stemmer(YiddishStemmer::new)),
          cut("et", new Stemmer(EstonianStemmer::new)),
          cut("eu", new Stemmer(BasqueStemmer::new)),
          Map.entry(
              "fi",
              () ->
                  new FirstThatKnows(
                      new FinnishGrammar(), new FinnishEndings(new Stemmer(FinnishStemmer::new)))),
          cut("ga", new Stemmer(IrishStemmer::new)),
          Map.entry(
              "hu",
              () -> new FirstThatKnows(new HungarianGrammar(), new Stemmer(HungarianStemmer::new))),
          listed("hy", OWN + "hy", new Stemmer(ArmenianStemmer::new)),
          Map.entry(
              "lt",
              () ->
                  new FirstThatKnows(
                      new Prefixed(
                          AffixDictionary.read("lt", word -> word, ending -> true),
                          List.of(),
                          LITHUANIAN_PREFIXES),
                      new Stemmer(LithuanianStemmer::new))),
          Map.entry("he", HebrewGrammar::new),
          listed("mk", OWN + "mk", new MacedonianEndings()),
          listed("ur", OWN + "ur", new UrduEndings()),
          listed("nl", OWN + "nl", new DutchEndings(new Stemmer(DutchStemmer::new))),
          listed("no", OWN + "no", new Stemmer(NorwegianStemmer::new)));

  private Grammars() {}

  /// One dictionary for three standards, read when the first of them is asked for.
  private static final class Serbian {
    static final Grammar GRAMMAR = new SerbianGrammar(new SerbianEndings());
  }

  private static Grammar german() {
    Grammar dictionary = FormDictionary.read(LANGUAGE_TOOL + "de/german", "de", true);
    return new FirstThatKnows(
        dictionary, OwnLetters.german(dictionary), new Stemmer(GermanStemmer::new));
  }

  private static Grammar french() {
    Grammar dictionary = FormDictionary.read(LANGUAGE_TOOL + "fr/french", "fr", true);
    return new FirstThatKnows(
        dictionary, OwnLetters.french(dictionary), new Stemmer(FrenchStemmer::new));
  }

  private static Grammar belarusian() {
    return new BelarusianSpelling(
        new FirstThatKnows(
            FormDictionary.read(OWN + "be", "be", false),
            AffixDictionary.read("be", word -> word, ending -> true),
            new SlavicNames("be")));
  }

  private static Grammar english() {
    Grammar dictionary = FormDictionary.read(LANGUAGE_TOOL + "en/english", "en", true);
    return new FirstThatKnows(
        dictionary, new EnglishNames(dictionary, new Stemmer(EnglishStemmer::new)));
  }

  private static Grammar russian() {
    Grammar dictionary =
        new RussianSurnames(FormDictionary.read(LANGUAGE_TOOL + "ru/russian", "ru", true));
    return new FirstThatKnows(
        dictionary, new RussianComparatives(dictionary), new RussianEndings());
  }

  private static Map.Entry<String, Supplier<Grammar>> listed(
      String language, String dictionary, Grammar unlisted) {
    return Map.entry(
        language,
        () -> new FirstThatKnows(FormDictionary.read(dictionary, language, true), unlisted));
  }

  private static Map.Entry<String, Supplier<Grammar>> filtered(
      String language, UnaryOperator<TokenStream> filters) {
    return Map.entry(language, () -> new FilterStemmer(filters));
  }

  private static Map.Entry<String, Supplier<Grammar>> cut(String language, Grammar stemmer) {
    return Map.entry(language, () -> stemmer);
  }
}
