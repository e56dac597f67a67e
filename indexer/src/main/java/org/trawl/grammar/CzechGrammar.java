package org.trawl.grammar;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Czech by the forms of a Hunspell dictionary. That has several head words for a verb (`přispět`,
/// `přispěl`, `přispěji`) and one for a comparative; they become one here, and negations and
/// superlatives are read without their prefixes.
final class CzechGrammar implements Grammar {
  /// What a head word ends in, and what the verb or the positive that it belongs to may end in.
  private record Joined(String end, List<String> instead) {}

  /// Longest first.
  private static final List<Joined> JOINED =
      List.of(
          new Joined("nejší", List.of("ný", "ní")),
          new Joined("čejší", List.of("ký")),
          new Joined("ejší", List.of("ý", "í")),
          new Joined("ější", List.of("ý", "í")),
          new Joined("žší", List.of("zký", "ký")),
          new Joined("uji", List.of("ovat")),
          new Joined("ěji", List.of("ět")),
          new Joined("tší", List.of("tý")),
          new Joined("šší", List.of("chý", "ký")),
          new Joined("ší", List.of("ký", "oký", "ý")),
          new Joined("ji", List.of("t", "ít", "ýt")),
          new Joined("nu", List.of("nout")),
          new Joined("l", List.of("t")));

  private static final Map<String, String> IRREGULAR = irregular();

  private final FormDictionary forms =
      FormDictionary.read("org/trawl/grammar/dictionaries/cs", "cs", true);

  private final Grammar prefixed = new Prefixed(this::addListed, List.of("nej", "ne"), List.of());

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    prefixed.addLemmas(word, lemmas);
  }

  private void addListed(String word, Set<String> lemmas) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      lemmas.add(irregular);
      return;
    }
    Set<String> heads = new LinkedHashSet<>();
    forms.addLemmas(word, heads);
    heads.forEach(head -> lemmas.add(joined(head)));
  }

  private String joined(String head) {
    for (Joined joined : JOINED) {
      if (!head.endsWith(joined.end())) {
        continue;
      }
      String rest = head.substring(0, head.length() - joined.end().length());
      for (String other : joined.instead()) {
        if (isHead(rest + other)) {
          return rest + other;
        }
      }
    }
    return head;
  }

  private boolean isHead(String word) {
    Set<String> heads = new LinkedHashSet<>();
    forms.addLemmas(word, heads);
    return heads.contains(word);
  }

  private static Map<String, String> irregular() {
    Map<String, String> all = new HashMap<>();
    List.of(
            "mít mám máš má máme máte mají maje měj mějte mějme měl měla mělo měli měly",
            "být jsem jsi je jsme jste jsou byl byla bylo byli byly budu budeš bude budeme budete"
                + " budou buď buďte není nejsem nejsi nejsme nejste nejsou",
            "člověk člověka člověku člověče člověkem lidé lidi lidí lidem lidmi lidech",
            "velký větší většího většímu větším většími větších",
            "malý menší menšího menšímu menším menšími menších",
            "dobrý lepší lepšího lepšímu lepším lepšími lepších",
            "špatný horší horšího horšímu horším horšími horších",
            "dlouhý delší delšího delšímu delším delšími delších",
            "rok let letech letům lety",
            "jít jdu jdeš jde jdeme jdete jdou šel šla šlo šli šly půjdu půjdeš půjde půjdeme"
                + " půjdete půjdou",
            "moci moct mohu můžu můžeš může můžeme můžete mohou můžou mohl mohla mohlo mohli mohly",
            "chtít chci chceš chce chceme chcete chtějí chtěl chtěla chtělo chtěli chtěly",
            "vědět vím víš ví víme víte vědí věděl věděla věděli",
            "jíst jím jíš jí jíme jíte jedí jedl jedla jedli")
        .forEach(line -> {
          String[] words = line.split(" ");
          for (String word : words) {
            all.putIfAbsent(word, words[0]);
          }
        });
    return Map.copyOf(all);
  }
}
