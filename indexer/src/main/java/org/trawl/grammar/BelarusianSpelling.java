package org.trawl.grammar;

import java.util.Set;

/// Belarusian as people write it: `ў` at the beginning is `у` behind a vowel, Latin `i` stands for
/// `і`, and the older spelling has a soft sign in `пакараньне`.
final class BelarusianSpelling implements Grammar {
  private final Grammar grammar;

  BelarusianSpelling(Grammar grammar) {
    this.grammar = grammar;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String plain = word.replace('i', 'і').replace('ʼ', '\'').replace('’', '\'');
    if (plain.startsWith("ў")) {
      plain = "у" + plain.substring(1);
    }
    // A soft sign before a soft consonant is written in one of two spellings only.
    grammar.addLemmas(plain.replaceAll("([знсцлд])ь(?=[знсцлд][яюеёіь])", "$1"), lemmas);
  }
}
