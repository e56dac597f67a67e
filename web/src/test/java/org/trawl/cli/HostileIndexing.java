package org.trawl.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// `trawl index` of every kind of hostile file, in one process with little memory.
final class HostileIndexing {
  private HostileIndexing() {}

  /// Indexes what lies in `FOLDER/KIND/files` into `FOLDER/KIND/index`, and writes what came of it
  /// to `FOLDER/KIND/report`: exit code, milliseconds of processor time, and all that was printed.
  public static void main(String[] args) throws IOException {
    for (var kind : HostileFile.values()) {
      var folder = Path.of(args[0]).resolve(kind.name());
      var source = Files.readString(folder.resolve("source"));
      var index = folder.resolve("index");
      var rival = rival(kind, folder);
      var began = processorTime();
      var printed = new StringWriter();
      int exit = run(printed, "index", source, "--index", index.toString());
      long millis = (processorTime() - began) / 1_000_000;
      rival.interrupt();
      if (exit == 0 && run(printed, "check", "--index", index.toString()) != 0) {
        exit = -1;
      }
      Files.writeString(folder.resolve("report"), exit + "\n" + millis + "\n" + printed);
    }
  }

  private static int run(StringWriter printed, String... command) {
    var writer = new PrintWriter(printed, true);
    return Trawl.commandLine(new ByteArrayOutputStream())
        .setOut(writer)
        .setErr(writer)
        .execute(command);
  }

  /// Acts once the first rows are on their way into the index.
  private static Thread rival(HostileFile kind, Path folder) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (!Files.exists(folder.resolve("index/tweets/write.lock"))) {
              Thread.sleep(1);
            }
            kind.rival.act(folder.resolve("files/a.csv"));
          } catch (InterruptedException e) {
            // The indexing is over.
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  /// Nanoseconds that this process has taken so far: what a busy machine does besides is not
  /// counted.
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
