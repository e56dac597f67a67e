package org.trawl.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A program that is measured: started in a JVM of its own, ended at the latest when this is
/// closed.
final class Program implements AutoCloseable {
  /// How often its use of processor and memory is looked at.
  private static final int LOOK_MILLIS = 20;

  private final Process process;
  private final long started;

  private Program(Process process, long started) {
    this.process = process;
    this.started = started;
  }

  /// Starts Trawl as people do, with `./trawl`, if the benchmark was told where that is; else from
  /// this program's own class path.
  ///
  /// @param heap most heap, such as `2g`
  /// @param log takes in what it prints
  static Program trawl(String heap, Path log, String... arguments) throws IOException {
    var launcher = Optional.ofNullable(System.getProperty("trawl.launcher"));
    if (launcher.isEmpty()) {
      return logged(java("org.trawl.cli.Trawl", heap, arguments), log);
    }
    return launched(Path.of(launcher.get()), heap, log, arguments);
  }

  /// Starts Trawl with a launcher, which may be of another build.
  static Program launched(Path launcher, String heap, Path log, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("TRAWL_JAVA_OPTS", "-Xmx" + heap);
    return logged(builder, log);
  }

  /// Starts a main class of this module; all that it prints goes into the log.
  static Program logged(Class<?> main, String heap, Path log, String... arguments)
      throws IOException {
    return logged(java(main.getName(), heap, arguments), log);
  }

  /// Starts a main class of this module that is talked to: its standard input and output are pipes,
  /// and only its errors go into the log.
  static Program piped(Class<?> main, String heap, Path log, String... arguments)
      throws IOException {
    return start(java(main.getName(), heap, arguments).redirectError(log.toFile()), log);
  }

  private static ProcessBuilder java(String main, String heap, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (var option : System.getProperty("trawl.jvm", "").split(" ")) {
      if (!option.isBlank()) {
        command.add(option);
      }
    }
    command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static Program logged(ProcessBuilder builder, Path log) throws IOException {
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.redirectInput(new File("/dev/null"));
    return start(builder, log);
  }

  private static Program start(ProcessBuilder builder, Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().normalize().getParent());
    var started = System.nanoTime();
    var process = builder.start();
    // Whoever ends the benchmark ends what it measures.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-measured"));
    return new Program(process, started);
  }

  /// Whether Trawl is started with its launcher.
  static boolean launched() {
    return System.getProperty("trawl.launcher") != null;
  }

  Process process() {
    return process;
  }

  /// Processor time so far, in seconds; 0 where the system does not tell.
  double processorSeconds() {
    return process.info().totalCpuDuration().map(java.time.Duration::toNanos).orElse(0L) / 1e9;
  }

  /// When it was started, as [System#nanoTime].
  long started() {
    return started;
  }

  /// What a program used from its start to its end.
  ///
  /// @param peakResidentBytes the most memory it had, mapped files included
  /// @param peakOwnBytes the most memory that was its own: heap, threads, code
  record Use(
      double wallSeconds, double processorSeconds, long peakResidentBytes, long peakOwnBytes) {}

  /// Waits until it ends well.
  ///
  /// @throws IOException if it fails
  Use await(Path log) throws IOException, InterruptedException {
    var memory = ProcessMemory.NONE;
    var processor = 0L;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      memory = memory.peak(ProcessMemory.of(process.pid()));
      processor =
          Math.max(
              processor,
              process.info().totalCpuDuration().map(java.time.Duration::toNanos).orElse(0L));
    }
    var wall = System.nanoTime() - started;
    if (process.exitValue() != 0) {
      throw new IOException(
          "a program that is measured failed with "
              + process.exitValue()
              + "; "
              + log
              + " has: "
              + Files.readString(log).strip());
    }
    return new Use(wall / 1e9, processor / 1e9, memory.peakResident(), memory.own());
  }

  /// Ends it and waits for that.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
