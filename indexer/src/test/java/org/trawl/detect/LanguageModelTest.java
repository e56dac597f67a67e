package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/// The detector's models, `languages.model`, are made of lingua's (Apache-2.0), which only this
/// test has on its class path: a person who builds Trawl need not fetch the 80 MB of it. After a
/// change of what the models are made of, run this test with `-Dupdate=true` and commit the file.
class LanguageModelTest {
  private static final Path FILE =
      Path.of("src/main/resources/org/trawl/detect", LanguageDetector.RESOURCE);

  private static final String TO_LATIN = "-latin";

  @Test
  void theFileIsWhatLinguasModelsGive() throws IOException {
    var made = made();
    if (Boolean.getBoolean("update")) {
      write(made);
    }
    try (var in = new InflaterInputStream(Files.newInputStream(FILE))) {
      assertArrayEquals(made, in.readAllBytes(), "run this test with -Dupdate=true");
    }
  }

  private static byte[] made() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (ModelLanguages languages : ModelLanguages.ALL) {
        build(languages).write(out);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(byte[] made) throws IOException {
    Files.createDirectories(FILE.getParent());
    try (var out =
        new BufferedOutputStream(
            new DeflaterOutputStream(
                Files.newOutputStream(FILE), new Deflater(Deflater.BEST_COMPRESSION)))) {
      out.write(made);
    }
  }

  private static NgramModel.Source build(ModelLanguages languages) {
    List<NgramCounts> counts =
        languages.sources().parallelStream().map(LanguageModelTest::counts).toList();
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
}
