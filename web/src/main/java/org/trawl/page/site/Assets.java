package org.trawl.page.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The static files of the pages, held in memory. They stand below a folder named by the content of
/// all of them, so that browsers keep them for good and a new build is never mixed with an old one.
public final class Assets {
  private static final String[] NAMES = {
    "print.css",
    "trawl.svg",
    "theme.js",
    "page.js",
    "appearance.js",
    "beside.js",
    "compare.js",
    "copy.js",
    "distinctive.js",
    "dom.js",
    "export.js",
    "facets.js",
    "keys.js",
    "mistakes.js",
    "names.js",
    "navigate.js",
    "network.js",
    "networklayout.js",
    "notes.js",
    "pictures.js",
    "saved.js",
    "savedlist.js",
    "search.js",
    "sheets.js",
    "status.js",
    "store.js",
    "suggest.js",
    "takeaway.js",
    "timeline.js",
    "viewer.js",
    "zone.js",
  };

  /// The parts of `page.css`, in the order in which they override each other.
  private static final String[] STYLES = {
    "base",
    "box",
    "timeline",
    "compare",
    "facets",
    "results",
    "card",
    "media",
    "table",
    "scripted",
    "start",
    "pages",
    "profile",
    "forms",
    "network",
    "narrow",
  };

  private final Map<String, byte[]> files;
  private final String folder;

  private Assets(Map<String, byte[]> files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /// The files beside this class.
  ///
  /// @throws IOException if one is missing
  public static Assets load() throws IOException {
    var files = new TreeMap<String, byte[]>();
    for (var name : NAMES) {
      files.put(name, read(name));
    }
    var styles = new ByteArrayOutputStream();
    for (var name : STYLES) {
      styles.writeBytes(read("css/" + name + ".css"));
      styles.write('\n');
    }
    files.put("page.css", styles.toByteArray());
    var digest = sha256();
    files.values().forEach(digest::update);
    var version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    return new Assets(files, "/assets/" + version + "/");
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream("static/" + name)) {
      if (in == null) {
        throw new IOException("the page's file " + name + " is missing from the build");
      }
      return in.readAllBytes();
    }
  }

  /// Where the files are, such as `/assets/0123456789ab/`.
  public String folder() {
    return folder;
  }

  /// A file by its whole path; empty for one that is not there or of another version.
  public Optional<byte[]> file(String path) {
    return path.startsWith(folder)
        ? Optional.ofNullable(files.get(path.substring(folder.length())))
        : Optional.empty();
  }

  /// The media type by the name's end.
  public static String type(String path) {
    var end = path.substring(path.lastIndexOf('.') + 1);
    return switch (end) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
