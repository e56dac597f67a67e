package org.trawl.index;

/// How much of the JVM's heap an index takes when it is searched, by its manifest: known before
/// anything of it is read.
public final class HeapNeed {
  /// The program, its grammars and dictionaries, and a search at work: 124 MB were in use after a
  /// search of an index with 12 MB of columns, and what is garbage needs room too
  /// (docs/decisions/launcher.md).
  private static final long BASE = 150L << 20;

  /// For each tweet, how often it was liked and retweeted.
  private static final int COUNTS = 2;

  private HeapNeed() {}

  /// Bytes of heap that are needed at least.
  public static long of(Manifest manifest) {
    return BASE + held(manifest);
  }

  /// Bytes of heap that the index itself takes: columns, accounts and shared cells are held in
  /// memory; all else is mapped from the disk.
  public static long held(Manifest manifest) {
    long bytes =
        manifest.generation().files().stream()
            .filter(file -> !file.name().contains("/") && !file.name().equals(IndexFolder.REJECTED))
            .mapToLong(Manifest.IndexFile::bytes)
            .sum();
    return bytes + bytes / 4 + COUNTS * manifest.tweets();
  }

  /// Looks whether an index fits into a heap.
  ///
  /// @param heap bytes there may be, such as [Runtime#maxMemory]
  /// @param more bytes that are wanted besides
  /// @throws IndexRefused if it does not; the message says what is needed and how to give it
  public static void check(Manifest manifest, long heap, long more) throws IndexRefused {
    long need = of(manifest) + more;
    if (need > heap) {
      throw new IndexRefused(
          "an index of "
              + String.format(java.util.Locale.ROOT, "%,d", manifest.tweets())
              + (manifest.tweets() == 1 ? " tweet" : " tweets")
              + " needs some "
              + megabytes(need)
              + " MB of memory for Java, and it may take "
              + megabytes(heap)
              + ": allow more, such as TRAWL_JAVA_OPTS=-Xmx"
              + roomy(need)
              + "m");
    }
  }

  private static long megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20);
  }

  /// A round number with some room.
  private static long roomy(long need) {
    return Math.ceilDiv(megabytes(need + need / 4), 100) * 100;
  }
}
