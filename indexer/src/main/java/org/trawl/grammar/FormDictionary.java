package org.trawl.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/// A Morfologik dictionary from the class path: an automaton of all forms of all its words with
/// their lemmas.
final class FormDictionary implements Grammar {
  private final ThreadLocal<DictionaryLookup> lookups;
  private final Locale locale;
  private final boolean capitalised;

  private FormDictionary(Dictionary dictionary, Locale locale, boolean capitalised) {
    this.lookups = ThreadLocal.withInitial(() -> new DictionaryLookup(dictionary));
    this.locale = locale;
    this.capitalised = capitalised;
  }

  /// @param resource path of the automaton on the class path, without `.dict`
  /// @param capitalised whether names, or German nouns, are listed with a capital
  static FormDictionary read(String resource, String language, boolean capitalised) {
    ClassLoader loader = FormDictionary.class.getClassLoader();
    try (InputStream automaton = loader.getResourceAsStream(resource + ".dict");
        InputStream about = loader.getResourceAsStream(resource + ".info")) {
      if (automaton == null || about == null) {
        throw new IOException("no dictionary " + resource + " on the class path");
      }
      Dictionary dictionary = Dictionary.read(automaton, about);
      return new FormDictionary(dictionary, Locale.of(language), capitalised);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    DictionaryLookup lookup = lookups.get();
    addListed(lookup, word, lemmas);
    if (capitalised && Character.isLowerCase(word.charAt(0))) {
      addListed(lookup, word.substring(0, 1).toUpperCase(locale) + word.substring(1), lemmas);
    }
  }

  private void addListed(DictionaryLookup lookup, String word, Set<String> lemmas) {
    for (WordData form : lookup.lookup(word)) {
      if (form.getStem() != null) {
        lemmas.add(form.getStem().toString().toLowerCase(locale));
      }
    }
  }
}
