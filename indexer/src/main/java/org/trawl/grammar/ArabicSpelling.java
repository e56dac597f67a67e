package org.trawl.grammar;

/// One spelling of Arabic letters that people write in several ways: alef with and without hamza,
/// ya and its dotless form, ta marbuta and ha; vowel signs and the stretching stroke go.
final class ArabicSpelling {
  private ArabicSpelling() {}

  static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case 'أ', 'إ', 'آ', 'ٱ' -> plain.append('ا');
        case 'ى', 'ی' -> plain.append('ي');
        case 'ة' -> plain.append('ه');
        case 'ک' -> plain.append('ك');
        default -> {
          if (c != '\u0640'
              && c != '\u200c'
              && Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }
}
