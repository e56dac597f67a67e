package org.trawl.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `manifest.json`: a [Manifest] as JSON, last field a checksum of the file.
///
/// The checksum is the CRC-32 of the file's bytes with the checksum's own eight digits as zeros, so
/// that it covers every byte.
public final class ManifestFile {
  public static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final String ZEROS = "00000000";
  private static final String CHECKSUM = ",\n  \"checksum\" : \"";
  private static final String END = "\"\n}\n";

  private ManifestFile() {}

  /// Reads what a folder has published.
  ///
  /// @throws IndexRefused if it has published nothing, or an index that this program cannot read;
  ///   the message says which and how to mend it
  public static Manifest read(Path folder) throws IOException {
    var file = new IndexFolder(folder).manifest();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IndexRefused(nothingIn(folder), e);
    }
    return parse(bytes, file, folder);
  }

  private static String nothingIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "there is no folder "
          + folder
          + "; make an index with: trawl index … --index "
          + folder;
    }
    if (Files.isDirectory(new IndexFolder(folder).tweets())) {
      return "the index in "
          + folder
          + " was never finished; run the same trawl index command again, it goes on where it was";
    }
    return folder + " holds no index; make one with: trawl index … --index " + folder;
  }

  private static Manifest parse(byte[] bytes, Path file, Path folder) throws IndexRefused {
    JsonNode tree;
    try {
      tree = JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new IndexRefused(damaged(file), e);
    }
    // First the versions: another layout may well have another checksum.
    var version = tree.path("versions");
    var found =
        new Manifest.Versions(
            version.path("layout").asInt(0),
            version.path("lucene").asString("unknown"),
            version.path("analysis").asInt(0));
    var intact = checksumFits(bytes);
    if (!found.readable() && (intact || found.layout() > Manifest.LAYOUT)) {
      throw new IndexRefused(
          "the index in "
              + folder
              + " is of another version ("
              + found
              + "; this program reads "
              + Manifest.Versions.CURRENT
              + "). Rebuild it from the archive files into an empty folder: trawl index … --index"
              + " NEWFOLDER");
    }
    if (!intact) {
      throw new IndexRefused(damaged(file));
    }
    try {
      return JSON.treeToValue(tree, WithChecksum.class).manifest();
    } catch (JacksonException e) {
      throw new IndexRefused(damaged(file), e);
    }
  }

  private static String damaged(Path file) {
    return file
        + " is damaged: its content does not fit its checksum. Restore the file from a copy, or"
        + " rebuild the index into an empty folder";
  }

  private static boolean checksumFits(byte[] bytes) {
    var at = bytes.length - END.length() - ZEROS.length();
    if (at < 0) {
      return false;
    }
    var found = new String(bytes, at, ZEROS.length(), StandardCharsets.ISO_8859_1);
    var blank = bytes.clone();
    Arrays.fill(blank, at, at + ZEROS.length(), (byte) '0');
    return checksum(blank).equals(found);
  }

  private static String checksum(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /// The fields of a manifest with the checksum after them, only to read both.
  private record WithChecksum(
      Manifest.Versions versions,
      java.time.Instant created,
      java.time.Instant updated,
      Manifest.Generation generation,
      java.util.List<Manifest.SourceFile> sources,
      java.util.Map<String, Manifest.OperationCounts> operations,
      String checksum) {
    Manifest manifest() {
      return new Manifest(versions, created, updated, generation, sources, operations);
    }
  }

  /// Publishes: when this returns, readers that open the folder find this state, and a power cut
  /// cannot undo it.
  public static void write(Manifest manifest, IndexFolder folder) throws IOException {
    var temporary = folder.file(IndexFolder.MANIFEST + ".new");
    try (var channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes(manifest));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    IndexFolder.swap(temporary, folder.manifest());
  }

  public static byte[] bytes(Manifest manifest) {
    var json = JSON.writeValueAsString(manifest).replace("\r\n", "\n");
    var body = json.substring(0, json.lastIndexOf('}')).stripTrailing();
    var blank = (body + CHECKSUM + ZEROS + END).getBytes(StandardCharsets.UTF_8);
    var sum = checksum(blank).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(sum, 0, blank, blank.length - END.length() - ZEROS.length(), sum.length);
    return blank;
  }
}
