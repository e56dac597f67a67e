package org.trawl.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.trawl.index.Manifest;
import org.trawl.tweet.Row;
import org.trawl.tweet.Snowflake;
import org.trawl.tweet.Tweet;

/// Reads what [SmallArchive] writes.
record CrudeSource(Path path, String operation) implements ArchiveSource {
  @Override
  public Manifest.End read(Rows rows) throws IOException {
    try (var csv =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(path)) {
      List<String> header = List.of();
      for (var record : csv) {
        if (header.isEmpty()) {
          header = record.getFields();
        } else {
          row(header, record, rows);
        }
      }
    }
    return Manifest.End.WHOLE;
  }

  private void row(List<String> header, CsvRecord record, Rows rows) throws IOException {
    if (record.getFieldCount() != header.size()) {
      rows.reject(
          String.valueOf(path.getFileName()),
          record.getStartingLineNumber(),
          "wrong number of columns",
          String.join(",", record.getFields()));
    } else if (header.contains("tweetid")) {
      rows.tweet(tweet(new Row(header, record.getFields())));
    } else {
      rows.account(account(new Row(header, record.getFields())));
    }
  }

  private static String cell(Row row, String column) {
    return row.cells().get(row.columns().indexOf(column));
  }

  private static Tweet.Account account(Row row) {
    return Tweets.account(cell(row, "userid"), cell(row, "user_profile_description"));
  }

  private Tweet tweet(Row row) {
    var time = LocalDateTime.parse(cell(row, "tweet_time").replace(' ', 'T'));
    Instant instant = time.toInstant(ZoneOffset.UTC);
    return new Tweet(
        new Snowflake(Long.parseLong(cell(row, "tweetid"))),
        instant,
        account(row),
        new Tweet.Content(
            cell(row, "tweet_text"),
            "en",
            List.of(),
            List.of(),
            List.of(),
            "",
            new Tweet.Location.None(),
            List.of()),
        new Tweet.References(
            OptionalLong.empty(),
            "",
            "",
            OptionalLong.empty(),
            false,
            OptionalLong.empty(),
            "",
            ""),
        new Tweet.Counts(0, 0, 0, 0),
        new Tweet.Source(operation, row));
  }
}
