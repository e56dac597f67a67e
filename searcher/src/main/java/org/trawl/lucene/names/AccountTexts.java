package org.trawl.lucene.names;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.index.AccountTable;
import org.trawl.language.Tokenizer;
import org.trawl.match.Shape;
import org.trawl.match.ShapeMatcher;
import org.trawl.match.TokenView;
import org.trawl.query.QueryAst.TextField;

/// The names, bios and places of all accounts, cut into tokens when one of them is first searched:
/// some ten thousand accounts sent millions of tweets, so their texts need no index.
///
/// Thread-safe.
public final class AccountTexts {
  private final AccountDirectory accounts;
  private final WordForms forms;
  private final LanguageDetector detector;
  private final Map<TextField, List<List<TokenView>>> views = new EnumMap<>(TextField.class);

  public AccountTexts(AccountDirectory accounts, WordForms forms, LanguageDetector detector) {
    this.accounts = accounts;
    this.forms = forms;
    this.detector = detector;
  }

  /// The accounts with a shape in one of their texts.
  public List<Integer> with(TextField field, Shape shape) {
    var all = views(field);
    var found = new ArrayList<Integer>();
    for (int ordinal = 0; ordinal < all.size(); ordinal++) {
      for (var view : all.get(ordinal)) {
        if (ShapeMatcher.matches(shape, view)) {
          found.add(ordinal);
          break;
        }
      }
    }
    return found;
  }

  private synchronized List<List<TokenView>> views(TextField field) {
    return views.computeIfAbsent(field, this::read);
  }

  private List<List<TokenView>> read(TextField field) {
    var tokenizer = new Tokenizer();
    var all = new ArrayList<List<TokenView>>(accounts.size());
    for (int ordinal = 0; ordinal < accounts.size(); ordinal++) {
      var own = new ArrayList<TokenView>();
      for (var text : texts(field, accounts.entry(ordinal))) {
        var language = detector.guess(text).language();
        own.add(TokenView.of(text, language, forms, tokenizer));
      }
      all.add(List.copyOf(own));
    }
    return all;
  }

  /// The texts that a field stands for. A handle is a word, and so is each part of it.
  public static List<String> texts(TextField field, AccountTable.Entry entry) {
    var account = entry.account();
    return switch (field) {
      case TWEET -> throw new IllegalArgumentException("no text of an account");
      case NAME -> names(entry);
      case BIO -> List.of(account.profile().bio());
      case LOCATION -> List.of(account.profile().location());
    };
  }

  private static List<String> names(AccountTable.Entry entry) {
    var names = new ArrayList<String>();
    names.add(entry.account().displayName());
    for (var handle : AccountDirectory.handles(entry)) {
      names.add(handle);
      if (handle.indexOf('_') >= 0) {
        names.add(handle.replace('_', ' '));
      }
    }
    return names;
  }
}
