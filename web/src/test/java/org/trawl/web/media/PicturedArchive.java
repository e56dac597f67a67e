package org.trawl.web.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.generate.media.MediaGenerator;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;

/// A small generated archive with pictures, indexed.
public final class PicturedArchive {
  private PicturedArchive() {}

  /// @return the index folder; the pictures lie in `archive-media` beside it
  public static Path index(Path folder, int tweets, int pictures) throws IOException {
    var archive = folder.resolve("archive");
    new ArchiveGenerator(tweets, 5, 1).write(archive, done -> {});
    new MediaGenerator(pictures, 5)
        .write(archive, tweets, MediaGenerator.beside(archive), done -> {});
    var index = folder.resolve("index");
    var options =
        IndexOptions.of(List.of(archive), index)
            .withMedia(MediaGenerator.beside(archive))
            .withThreads(2);
    new TweetIndexer(options, IndexProgress.SILENT).run();
    return index;
  }
}
