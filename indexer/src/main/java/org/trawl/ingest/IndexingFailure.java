package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.trawl.index.IndexFolder;
import org.trawl.index.IndexRefused;

/// What went wrong with a run, told so that a person can mend it.
final class IndexingFailure {
  /// How deep causes are looked at; a chain that long is a loop.
  private static final int MAX_DEPTH = 20;

  private IndexingFailure() {}

  static IndexRefused explain(Throwable failure, IndexFolder folder) {
    if (failure instanceof IndexRefused refused) {
      return refused;
    }
    var cause = failure;
    for (var depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      var reason = reason(cause, folder);
      if (reason.isPresent()) {
        return new IndexRefused(reason.get() + afterwards(), failure);
      }
      cause = cause.getCause();
    }
    return new IndexRefused("indexing failed: " + innermost(failure) + afterwards(), failure);
  }

  private static String afterwards() {
    return ". What was published before is as it was, and most of the work is kept: then run the"
        + " same command again, and it goes on";
  }

  private static Optional<String> reason(Throwable cause, IndexFolder folder) {
    if (cause instanceof OutOfMemoryError) {
      return Optional.of(
          "out of memory (Java may use "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB); allow more, such as with TRAWL_JAVA_OPTS=-Xmx6g");
    }
    var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("quota exceeded")) {
      return Optional.of(
          "the disk of " + folder.path() + " is full; make room, three times the finished index");
    }
    if (cause instanceof CorruptIndexException) {
      return Optional.of(
          "the index in "
              + folder.path()
              + " is damaged ("
              + cause.getMessage()
              + "); rebuild it into an empty folder");
    }
    if (cause instanceof AccessDeniedException denied) {
      return Optional.of("no permission for " + denied.getFile());
    }
    if (cause instanceof NoSuchFileException missing) {
      return Optional.of("there is no file " + missing.getFile());
    }
    if (cause instanceof FileSystemException failed
        && (message.contains("read-only") || message.contains("permission"))) {
      return Optional.of("cannot write " + failed.getFile() + ": " + failed.getReason());
    }
    return Optional.empty();
  }

  private static String innermost(Throwable failure) {
    var cause = failure;
    for (var depth = 0; depth < MAX_DEPTH && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    return cause instanceof IOException && cause.getMessage() != null
        ? cause.getMessage()
        : cause.toString();
  }
}
