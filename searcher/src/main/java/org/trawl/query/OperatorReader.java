package org.trawl.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst.Link;
import org.trawl.query.QueryAst.Metric;
import org.trawl.query.ValueReader.Style;
import org.trawl.query.ValueReader.Value;

/// Reads operators written as a name, a colon and a value, but for those that look for words.
final class OperatorReader {
  private final Scan scan;
  private final ValueReader values;
  private final RangeReader ranges;
  private final TraitReader traits;

  OperatorReader(Scan scan) {
    this.scan = scan;
    this.values = new ValueReader(scan);
    this.ranges = new RangeReader(scan);
    this.traits = new TraitReader(scan);
  }

  /// The index of the colon if an operator's name may stand here, else -1. A link's scheme is none.
  int colon() {
    int end = scan.at;
    while (end < scan.text.length() && isNameLetter(scan.text.charAt(end))) {
      end++;
    }
    boolean name = end > scan.at && scan.charAt(end) == ':';
    return name && !scan.text.startsWith("//", end + 1) ? end : -1;
  }

  /// The name before the colon, full-width letters as plain ones.
  String name(int colon) {
    return java.text.Normalizer.normalize(
        scan.text.substring(scan.at, colon), java.text.Normalizer.Form.NFKC);
  }

  private static boolean isNameLetter(char sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || sign == '_'
        || (sign >= 0xff21 && sign <= 0xff3a)
        || (sign >= 0xff41 && sign <= 0xff5a);
  }

  /// Goes to where an operator's value begins; without one, that is a problem.
  boolean valueFollows(Operator operator, int start) {
    int colon = scan.at;
    scan.skipSpaces();
    boolean missing = scan.done() || scan.peek() == ')' || scan.peek() == '|' || startsAnother();
    if (missing) {
      scan.at = colon;
      scan.problem(
          new QueryProblem.MissingValue(
              scan.span(start, colon), operator, scan.leaveOut(start, colon)));
      return false;
    }
    if (scan.at > colon) {
      scan.hint(new QueryHint.SpaceAfterColon(scan.span(start, scan.at), operator));
    }
    scan.begin(start);
    return true;
  }

  private boolean startsAnother() {
    int colon = colon();
    if (colon > 0) {
      return Operator.named(name(colon)).isPresent();
    }
    int end = scan.wordEnd(scan.at);
    var word = scan.text.substring(scan.at, end);
    return word.equals("OR") || word.equals("AND") || word.equals("NOT") || word.equals("&&");
  }

  /// Reads an operator's value; null if nothing of it can be used.
  @Nullable QueryAst read(Operator operator, int start) {
    var read =
        switch (operator) {
          case FROM -> names(operator, start, QueryAst.From::new);
          case TO -> names(operator, start, QueryAst.To::new);
          case MENTION -> names(operator, start, QueryAst.Mention::new);
          case RETWEETS_OF -> names(operator, start, QueryAst.RetweetsOf::new);
          case HASHTAG ->
              texts(operator, start, Style.NAME, OperatorReader::tag, QueryAst.Hashtag::new);
          case LANG -> languages(operator, start, QueryAst.Language::new);
          case DETECTED -> languages(operator, start, QueryAst.Detected::new);
          case ACCOUNT_LANG ->
              texts(
                  operator, start, Style.NAME, OperatorReader::code, QueryAst.AccountLanguage::new);
          case CLIENT -> texts(operator, start, Style.TEXT, Value::text, QueryAst.Client::new);
          case OPERATION ->
              texts(operator, start, Style.NAME, Value::text, QueryAst.Operation::new);
          case URL -> texts(operator, start, Style.LINK, this::address, QueryAst.Url::new);
          case DOMAIN ->
              texts(operator, start, Style.LINK, OperatorReader::host, QueryAst.Domain::new);
          case SINCE, UNTIL, SINCE_TIME, UNTIL_TIME, TIME, CREATED ->
              each(operator, start, ranges::dates);
          case LIKES, MIN_LIKES -> counts(operator, start, Metric.LIKES);
          case RETWEETS, MIN_RETWEETS -> counts(operator, start, Metric.RETWEETS);
          case REPLIES, MIN_REPLIES -> counts(operator, start, Metric.REPLIES);
          case QUOTES, MIN_QUOTES -> counts(operator, start, Metric.QUOTES);
          case FOLLOWERS, FOLLOWERS_COUNT -> counts(operator, start, Metric.FOLLOWERS);
          case FOLLOWING, FOLLOWING_COUNT -> counts(operator, start, Metric.FOLLOWING);
          case COPIES -> counts(operator, start, Metric.COPIES);
          case SIMILAR -> counts(operator, start, Metric.SIMILAR);
          case HOUR -> counts(operator, start, Metric.HOUR);
          case WEEKDAY -> counts(operator, start, Metric.WEEKDAY);
          case ID -> ids(operator, start, true, QueryAst.Ids::new);
          case RETWEETS_OF_TWEET_ID -> linked(operator, start, Link.RETWEET);
          case QUOTES_OF_TWEET_ID -> linked(operator, start, Link.QUOTE);
          case IN_REPLY_TO_TWEET_ID -> linked(operator, start, Link.REPLY);
          case COPIES_OF -> ids(operator, start, false, QueryAst.CopiesOf::new);
          case SAME_PICTURE -> ids(operator, start, false, QueryAst.SamePicture::new);
          case SIMILAR_TO -> ids(operator, start, false, QueryAst.SimilarTo::new);
          case SIMILAR_TEXT ->
              texts(operator, start, Style.TEXT, Value::text, QueryAst.SimilarText::new);
          case SINCE_ID, MAX_ID -> each(operator, start, ranges::ids);
          case IS, HAS, FILTER, EXCLUDE, INCLUDE ->
              traits.read(operator, start, read(operator, start, Style.NAME));
          case TEXT, NAME, BIO, LOCATION ->
              throw new IllegalArgumentException("looks for words: " + operator);
        };
    if (read == null || !scan.count(start)) {
      return null;
    }
    return scan.mark(read, start);
  }

