package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;

/// Lucene's folder as an indexer reads and writes it.
///
/// Merges read most files once, from beginning to end. Mapped, all of them would count as this
/// program's memory meanwhile, so they are read by plain reads. Norms (a byte a tweet and field)
/// are looked up tweet by tweet, once for each posting that is written, so they are mapped.
final class WriterDirectory extends FilterDirectory {
  private static final String NORMS = ".nvd";

  private final Directory mapped;

  private WriterDirectory(Directory read, Directory mapped) {
    super(read);
    this.mapped = mapped;
  }

  /// Opens a folder.
  static WriterDirectory open(Path folder) throws IOException {
    return new WriterDirectory(new NIOFSDirectory(folder), new MMapDirectory(folder));
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return name.endsWith(NORMS) ? mapped.openInput(name, context) : in.openInput(name, context);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(in, mapped);
  }
}
