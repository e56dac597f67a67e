package org.trawl.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trawl.media.MediaEntry.Facts;

/// Compares a catalogue with the files it refers to. What has the size and the time that it had is
/// taken for unchanged; what has another time is read, and compared by its SHA-256.
public final class MediaCheck {
  /// As many files are named; of more, their number is told.
  private static final int NAMED = 20;

  private final MediaCatalogue catalogue;
  private final List<String> problems = new ArrayList<>();
  private final Map<Integer, Boolean> reread = new HashMap<>();
  private final long[] lost;
  private long unnamed;

  private MediaCheck(MediaCatalogue catalogue) {
    this.catalogue = catalogue;
    lost = new long[catalogue.containers().size()];
  }

  /// @return what is missing or changed, a sentence each; empty if nothing is
  public static List<String> check(MediaCatalogue catalogue) throws IOException {
    var check = new MediaCheck(catalogue);
    check.run();
    return List.copyOf(check.problems);
  }

  private void run() throws IOException {
    var containers = catalogue.containers();
    var whats = new HashMap<Integer, String>();
    for (var i = 0; i < containers.size(); i++) {
      var container = containers.get(i);
      var path = container.path();
      if (!Files.exists(path)) {
        whats.put(i, path + " is missing");
      } else if (container.zip() && Files.size(path) != container.bytes()) {
        whats.put(i, path + " has " + Files.size(path) + " bytes, expected " + container.bytes());
      } else if (container.zip()) {
        reread.put(i, Files.getLastModifiedTime(path).toMillis() != container.modified());
      }
    }
    for (var i = 0; i < catalogue.size(); i++) {
      var entry = catalogue.entry(i);
      var in = entry.place().container();
      if (whats.containsKey(in)) {
        lost[in]++;
      } else {
        look(entry, containers.get(in));
      }
    }
    whats.forEach((i, what) -> {
      if (lost[i] > 0) {
        problems.addFirst(
            what + ": " + lost[i] + (lost[i] == 1 ? " media file" : " media files") + " of it");
      }
    });
    if (unnamed > 0) {
      problems.add("and " + unnamed + " more media files are missing or changed");
    }
  }

  private void look(MediaEntry entry, MediaContainer container) throws IOException {
    var place = entry.place();
    if (!container.zip()) {
      var path = container.pathOf(place);
      if (!Files.isRegularFile(path)) {
        say(path + " is missing");
      } else if (Files.size(path) != place.packed()) {
        say(path + " has " + Files.size(path) + " bytes, expected " + place.packed());
      } else if (Files.getLastModifiedTime(path).toMillis() != place.modified()) {
        compare(entry, path, path.toString());
      }
    } else if (reread.getOrDefault(place.container(), false)) {
      compare(entry, container.path(), container.path() + ", " + place.name());
    }
  }

  private void compare(MediaEntry entry, Path path, String name) throws IOException {
    if (entry.facts().sha256().isEmpty()) {
      return;
    }
    Facts now;
    try (var channel = FileChannel.open(path);
        var decoder = new PictureDecoder()) {
      var in = MediaContent.unclosed(channel, entry.place());
      try {
        now = new FactsReader(decoder).read(in, entry.facts().bytes());
      } finally {
        MediaContent.end(in);
      }
    } catch (IOException e) {
      say(name + " has changed: " + e.getMessage());
      return;
    }
    if (!now.sha256().equals(entry.facts().sha256())) {
      say(
          name
              + " has changed: its SHA-256 is "
              + now.sha256()
              + ", expected "
              + entry.facts().sha256());
    }
  }

  private void say(String problem) {
    if (problems.size() < NAMED) {
      problems.add(problem);
    } else {
      unnamed++;
    }
  }
}
