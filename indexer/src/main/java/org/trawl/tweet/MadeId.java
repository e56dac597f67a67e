package org.trawl.tweet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// The id of a tweet that came without one.
final class MadeId {
  private MadeId() {}

  /// A stable id, the same for the same tweet in every copy of a file: from handle, time and text.
  static Snowflake of(String handle, Instant time, String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (handle + '\n' + time.getEpochSecond() + '\n' + text).getBytes(StandardCharsets.UTF_8));
      var bits = ByteBuffer.wrap(digest.digest()).getLong();
      return new Snowflake(Snowflake.MADE | (bits & (Snowflake.MADE - 1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
