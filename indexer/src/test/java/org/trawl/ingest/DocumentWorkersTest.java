package org.trawl.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

class DocumentWorkersTest {
  private static final class FullDirectory extends FilterDirectory {
    FullDirectory() {
      super(new ByteBuffersDirectory());
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  /// A full disk closes the writer under all workers, and was told as "closed" if another worker
  /// than the one that met it was heard first.
  @Test
  void aWriterClosedByItsOwnFailureTellsThatFailure() throws IOException {
    try (var directory = new FullDirectory();
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      var document = new Document();
      document.add(new StringField("id", "1", Store.YES));
      assertThrows(
          IOException.class,
          () -> {
            writer.addDocument(document);
            writer.flush();
          });
      var late = new AlreadyClosedException("this DocumentsWriter is closed");
      assertEquals("No space left on device", DocumentWorkers.reason(late, writer).getMessage());
      var other = new IOException("another");
      assertSame(other, DocumentWorkers.reason(other, writer));
    }
  }
}
