package org.trawl.lucene.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.trawl.schema.TweetFields;

class HashtagWordsTest {
  /// Texts as they stand in the index, and how many tweets have each; hashtags are words there.
  private static final Map<String, Integer> TEXTS =
      Map.of(
          "blacklivesmatter", 40,
          "blacklives", 20,
          "black lives matter", 3,
          "stop islam", 2,
          "no matter what", 5,
          "the black cat", 9);

  @Test
  void wordsAreThoseThatATweetHasInARow() throws Exception {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (var text : TEXTS.entrySet()) {
          for (var i = 0; i < text.getValue(); i++) {
            var document = new Document();
            document.add(new TextField(TweetFields.TEXT, text.getKey(), Field.Store.NO));
            writer.addDocument(document);
          }
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        var words = new HashtagWords(reader);
        assertEquals(List.of("black", "lives", "matter"), words.of("blacklivesmatter"));
        assertEquals(List.of("stop", "islam"), words.of("stopislam"));
        assertEquals(List.of("Black", "Lives", "Matter"), words.of("BlackLivesMatter"));
        assertEquals(List.of(), words.of("blackislam"), "nobody writes these words in a row");
        assertEquals(List.of(), words.of("stop"));
      }
    }
  }
}
