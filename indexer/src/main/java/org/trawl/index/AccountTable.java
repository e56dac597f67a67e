package org.trawl.index;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.trawl.schema.TweetFields;
import org.trawl.tweet.Tweet;

/// The accounts of an archive, one entry for each release an account is in. Its fields are those of
/// the users file where one lists it, else those of its latest tweet.
///
/// Stands in memory as a whole: about a kilobyte an account. Changed only by the indexer's reading
/// thread, but for the [AccountLanguages], which workers count in; a table that was [#load]ed for
/// searching never changes and may be shared.
public final class AccountTable {
  private static final int MAGIC = 0x54524135; // "TRA5"

  private final Map<Key, Entry> entries = new HashMap<>();
  private final Map<Key, AccountLanguages> languages = new HashMap<>();

  private record Key(String operation, String user) {}

  /// One account of one release.
  ///
  /// @param listed whether a users file has it
  /// @param tweets its tweets in the index; 0 for one that only a users file lists
  /// @param newest when its latest tweet was sent, seconds since 1970; without meaning if it has
  ///   none
  /// @param handles all that its tweets were sent under, in the order in which rows brought them
  public record Entry(
      String operation,
      Tweet.Account account,
      boolean listed,
      long tweets,
      long newest,
      List<SentAs> handles) {
    public Entry {
      requireNonNull(operation, "operation");
      requireNonNull(account, "account");
      handles = List.copyOf(handles);
    }
  }

  /// A handle under which an account sent tweets.
  ///
  /// @param tweets how many
  /// @param first when the first of them was sent, seconds since 1970
  /// @param last when the last was
  public record SentAs(String handle, long tweets, long first, long last) {
    public SentAs {
      requireNonNull(handle, "handle");
    }

    private SentAs and(long time) {
      return new SentAs(handle, tweets + 1, Math.min(first, time), Math.max(last, time));
    }
  }

  /// The account of a release by its user id.
  public Optional<Entry> find(String operation, String userId) {
    return Optional.ofNullable(entries.get(new Key(operation, userId)));
  }

  /// The account that sent a tweet of the index.
  ///
  /// @throws IllegalArgumentException if there is none: table and tweets are of two states
  public Entry get(String operation, String userId) {
    return find(operation, userId)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no account " + userId + " of " + operation + " in the account table"));
  }

  /// All entries, in no order.
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  public int size() {
    return entries.size();
  }

  /// What an account of a release writes in.
  public Optional<AccountLanguages> languages(String operation, String userId) {
    return Optional.ofNullable(languages.get(new Key(operation, userId)));
  }

  /// Says that all tweets are read by what is known now of their accounts' languages.
  ///
  /// @return those of which something else was known when their tweets were read last, as
  ///   [TweetFields#accountTerm]
  public List<String> settleLanguages() {
    var moved = new ArrayList<String>();
    languages.forEach((key, of) -> {
      if (of.settle()) {
        moved.add(TweetFields.accountTerm(key.operation, key.user));
      }
    });
    return moved;
  }

  /// Takes in the account of a tweet that goes into the index.
  ///
  /// @return where to count the tweet's language
  public AccountLanguages sent(Tweet tweet) {
    var key = new Key(tweet.source().operation(), tweet.account().id());
    take(key, tweet);
    return languages.computeIfAbsent(key, _ -> new AccountLanguages());
  }

  private void take(Key key, Tweet tweet) {
    var known = entries.get(key);
    var time = tweet.time().getEpochSecond();
    if (known == null) {
      var handles = sentAs(List.of(), tweet.account().screenName(), time);
      entries.put(key, new Entry(key.operation, tweet.account(), false, 1, time, handles));
      return;
    }
    // Of two tweets of one second the later row decides, in whatever order workers finish.
    var newer = known.tweets == 0 || time >= known.newest;
    entries.put(
        key,
        new Entry(
            key.operation,
            newer && !known.listed ? tweet.account() : known.account,
            known.listed,
            known.tweets + 1,
            newer ? time : known.newest,
            sentAs(known.handles, tweet.account().screenName(), time)));
  }

  private static List<SentAs> sentAs(List<SentAs> known, String handle, long time) {
    if (known.size() == 1 && known.getFirst().handle.equals(handle)) {
      return List.of(known.getFirst().and(time));
    }
    var handles = new ArrayList<SentAs>(known.size() + 1);
    boolean seen = false;
    for (var one : known) {
      boolean same = one.handle.equals(handle);
      handles.add(same ? one.and(time) : one);
      seen |= same;
    }
    if (!seen && !handle.isEmpty()) {
      handles.add(new SentAs(handle, 1, time, time));
    }
    return handles;
  }

  /// Takes in a row of a users file.
  public void listed(String operation, Tweet.Account account) {
    var key = new Key(operation, account.id());
    var known = entries.get(key);
    entries.put(
        key,
        new Entry(
            operation,
            account,
            true,
            known == null ? 0 : known.tweets,
            known == null ? Long.MIN_VALUE : known.newest,
            known == null ? List.of() : known.handles));
  }

