package org.trawl.lucene.network;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.FixedBitSet;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.schema.TweetFields;

/// Whom each tweet mentions, answers, retweets and quotes, as nodes: an account of the archive
/// where it is one, by its user id or a handle that it has or had; else the name that the tweet
/// gives.
///
/// A tweet gives an id, a handle or both. The id of an account of the archive decides, then a
/// handle of one, then any handle, then an id.
final class UserReferences {
  /// Ids that Twitter hashed are longer than any handle.
  private static final int SHORTEST_HASH = 40;

  private final AccountDirectory accounts;
  private final int firstName;
  private final BytesRefHash names = new BytesRefHash();
  private final int[] mentioned;
  private final int[] answered;
  private final int[] retweeted;
  private final int[] quoted;
  private final FixedBitSet quotes;

  private UserReferences(
      IndexReader reader, Columns columns, AccountDirectory accounts, int first) {
    this.accounts = accounts;
    this.firstName = first;
    mentioned = new int[columns.dictionaries().mentions().size()];
    answered = new int[reader.maxDoc()];
    retweeted = new int[reader.maxDoc()];
    quoted = new int[reader.maxDoc()];
    quotes = new FixedBitSet(Math.max(1, reader.maxDoc()));
  }

  /// @param firstName the node of the first name that is no account of the archive
  static UserReferences read(
      IndexReader reader, Columns columns, AccountDirectory accounts, int firstName, TweetById ids)
      throws IOException {
    var read = new UserReferences(reader, columns, accounts, firstName);
    var mentions = columns.dictionaries().mentions();
    // In the alphabet, so that the same archive gives the same nodes.
    for (int ordinal : mentions.sorted()) {
      read.mentioned[ordinal] = read.node(new BytesRef(mentions.value(ordinal)));
    }
    read.named(reader, TweetFields.TO, read.answered);
    read.named(reader, TweetFields.RETWEETED_USER, read.retweeted);
    read.quotes(reader, columns, ids);
    return read;
  }

  /// Bytes that reading takes, and mostly keeps.
  static long bytes(IndexReader reader, Columns columns) {
    return 14L * reader.maxDoc() + 60L * columns.dictionaries().mentions().size();
  }

  private void named(IndexReader reader, String field, int[] nodes) throws IOException {
    var trusts = new byte[nodes.length];
    FieldPostings.each(
        reader,
        field,
        new FieldPostings.Terms() {
          private int node;
          private byte trust;

          @Override
          public boolean term(BytesRef term, int documents) {
            trust = trust(term.utf8ToString());
            node = node(term);
            return true;
          }

          @Override
          public void document(int doc) {
            if (trust > trusts[doc]) {
              trusts[doc] = trust;
              nodes[doc] = node + 1;
            }
          }
        });
  }

  private void quotes(IndexReader reader, Columns columns, TweetById ids) throws IOException {
    FieldPostings.each(
        reader,
        TweetFields.QUOTED_TWEET,
        new FieldPostings.Terms() {
          private int node;

          @Override
          public boolean term(BytesRef term, int documents) throws IOException {
            var tweet = ids.find(Long.parseLong(term.utf8ToString()));
            node = tweet.isPresent() ? accounts.user(columns.account(tweet.getAsInt())) : -1;
            return true;
          }

          @Override
          public void document(int doc) {
            quotes.set(doc);
            quoted[doc] = node + 1;
          }
        });
    FieldPostings.each(
        reader,
        TweetFields.QUOTED_USER,
        new FieldPostings.Terms() {
          private int node;

          @Override
          public boolean term(BytesRef term, int documents) {
            node = node(term);
            return true;
          }

          @Override
          public void document(int doc) {
            if (quoted[doc] == 0) {
              quoted[doc] = node + 1;
            }
          }
        });
    lostQuotes(reader);
  }

  /// Quotes whose tweet's id is lost are quotes all the same.
  private void lostQuotes(IndexReader reader) throws IOException {
    var terms = MultiTerms.getTerms(reader, TweetFields.HAS);
    if (terms == null) {
      return;
    }
    var all = terms.iterator();
    if (all.seekExact(new BytesRef(TweetFields.HAS_QUOTE))) {
      var postings = all.postings(null, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        quotes.set(doc);
      }
    }
  }

  private int node(BytesRef term) {
    var known = accounts.named(term.utf8ToString());
    if (!known.isEmpty()) {
      return accounts.user(known.getFirst());
    }
    int added = names.add(term);
    return firstName + (added < 0 ? -added - 1 : added);
  }

  private byte trust(String name) {
    var known = accounts.named(name);
    if (!known.isEmpty()) {
      var id = accounts.userId(accounts.user(known.getFirst())).toLowerCase(Locale.ROOT);
      return (byte) (id.equals(name) ? 4 : 3);
    }
    return (byte) (isId(name) ? 1 : 2);
  }

  /// Whether a name is a user id or the hash of one, and no handle. A handle of digits alone is
  /// taken for an id.
  private static boolean isId(String name) {
    return name.length() >= SHORTEST_HASH || name.chars().allMatch(Character::isDigit);
  }

  /// The node of a mention, by its ordinal in the dictionary.
  int mentioned(int mention) {
    return mentioned[mention];
  }

  /// The node that a tweet answers, plus 1; 0 if the archive does not tell.
  int answered(int doc) {
    return answered[doc];
  }

  /// The node that a tweet retweets, plus 1; 0 if the archive does not tell.
  int retweeted(int doc) {
    return retweeted[doc];
  }

  /// The node that a tweet quotes, plus 1; 0 if the archive does not tell.
  int quoted(int doc) {
    return quoted[doc];
  }

  /// Whether it quotes a tweet.
  boolean quotes(int doc) {
    return quotes.get(doc);
  }

  /// How many names are no accounts of the archive.
  int outside() {
    return names.size();
  }

  /// A name that is no account of the archive, by its node.
  String name(int node) {
    return names.get(node - firstName, new BytesRef()).utf8ToString();
  }

  /// The node of a name that is no account of the archive; empty if no tweet has it.
  OptionalInt find(String name) {
    int at = names.find(new BytesRef(name));
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(firstName + at);
  }

  /// What a node's id looks like: a handle has an `@` in front, an id has not.
  static String id(String name) {
    return isId(name) ? name : '@' + name;
  }
}