  private List<Value> read(Operator operator, int start, Style style) {
    int before = scan.problemCount();
    var read = values.read(operator, style);
    if (read.isEmpty() && scan.problemCount() == before) {
      scan.problem(
          new QueryProblem.MissingValue(
              scan.span(start, scan.at), operator, scan.leaveOut(start, scan.at)));
    }
    return read;
  }

  private @Nullable QueryAst names(
      Operator operator, int start, Function<List<String>, QueryAst> node) {
    return texts(operator, start, Style.NAME, OperatorReader::handle, node);
  }

  private @Nullable QueryAst texts(
      Operator operator,
      int start,
      Style style,
      Function<Value, String> clean,
      Function<List<String>, QueryAst> node) {
    var texts = new ArrayList<String>();
    for (var value : read(operator, start, style)) {
      var text = clean.apply(value);
      if (text.isEmpty()) {
        scan.problem(
            new QueryProblem.MissingValue(
                scan.span(start, value.end()), operator, scan.leaveOut(start, scan.at)));
      } else {
        texts.add(text);
      }
    }
    return texts.isEmpty() ? null : node.apply(texts);
  }

  /// What is cut by `…` is how a name begins.
  private static String handle(Value value) {
    var name = without('@', value.text());
    return value.cut() && !name.isEmpty() && !name.endsWith("*") ? name + "*" : name;
  }

  /// A name without the sign before it, however often it was typed.
  private static String without(char sign, String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == sign || text.charAt(start) == ' ')) {
      start++;
    }
    return text.substring(start);
  }

  private static String tag(Value value) {
    return without('#', value.text());
  }

  private static String code(Value value) {
    return value.text().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private String address(Value value) {
    if (TermReader.isShort(value.text())) {
      scan.hint(new QueryHint.ShortLink(scan.span(value.start(), value.end())));
    }
    return value.text();
  }

  /// The host of an address or part of one: no scheme, no `www.` or `*.`, no port, no path.
  private static String host(Value value) {
    var host = value.text().toLowerCase(java.util.Locale.ROOT);
    int scheme = host.indexOf("://");
    host = scheme < 0 ? host : host.substring(scheme + 3);
    int end = 0;
    while (end < host.length() && "/:?#".indexOf(host.charAt(end)) < 0) {
      end++;
    }
    return trimmed(host.substring(0, end));
  }

  /// Until nothing more comes off, so that what is left, printed, is read as itself.
  private static String trimmed(String typed) {
    var host = typed;
    for (var before = ""; !before.equals(host); ) {
      before = host;
      for (var prefix : List.of("*.", "www.", ".")) {
        host = host.startsWith(prefix) ? host.substring(prefix.length()) : host;
      }
      host = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).strip();
    }
    return host;
  }

  private @Nullable QueryAst languages(
      Operator operator, int start, Function<List<String>, QueryAst> node) {
    var codes = new ArrayList<String>();
    for (var value : read(operator, start, Style.NAME)) {
      var code = LanguageCodes.code(value.text());
      if (code.isPresent()) {
        codes.add(code.get());
        continue;
      }
      var nearest = LanguageCodes.nearest(value.text());
      scan.problem(
          new QueryProblem.UnknownValue(
              scan.span(value.start(), value.end()),
              operator,
              value.text(),
              nearest,
              nearest
                  .flatMap(near -> scan.replace(value.start(), value.end(), near))
                  .or(() -> scan.leaveOut(value.start(), value.end()))));
    }
    return codes.isEmpty() ? null : node.apply(codes);
  }

  private @Nullable QueryAst counts(Operator operator, int start, Metric metric) {
    return each(operator, start, (name, value) -> ranges.counts(name, metric, value));
  }

  /// Reads one value at a time; several are alternatives.
  private @Nullable QueryAst each(Operator operator, int start, ValueNode node) {
    var nodes = new ArrayList<QueryAst>();
    for (var value : read(operator, start, Style.RANGE)) {
      node.of(operator, value).ifPresent(nodes::add);
    }
    return nodes.isEmpty() ? null : QueryAst.or(nodes);
  }

  private interface ValueNode {
    Optional<QueryAst> of(Operator operator, Value value);
  }

  private @Nullable QueryAst linked(Operator operator, int start, Link link) {
    return ids(operator, start, false, ids -> new QueryAst.LinkTo(link, ids));
  }

  /// Single ids are one node however many there are; ranges of ids are one each.
  ///
  /// @param ranged whether ranges may stand there
  private @Nullable QueryAst ids(
      Operator operator, int start, boolean ranged, Function<List<Long>, QueryAst> node) {
    var ids = new ArrayList<Long>();
    var nodes = new ArrayList<QueryAst>();
    for (var value : read(operator, start, Style.ID)) {
      if (ranged && RangeReader.isRange(value.text())) {
        ranges.ids(operator, value).ifPresent(nodes::add);
      } else {
        ranges.id(operator, value).ifPresent(ids::add);
      }
    }
    if (!ids.isEmpty()) {
      nodes.addFirst(node.apply(ids));
    }
    return nodes.isEmpty() ? null : QueryAst.or(nodes);
  }
}
