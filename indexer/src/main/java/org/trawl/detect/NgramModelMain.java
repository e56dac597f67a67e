package org.trawl.detect;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Makes the detector's models out of lingua's, which must be on the class path: the one argument
/// is the file to write. Runs when Trawl is built, and does nothing when the file was made by the
/// same code before.
final class NgramModelMain {
  /// The classes that make the file.
  private static final List<Class<?>> CODE =
      List.of(
          NgramModelMain.class,
          NgramModelBuilder.class,
          NgramModel.Source.class,
          NgramCounts.class,
          LongCounts.class,
          Ngram.class,
          Romanizer.class,
          ModelLanguages.class);

  private static final String TO_LATIN = "-latin";

  private NgramModelMain() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    String code = fingerprint();
    if (Files.exists(file) && madeBy(file).equals(code)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DeflaterOutputStream(
                    Files.newOutputStream(file), new Deflater(Deflater.BEST_COMPRESSION))))) {
      out.writeUTF(code);
      for (ModelLanguages languages : ModelLanguages.ALL) {
        build(languages).write(out);
      }
    }
  }

  /// The first thing in a file: what code made it. Empty when the file is cut off.
  private static String madeBy(Path file) throws IOException {
    try (var in = new DataInputStream(new InflaterInputStream(Files.newInputStream(file)))) {
      return in.readUTF();
    } catch (EOFException | ZipException e) {
      return "";
    }
  }

  private static NgramModel.Source build(ModelLanguages languages) {
    List<NgramCounts> counts =
        languages.sources().parallelStream().map(NgramModelMain::counts).toList();
    return new NgramModelBuilder(languages.names(), counts).build(languages.runs());
  }

  private static NgramCounts counts(String source) {
    try {
      return source.endsWith(TO_LATIN)
          ? NgramCounts.read(source.replace(TO_LATIN, "")).rewritten(new Romanizer())
          : NgramCounts.read(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint() throws IOException {
    var crc = new CRC32();
    for (Class<?> made : CODE) {
      String name = made.getName().substring(made.getPackageName().length() + 1) + ".class";
      try (InputStream in = made.getResourceAsStream(name)) {
        crc.update(in.readAllBytes());
      }
    }
    return Long.toHexString(crc.getValue());
  }
}
