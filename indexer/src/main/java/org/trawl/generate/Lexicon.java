package org.trawl.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One language's words, in the forms that its sentences ask for, and its sentences. Read from a
/// file of this package; `en.txt` shows every part of the notation:
///
/// - `[noun: sg pl]` begins a list of words with the forms named. Words stand apart by spaces, an
///   underscore is a space inside one; `city/cities` gives each form, `vote~,s` gives the endings.
/// - `[endings noun]` says how invented words join that list: `{}` is the stem, `{^}` the stem with
///   a capital.
/// - `[letters]` are the parts that stems are invented from.
/// - `[sentence]`, `[phrase]`, `[bio]`, `[location]` are templates: `{noun.pl}` is a word of that
///   list in that form, `{num}` a number.
final class Lexicon {
  /// The languages there are, by ISO code.
  static final List<String> LANGUAGES =
      List.of(
          "en", "ru", "uk", "de", "fr", "es", "pt", "it", "tr", "ar", "fa", "ur", "id", "ja", "zh",
          "ko");

  private final String language;
  private final byte[] twitterCode;
  private final Map<String, WordList> words = new HashMap<>();
  private final Map<String, List<Template>> templates = new HashMap<>();
  private final Stems stems;

  private Lexicon(String language, Map<String, List<String>> sections) {
    this.language = language;
    twitterCode = Utf8Text.utf8(language.equals("id") ? "in" : language);
    stems = new Stems(language, sections.getOrDefault("letters", List.of()));
    sections.forEach((header, lines) -> {
      var colon = header.indexOf(':');
      if (colon > 0) {
        var name = header.substring(0, colon);
        var forms = List.of(header.substring(colon + 1).trim().split(" ", -1));
        var endings = sections.getOrDefault("endings " + name, List.of());
        words.put(name, new WordList(forms, lines, endings, stems, locale()));
      }
    });
    sections.forEach((header, lines) -> {
      if (!header.equals("letters") && !header.contains(":") && !header.contains(" ")) {
        templates.put(header, lines.stream().map(line -> Template.parse(line, words)).toList());
      }
    });
  }

  /// Reads a language's file.
  ///
  /// @throws IllegalArgumentException if the file breaks the notation
  static Lexicon of(String language) {
    try (var file = Lexicon.class.getResourceAsStream(language + ".txt")) {
      if (file == null) {
        throw new IllegalArgumentException("no words for the language " + language);
      }
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Lexicon(language, sections(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> sections(String text) {
    var sections = new HashMap<String, List<String>>();
    List<String> current = new ArrayList<>();
    for (var line : text.lines().toList()) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.indexOf(']')), current);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current.add(line);
      }
    }
    return sections;
  }

  /// The ISO code.
  String language() {
    return language;
  }

  /// The code as Twitter wrote it.
  byte[] twitterCode() {
    return twitterCode;
  }

  Stems stems() {
    return stems;
  }

  /// The words of a section, such as `place`.
  WordList words(String section) {
    return required(words, section);
  }

  /// The templates of a section, such as `bio`.
  List<Template> templates(String section) {
    return required(templates, section);
  }

  private Locale locale() {
    return Locale.of(language);
  }

  private <T> T required(Map<String, T> map, String section) {
    var found = map.get(section);
    if (found == null) {
      throw new IllegalArgumentException(language + ".txt has no section " + section);
    }
    return found;
  }

  /// A sentence with open places.
  ///
  /// @param parts literal text and slots, as they follow each other
  record Template(List<Part> parts) {
    sealed interface Part {}

    /// Text that stands as it is.
    static final class Literal implements Part {
      final byte[] utf8;

      Literal(String text) {
        utf8 = Utf8Text.utf8(text);
      }
    }

    /// A word of a list, in one of its forms.
    record Slot(WordList words, int form, boolean name) implements Part {}

    /// A number, small ones more often.
    record Count() implements Part {}

    static Template parse(String line, Map<String, WordList> lists) {
      var parts = new ArrayList<Part>();
      var from = 0;
      while (from < line.length()) {
        var open = line.indexOf('{', from);
        if (open != from) {
          parts.add(new Literal(line.substring(from, open < 0 ? line.length() : open)));
        }
        if (open < 0) {
          break;
        }
        var close = line.indexOf('}', open);
        parts.add(part(line.substring(open + 1, close), lists));
        from = close + 1;
      }
      return new Template(List.copyOf(parts));
    }

    private static Part part(String slot, Map<String, WordList> lists) {
      if (slot.equals("num")) {
        return new Count();
      }
      var dot = slot.indexOf('.');
      var name = dot < 0 ? slot : slot.substring(0, dot);
      var list = lists.get(name);
      if (list == null) {
        throw new IllegalArgumentException("no such list of words: " + slot);
      }
      var isName = name.equals("place") || name.equals("person");
      return new Slot(list, list.form(slot.substring(dot + 1)), isName);
    }
  }
}
