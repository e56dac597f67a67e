package org.trawl.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.tweet.AccountReader;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.Layout;
import org.trawl.tweet.Row;
import org.trawl.tweet.TweetReader;
import org.trawl.tweet.UnusableRow;

/// Makes tweets and accounts of the cells of one header's rows, and keeps what is to be told of
/// them.
final class RowReader {
  private final List<String> columns;
  private final Dialect dialect;
  private final String operation;
  private final ArchiveRows rows;
  private final Optional<TweetReader> tweets;
  private final Optional<AccountReader> accounts;
  private final Findings findings;
  private final IdShapes ids = new IdShapes();
  private final TextShapes texts = new TextShapes();

  /// @param columns those of a tweets or users file
  RowReader(
      List<String> columns,
      Dialect dialect,
      String operation,
      Findings findings,
      ArchiveRows rows) {
    this.columns = List.copyOf(columns);
    this.dialect = dialect;
    this.operation = operation;
    this.findings = findings;
    this.rows = rows;
    var users = Layout.of(columns).isUsers();
    tweets = users ? Optional.empty() : Optional.of(TweetReader.of(this.columns));
    accounts = users ? Optional.of(AccountReader.of(this.columns)) : Optional.empty();
  }

  /// Hands on the tweet or account of a row.
  ///
  /// @param line where the row begins, from 1
  /// @param cells as many as there are columns
  void read(long line, List<String> cells) throws IOException, UnusableRow {
    findings.at(line);
    var row = new Row(columns, cells, dialect);
    if (tweets.isPresent()) {
      var tweet = tweets.get().read(row, operation, findings);
      ids.add(tweet.id());
      texts.add(tweet.content().text());
      rows.tweet(tweet);
    }
    if (accounts.isPresent()) {
      rows.account(accounts.get().read(row, findings));
    }
  }

  /// What is to be known of the rows of this header as a whole, sentences' ends.
  List<String> sentences() {
    var all = new ArrayList<String>();
    Findings.missing(columns).ifPresent(all::add);
    ids.sentence().ifPresent(all::add);
    all.addAll(texts.sentences());
    return all;
  }
}
