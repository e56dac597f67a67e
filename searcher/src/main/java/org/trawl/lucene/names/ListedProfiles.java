package org.trawl.lucene.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.index.AccountTable;

/// What users files say of accounts, joined to them by user id: people name files as they like, so
/// the users file of a release may be another operation's by its name.
final class ListedProfiles {
  private final Map<String, AccountTable.Entry> listed = new HashMap<>();
  private final Set<String> senders = new HashSet<>();

  ListedProfiles(AccountTable table) {
    // By operation, so that two lists of one account are always taken in the same order.
    var ordered = new ArrayList<>(table.entries());
    ordered.sort(java.util.Comparator.comparing(AccountTable.Entry::operation));
    for (var entry : ordered) {
      if (entry.listed()) {
        listed.putIfAbsent(entry.account().id(), entry);
      }
      if (entry.tweets() > 0) {
        senders.add(entry.account().id());
      }
    }
  }

  /// An entry with the profile of a users file, its own release's first.
  AccountTable.Entry joined(AccountTable.Entry entry) {
    var other = listed.get(entry.account().id());
    return entry.listed() || other == null
        ? entry
        : new AccountTable.Entry(
            entry.operation(),
            other.account(),
            true,
            entry.tweets(),
            entry.newest(),
            entry.handles());
  }

  /// The accounts of which there is no tweet in any release, by user id and by handle.
  Map<String, List<AccountTable.Entry>> silent(AccountTable table) {
    var found = new HashMap<String, List<AccountTable.Entry>>();
    for (var entry : table.entries()) {
      if (!senders.contains(entry.account().id())) {
        var account = entry.account();
        var names = new HashSet<String>();
        names.add(AccountDirectory.key(account.id()));
        names.add(AccountDirectory.key(account.screenName()));
        names.forEach(name -> found.computeIfAbsent(name, n -> new ArrayList<>()).add(entry));
      }
    }
    return found;
  }
}
