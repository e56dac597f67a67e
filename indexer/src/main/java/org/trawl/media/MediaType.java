package org.trawl.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The types of media that are shown. Known by content alone: names of files say nothing.
public enum MediaType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  MP4("video/mp4", "mp4"),
  WEBM("video/webm", "webm");

  /// As many of a file's first bytes as tell its type.
  public static final int HEAD_BYTES = 64;

  /// The still pictures that share the container of MP4.
  private static final Set<String> STILLS =
      Set.of("heic", "heix", "hevc", "heim", "mif1", "msf1", "avif", "avis", "crx ", "jxl ");

  private final String mime;
  private final String extension;

  MediaType(String mime, String extension) {
    this.mime = mime;
    this.extension = extension;
  }

  /// Such as `image/jpeg`.
  public String mime() {
    return mime;
  }

  /// What names of such files end with, without the dot.
  public String extension() {
    return extension;
  }

  public boolean isVideo() {
    return this == MP4 || this == WEBM;
  }

  /// Such as `jpeg`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The type of what begins with these bytes; empty if it is none of these.
  ///
  /// @param head the first [#HEAD_BYTES], or all if there are fewer
  public static Optional<MediaType> of(byte[] head) {
    var text = new String(head, ISO_8859_1);
    if (text.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (text.startsWith("ftyp", 4) && text.length() >= 12) {
      return STILLS.contains(text.substring(8, 12)) ? Optional.empty() : Optional.of(MP4);
    }
    if (text.startsWith("\u001AE\u00DF\u00A3") && text.contains("webm")) {
      return Optional.of(WEBM);
    }
    return Optional.empty();
  }

  /// What a file that is none of these looks like, for those who wonder why it is not shown.
  static String looksLike(byte[] head) {
    if (head.length == 0) {
      return "it is empty";
    }
    var text = new String(head, ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("<svg") || (text.startsWith("<?xml") && text.contains("svg"))) {
      return "it is SVG, which can hold scripts";
    }
    if (text.startsWith("<")) {
      return "it is a text with markup, such as HTML";
    }
    if (text.startsWith("pk\u0003\u0004")) {
      return "it is a zip";
    }
    return "it is no JPEG, PNG, GIF, WebP, MP4 or WebM by its content";
  }
}
