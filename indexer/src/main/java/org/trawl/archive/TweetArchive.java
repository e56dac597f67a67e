package org.trawl.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The files of an archive that can be indexed: every source looked at, recognised and put in order
/// before any work begins.
///
/// @param files in reading order
/// @param notes on files of folders that were passed over
public record TweetArchive(List<ArchiveFile> files, List<String> notes) {
  /// Folders in folders that are gone into.
  private static final int MAX_DEPTH = 16;

  public TweetArchive {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// Looks at files, zips and folders of them. What lies in a folder and is no archive is noted;
  /// what is named and is none, or what may hold tweets and cannot be read, is refused.
  ///
  /// @param operation the release's name for all; empty: from each file's name
  /// @throws NotAnArchive if a source is missing or is no archive, with every such source in the
  ///   message
  public static TweetArchive open(List<Path> sources, Optional<String> operation)
      throws IOException {
    var notes = new ArrayList<String>();
    var refused = new ArrayList<String>();
    var joining = new TableJoining();
    for (var source : sources) {
      if (!Files.exists(source)) {
        refused.add(source + " does not exist");
      } else if (Files.isDirectory(source)) {
        folder(source, joining, notes, refused);
      } else if (Files.isRegularFile(source)) {
        look(source, false, joining, refused, refused);
      } else {
        refused.add(
            source + " is no file, but a device or pipe: Trawl reads what it indexes twice");
      }
    }
    joining.end(notes, refused);
    if (!refused.isEmpty()) {
      throw new NotAnArchive(String.join("\n", refused));
    }
    return new TweetArchive(joining.files(operation), notes);
  }

  private static void folder(
      Path folder, TableJoining joining, List<String> notes, List<String> refused)
      throws IOException {
    var before = joining.size();
    var unreadable = refused.size();
    for (var file : within(folder, refused)) {
      look(file, true, joining, notes, refused);
    }
    if (joining.size() == before && refused.size() == unreadable) {
      refused.add(folder + " holds no archive file");
    }
  }

  private static void look(
      Path file,
      boolean inFolder,
      TableJoining joining,
      List<String> passedOver,
      List<String> refused)
      throws IOException {
    try {
      joining.add(file, inFolder);
    } catch (NotAnArchive e) {
      (e.mayHoldTweets() ? refused : passedOver).add(String.valueOf(e.getMessage()));
    } catch (AccessDeniedException e) {
      refused.add(file + " cannot be read: permission denied");
    }
  }

  /// The files of a folder and of those in it. Links are not followed, so that a folder that links
  /// to itself has an end.
  private static List<Path> within(Path folder, List<String> refused) throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        MAX_DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // A link to a file is that file; one to a folder might lead round and round.
            var regular =
                attributes.isRegularFile()
                    || (attributes.isSymbolicLink() && Files.isRegularFile(file));
            if (regular && !String.valueOf(file.getFileName()).startsWith(".")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            refused.add(
                file
                    + " cannot be read: "
                    + (e instanceof AccessDeniedException
                        ? "permission denied"
                        : String.valueOf(e.getMessage())));
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(Path::toString, Container.NATURAL));
    return files;
  }
}