  /// What is indexed of each release. An account that sent tweets in one release and is only listed
  /// in another belongs to the first: a users file may have any name.
  public Map<String, Manifest.OperationCounts> operations() {
    var senders = new HashSet<String>();
    for (var entry : entries.values()) {
      if (entry.tweets > 0) {
        senders.add(entry.account.id());
      }
    }
    var counts = new HashMap<String, Manifest.OperationCounts>();
    for (var entry : entries.values()) {
      if (entry.tweets == 0 && senders.contains(entry.account.id())) {
        continue;
      }
      counts.merge(
          entry.operation,
          new Manifest.OperationCounts(entry.tweets, 1),
          (a, b) ->
              new Manifest.OperationCounts(a.tweets() + b.tweets(), a.accounts() + b.accounts()));
    }
    return counts;
  }

  /// Writes the table; the file is complete and synced when this returns.
  public void save(Path file) throws IOException {
    var ordered = new ArrayList<>(entries.values());
    // The same accounts make the same file, however the run that read them was cut up.
    ordered.sort(
        java.util.Comparator.comparing(Entry::operation).thenComparing(e -> e.account.id()));
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var checked =
          new CheckedOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel)), new CRC32());
      var out = new DataOutputStream(checked);
      out.writeInt(MAGIC);
      out.writeInt(ordered.size());
      for (var entry : ordered) {
        write(entry, out);
        var of = languages.get(new Key(entry.operation, entry.account.id()));
        out.writeBoolean(of != null);
        if (of != null) {
          of.write(out);
        }
      }
      out.writeInt((int) checked.getChecksum().getValue());
      out.flush();
      channel.force(true);
    }
  }

  private static void write(Entry entry, DataOutputStream out) throws IOException {
    text(entry.operation, out);
    out.writeBoolean(entry.listed);
    out.writeLong(entry.tweets);
    out.writeLong(entry.newest);
    var account = entry.account;
    text(account.id(), out);
    text(account.screenName(), out);
    text(account.displayName(), out);
    out.writeBoolean(account.hashed());
    var profile = account.profile();
    text(profile.location(), out);
    text(profile.bio(), out);
    text(profile.url(), out);
    out.writeLong(profile.followers());
    out.writeLong(profile.following());
    out.writeLong(profile.created().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
    text(profile.language(), out);
    out.writeInt(entry.handles.size());
    for (var one : entry.handles) {
      text(one.handle, out);
      out.writeLong(one.tweets);
      out.writeLong(one.first);
      out.writeLong(one.last);
    }
  }

  /// Reads a table that [#save] wrote.
  ///
  /// @throws IOException if the file is not one, is cut off or damaged
  public static AccountTable load(Path file) throws IOException {
    var table = new AccountTable();
    try (var raw = new BufferedInputStream(Files.newInputStream(file))) {
      var checked = new CheckedInputStream(raw, new CRC32());
      var in = new DataInputStream(checked);
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is not an account table");
      }
      var size = in.readInt();
      var left = Files.size(file);
      for (var i = 0; i < size; i++) {
        var entry = read(in, left);
        var key = new Key(entry.operation, entry.account.id());
        table.entries.put(key, entry);
        if (in.readBoolean()) {
          table.languages.put(key, AccountLanguages.read(in));
        }
      }
      var sum = (int) checked.getChecksum().getValue();
      if (in.readInt() != sum) {
        throw new IOException(file + " is damaged: its checksum differs");
      }
    } catch (EOFException e) {
      throw new IOException(file + " is damaged: it is cut off", e);
    }
    return table;
  }

  private static Entry read(DataInputStream in, long left) throws IOException {
    var operation = text(in, left);
    var listed = in.readBoolean();
    var tweets = in.readLong();
    var newest = in.readLong();
    var id = text(in, left);
    var screenName = text(in, left);
    var displayName = text(in, left);
    var hashed = in.readBoolean();
    var location = text(in, left);
    var bio = text(in, left);
    var url = text(in, left);
    var followers = in.readLong();
    var following = in.readLong();
    var day = in.readLong();
    var language = text(in, left);
    Optional<LocalDate> created = day == Long.MIN_VALUE ? Optional.empty() : Optional.of(date(day));
    var profile = new Tweet.Profile(location, bio, url, followers, following, created, language);
    return new Entry(
        operation,
        new Tweet.Account(id, screenName, displayName, hashed, profile),
        listed,
        tweets,
        newest,
        handles(in, left));
  }

  private static List<SentAs> handles(DataInputStream in, long left) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > left) {
      throw new IOException("the account table is damaged: an impossible number of handles");
    }
    var handles = new ArrayList<SentAs>();
    for (int i = 0; i < count; i++) {
      handles.add(new SentAs(text(in, left), in.readLong(), in.readLong(), in.readLong()));
    }
    return handles;
  }

  private static LocalDate date(long day) throws IOException {
    try {
      return LocalDate.ofEpochDay(day);
    } catch (java.time.DateTimeException e) {
      throw new IOException("the account table is damaged: an impossible date", e);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// @param left bytes that a text can have at most: a damaged length must not fill the heap
  private static String text(DataInputStream in, long left) throws IOException {
    var length = in.readInt();
    if (length < 0 || length > left) {
      throw new IOException("the account table is damaged: an impossible length " + length);
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
