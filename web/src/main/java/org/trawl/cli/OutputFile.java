package org.trawl.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where a command's result goes: a file, or standard output. A file has its name only once it is
/// whole; until then it is called `.part`, so that nobody takes half a result for all of it.
final class OutputFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream out;
  private final Optional<Path> part;
  private final Optional<Path> file;
  private boolean finished;

  private OutputFile(OutputStream out, Optional<Path> part, Optional<Path> file) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.part = part;
    this.file = file;
  }

  /// Begins to write.
  ///
  /// @param file replaced if it is there; empty for standard output
  /// @throws ParameterException if there can be no such file
  static OutputFile open(Optional<Path> file, Trawl trawl, CommandLine command) throws IOException {
    return open(file, "--output", trawl, command);
  }

  /// The same of another option than `--output`.
  static OutputFile open(Optional<Path> file, String option, Trawl trawl, CommandLine command)
      throws IOException {
    if (file.isEmpty()) {
      return new OutputFile(trawl.standardOutput(), Optional.empty(), file);
    }
    var path = file.get();
    if (Files.isDirectory(path)) {
      throw new ParameterException(command, option + " " + path + " is a folder; name a file");
    }
    var folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(command, "There is no folder for " + option + " " + path);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A pipe or a device: nothing to rename.
      return new OutputFile(Files.newOutputStream(path), Optional.empty(), file);
    }
    var part = path.resolveSibling(path.getFileName() + ".part");
    return new OutputFile(Files.newOutputStream(part), Optional.of(part), file);
  }

  OutputStream stream() {
    return out;
  }

  /// The result is whole.
  void finish() throws IOException {
    out.flush();
    if (file.isPresent()) {
      out.close();
    }
    if (part.isPresent()) {
      Files.move(part.get(), file.orElseThrow(), StandardCopyOption.REPLACE_EXISTING);
    }
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (finished || part.isEmpty()) {
      return;
    }
    try (out) {
      // Closing writes what is left, which on a full disk fails again.
    } finally {
      Files.deleteIfExists(part.get());
    }
  }
}
