package org.trawl.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.tweet.Tweet;

/// What reading an archive gave.
final class ReadRows implements ArchiveRows {
  final List<Tweet> tweets = new ArrayList<>();
  final List<Tweet.Account> accounts = new ArrayList<>();
  final List<String> rejected = new ArrayList<>();
  final List<String> rejectedRows = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  boolean cutOff;
  int files;

  static ReadRows of(Path... sources) throws IOException {
    var read = new ReadRows();
    var archive = TweetArchive.open(List.of(sources), Optional.empty());
    read.notes.addAll(archive.notes());
    read.files = archive.files().size();
    for (var file : archive.files()) {
      read.cutOff |= file.read(read) == ArchiveFile.End.CUT_OFF;
    }
    return read;
  }

  @Override
  public void tweet(Tweet tweet) {
    tweets.add(tweet);
  }

  @Override
  public void account(Tweet.Account account) {
    accounts.add(account);
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public void reject(String file, long line, String reason, String row) {
    rejected.add(line + " " + reason);
    rejectedRows.add(row);
  }

  List<String> texts() {
    return tweets.stream().map(t -> t.content().text()).toList();
  }

  boolean notes(String words) {
    return notes.stream().anyMatch(note -> note.contains(words));
  }
}
