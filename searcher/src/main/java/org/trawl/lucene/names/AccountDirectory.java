package org.trawl.lucene.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.trawl.columns.Dictionary;
import org.trawl.index.AccountTable;
import org.trawl.schema.TweetFields;

/// The accounts of the archive by their ordinal in the columns, with what facets and operators ask
/// of them. An account of two releases has two ordinals and is one user.
public final class AccountDirectory {
  private final String[] operations;
  private final String[] languages;
  private final String[] createdYears;
  private final int[] users;
  private final List<String> userIds = new ArrayList<>();
  private final List<String> handles = new ArrayList<>();
  private final List<AccountTable.Entry> entries;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<String, List<AccountTable.Entry>> silent;

  public AccountDirectory(Dictionary terms, AccountTable table) {
    var size = terms.size();
    operations = new String[size];
    languages = new String[size];
    createdYears = new String[size];
    users = new int[size];
    entries = new ArrayList<>(size);
    var profiles = new ListedProfiles(table);
    silent = profiles.silent(table);
    var known = new HashMap<String, Integer>();
    var texts = new HashMap<String, String>();
    for (var ordinal = 0; ordinal < size; ordinal++) {
      var term = terms.value(ordinal);
      var operation = TweetFields.accountOperation(term);
      var entry = profiles.joined(table.get(operation, TweetFields.accountUser(term)));
      var account = entry.account();
      operations[ordinal] = once(operation, texts);
      languages[ordinal] = once(account.profile().language(), texts);
      createdYears[ordinal] =
          once(
              account.profile().created().map(day -> Integer.toString(day.getYear())).orElse(""),
              texts);
      var user =
          known.computeIfAbsent(
              account.id(),
              id -> {
                userIds.add(id);
                handles.add(account.screenName());
                return userIds.size() - 1;
              });
      users[ordinal] = user;
      entries.add(entry);
      name(account.id(), ordinal);
      name(account.screenName(), ordinal);
    }
    // After all present ones: where a handle changed hands, who has it now comes first.
    for (int ordinal = 0; ordinal < size; ordinal++) {
      for (var former : entries.get(ordinal).handles()) {
        name(former.handle(), ordinal);
      }
    }
  }

  /// One text for all that are equal: as keys of a map, which counts them by the thousand, they are
  /// then found without being compared.
  private static String once(String text, Map<String, String> texts) {
    return texts.computeIfAbsent(text, own -> own);
  }

  private void name(String name, int ordinal) {
    var ordinals = byName.computeIfAbsent(key(name), n -> new ArrayList<>(1));
    if (!ordinals.contains(ordinal)) {
      ordinals.add(ordinal);
    }
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  public int size() {
    return users.length;
  }

  public String operation(int ordinal) {
    return operations[ordinal];
  }

  public String language(int ordinal) {
    return languages[ordinal];
  }

  /// The year the account was created in, or empty.
  public String createdYear(int ordinal) {
    return createdYears[ordinal];
  }

  /// The user of an account: the same for all releases the account is in.
  public int user(int ordinal) {
    return users[ordinal];
  }

  public String userId(int user) {
    return userIds.get(user);
  }

  public String handle(int user) {
    return handles.get(user);
  }

  public AccountTable.Entry entry(int ordinal) {
    return entries.get(ordinal);
  }

  /// The entries of an account that a users file lists and of which there is no tweet, by its
  /// handle (any case) or user id; one for each release.
  public List<AccountTable.Entry> silent(String name) {
    return silent.getOrDefault(key(name), List.of());
  }

  /// All handles of an entry: its present one, and those its tweets were sent under.
  public static List<String> handles(AccountTable.Entry entry) {
    var handles = new ArrayList<String>();
    handles.add(entry.account().screenName());
    for (var one : entry.handles()) {
      if (!handles.contains(one.handle())) {
        handles.add(one.handle());
      }
    }
    return handles;
  }

  /// The accounts with a handle (any case), present or former, or a user id.
  public List<Integer> named(String name) {
    return byName.getOrDefault(key(name), List.of());
  }

  /// The accounts whose entry is as wanted.
  public List<Integer> where(Predicate<AccountTable.Entry> wanted) {
    var found = new ArrayList<Integer>();
    for (var ordinal = 0; ordinal < entries.size(); ordinal++) {
      if (wanted.test(entries.get(ordinal))) {
        found.add(ordinal);
      }
    }
    return found;
  }
}
