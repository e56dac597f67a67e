package org.trawl.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.util.BytesRef;

/// Takes in what the index stores of one tweet. For one document only.
public final class StoredTweet extends StoredFieldVisitor {
  private BytesRef row = new BytesRef();
  private boolean byAccount;
  private final List<MediaFile> media = new ArrayList<>();

  @Override
  public Status needsField(FieldInfo field) {
    return Status.YES;
  }

  @Override
  public void binaryField(FieldInfo field, byte[] value) {
    if (field.name.equals(TweetFields.ROW)) {
      row = new BytesRef(value);
    }
  }

  @Override
  public void stringField(FieldInfo field, String value) {
    if (field.name.equals(TweetFields.MEDIA_FILE)) {
      media.add(MediaFile.of(value));
    } else if (field.name.equals(TweetFields.READ_BY)) {
      byAccount = true;
    }
  }

  /// The encoded row, for [TweetReading].
  public BytesRef row() {
    return row;
  }

  /// Whether its language is that of most tweets of its account, as its own text tells none.
  public boolean isReadByAccount() {
    return byAccount;
  }

  public List<MediaFile> media() {
    return media;
  }
}
