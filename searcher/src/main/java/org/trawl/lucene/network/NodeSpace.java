package org.trawl.lucene.network;

import java.util.Locale;
import java.util.OptionalInt;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.search.Network.Kind;
import org.trawl.tweet.Hashtag;

/// The numbers of nodes: users from 0, then hashtags and domains as the columns number tags (the
/// other tags are names and no nodes), then names that are no accounts of the archive.
final class NodeSpace {
  private final Columns columns;
  private final AccountDirectory accounts;
  private final int users;

  NodeSpace(Columns columns, AccountDirectory accounts) {
    this.columns = columns;
    this.accounts = accounts;
    var most = 0;
    for (int account = 0; account < accounts.size(); account++) {
      most = Math.max(most, accounts.user(account) + 1);
    }
    users = most;
  }

  /// How many users there are.
  int users() {
    return users;
  }

  /// The user who sent a tweet.
  int user(int doc) {
    return accounts.user(columns.account(doc));
  }

  /// The node of a tag's ordinal.
  int tag(int tag) {
    return users + tag;
  }

  /// The node of the first name that is no account.
  int firstName() {
    return users + columns.dictionaries().tagCount();
  }

  Kind kind(int node) {
    if (node < users) {
      return Kind.ACCOUNT;
    }
    if (node >= firstName()) {
      return Kind.OUTSIDE;
    }
    return node - users < columns.dictionaries().hashtags().size() ? Kind.HASHTAG : Kind.DOMAIN;
  }

  /// The text of a hashtag's or a domain's node.
  String tagText(int node) {
    var dictionaries = columns.dictionaries();
    int tag = node - users;
    return tag < dictionaries.hashtags().size()
        ? dictionaries.hashtags().value(tag)
        : dictionaries.domains().value(tag - dictionaries.firstDomain());
  }

  String userId(int node) {
    return accounts.userId(node);
  }

  String handle(int node) {
    return accounts.handle(node);
  }

  /// The node of an id as [org.trawl.search.Network.Node] has it, or of a handle; empty if there is
  /// none.
  OptionalInt find(String id, Kind kind) {
    var dictionaries = columns.dictionaries();
    return switch (kind) {
      case ACCOUNT -> user(id.startsWith("@") ? id.substring(1) : id);
      case OUTSIDE -> OptionalInt.empty();
      case HASHTAG ->
          shifted(
              dictionaries
                  .hashtags()
                  .ordinal(Hashtag.key(id.startsWith("#") ? id.substring(1) : id)),
              users);
      case DOMAIN ->
          shifted(
              dictionaries.domains().ordinal(id.toLowerCase(Locale.ROOT)),
              users + dictionaries.firstDomain());
    };
  }

  private OptionalInt user(String name) {
    var named = accounts.named(name);
    return named.isEmpty() ? OptionalInt.empty() : OptionalInt.of(accounts.user(named.getFirst()));
  }

  private static OptionalInt shifted(OptionalInt ordinal, int by) {
    return ordinal.isEmpty() ? ordinal : OptionalInt.of(ordinal.getAsInt() + by);
  }
}
