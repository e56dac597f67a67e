package org.trawl.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A list of accounts, hashtags, ids and links as people keep it: one value a line, or set apart by
/// commas, semicolons or spaces. As a filter it stands for the tweets that any of its values fits.
///
/// @param values each once, in the order of the list
/// @param unread what stands for nothing, in the order of the list
/// @param repeated how many values stood there a second time
/// @param excess how many values stood past the first [#MAX_VALUES], and were not read
public record ValueList(List<Value> values, List<Unread> unread, int repeated, int excess) {
  /// The most values of one list, those that stand for nothing included.
  public static final int MAX_VALUES = QueryLimits.MAX_VALUES;

  public ValueList {
    values = List.copyOf(values);
    unread = List.copyOf(unread);
  }

  /// Reads a list.
  ///
  /// @param words what a word without a sign before it is
  public static ValueList read(String text, Words words) {
    return new ListReader(words).read(text);
  }

  /// What a value is.
  public enum Kind {
    /// A handle or a user id.
    ACCOUNT,
    HASHTAG,
    /// A number: the tweet that has this id, or the account.
    ID,
    /// The address of a page; fits what `url:` finds.
    LINK,
    /// A host; fits what `domain:` finds.
    SITE
  }

  /// What a word is that no sign tells: `harbour` as an account or as a hashtag.
  public enum Words {
    ACCOUNTS,
    HASHTAGS
  }

  /// What the accounts of a list have to do with a tweet.
  public enum Role {
    /// They sent it.
    FROM,
    /// It mentions them.
    MENTION,
    /// It replies to them.
    TO,
    /// It retweets them.
    RETWEETS_OF,
    /// Any of these.
    ANY
  }

  /// One value.
  ///
  /// @param text without sign or scheme: a handle, a tag, a number, an address or a host
  public record Value(Kind kind, String text) {
    public Value {
      requireNonNull(kind, "kind");
      if (text.isEmpty()) {
        throw new IllegalArgumentException("an empty value");
      }
    }

    /// As it can stand in a list whose words are [Words#ACCOUNTS], to be read as the same value.
    public String written() {
      return switch (kind) {
        case ACCOUNT -> "@" + text;
        case HASHTAG -> "#" + text;
        case ID, SITE -> text;
        case LINK -> "http://" + text;
      };
    }

    /// The tweets that this value stands for.
    public QueryAst ast(Role role) {
      return ValueList.ast(List.of(this), role);
    }
  }

  /// What stands for nothing.
  ///
  /// @param text as it stood in the list
  public record Unread(String text, Reason reason) {
    public Unread {
      requireNonNull(text, "text");
      requireNonNull(reason, "reason");
    }
  }

  /// Why something stands for nothing.
  public enum Reason {
    /// Handles have letters, digits and underscores only.
    NO_HANDLE,
    NO_HASHTAG,
    /// More digits than any id has.
    NO_ID,
    /// Such as `1.23457E+17`: a spreadsheet has rounded an id, and its last digits are lost.
    ROUNDED_ID,
    /// An address of Twitter's site that is no tweet, account or hashtag, or no address at all.
    NO_ADDRESS
  }

  /// The values of one kind.
  public List<Value> of(Kind kind) {
    return values.stream().filter(value -> value.kind() == kind).toList();
  }

  /// The list as [#read] reads it again: one value a line.
  public String written() {
    var lines = new StringBuilder();
    values.forEach(value -> lines.append(value.written()).append('\n'));
    return lines.toString();
  }

  /// The tweets that any of the values stands for.
  ///
  /// @throws IllegalArgumentException if the list has no values
  public QueryAst ast(Role role) {
    return ast(values, role);
  }

  private static QueryAst ast(List<Value> values, Role role) {
    var any = new ArrayList<QueryAst>();
    var names = texts(values, Kind.ACCOUNT, Kind.ID);
    if (!names.isEmpty()) {
      roles(role).forEach(node -> any.add(node.apply(names)));
    }
    add(any, texts(values, Kind.HASHTAG), QueryAst.Hashtag::new);
    add(
        any,
        texts(values, Kind.ID),
        ids -> new QueryAst.Ids(ids.stream().map(Long::parseLong).toList()));
    add(any, texts(values, Kind.LINK), QueryAst.Url::new);
    add(any, texts(values, Kind.SITE), QueryAst.Domain::new);
    return QueryAst.or(any);
  }

  private static List<String> texts(List<Value> values, Kind... kinds) {
    return values.stream()
        .filter(value -> List.of(kinds).contains(value.kind()))
        .map(Value::text)
        .toList();
  }

  private static void add(
      List<QueryAst> any, List<String> texts, Function<List<String>, QueryAst> node) {
    if (!texts.isEmpty()) {
      any.add(node.apply(texts));
    }
  }

  private static Stream<Function<List<String>, QueryAst>> roles(Role role) {
    return switch (role) {
      case FROM -> Stream.of(QueryAst.From::new);
      case MENTION -> Stream.of(QueryAst.Mention::new);
      case TO -> Stream.of(QueryAst.To::new);
      case RETWEETS_OF -> Stream.of(QueryAst.RetweetsOf::new);
      case ANY ->
          Stream.of(
              QueryAst.From::new,
              QueryAst.Mention::new,
              QueryAst.To::new,
              QueryAst.RetweetsOf::new);
    };
  }
}
