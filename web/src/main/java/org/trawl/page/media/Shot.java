package org.trawl.page.media;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trawl.media.MediaEntry;
import org.trawl.media.MediaOwner;
import org.trawl.media.MediaType;
import org.trawl.search.SearchResult.Media;

/// A media file on a page.
///
/// @param form what to make of it
/// @param href the file itself; empty if it is not served
/// @param small what to show in its place; empty for videos
/// @param box how large that is
/// @param says what it is, in words that are true of any file of its kind
/// @param facts its size and length, such as `1200 × 675, 148 KB`
/// @param name where it lies in the archive
/// @param refusal why it is not shown; or empty
public record Shot(
    Form form,
    String href,
    String small,
    Box box,
    String says,
    String facts,
    String name,
    String refusal) {
  /// As large as small pictures are drawn.
  private static final int SIDE = 384;

  public Shot {
    requireNonNull(form, "form");
    requireNonNull(href, "href");
    requireNonNull(small, "small");
    requireNonNull(box, "box");
    requireNonNull(says, "says");
    requireNonNull(facts, "facts");
    requireNonNull(name, "name");
    requireNonNull(refusal, "refusal");
  }

  /// What is made of a file.
  public enum Form {
    PICTURE,
    VIDEO,
    /// Words in its place.
    REFUSED
  }

  /// Sizes in pixels, so that a page keeps its place while pictures come.
  ///
  /// @param width of what is shown small
  /// @param height likewise
  /// @param fullWidth of the file
  /// @param fullHeight likewise
  public record Box(int width, int height, int fullWidth, int fullHeight) {
    /// Videos that do not tell.
    static final Box UNKNOWN = new Box(SIDE, SIDE * 9 / 16, 1280, 720);

    static Box of(MediaEntry.Extent extent) {
      if (extent.width() == 0 || extent.height() == 0) {
        return UNKNOWN;
      }
      var scale = Math.min(1, (double) SIDE / Math.max(extent.width(), extent.height()));
      return new Box(
          (int) Math.max(1, Math.round(extent.width() * scale)),
          (int) Math.max(1, Math.round(extent.height() * scale)),
          extent.width(),
          extent.height());
    }
  }

  /// The files of a tweet.
  public static List<Shot> of(List<Media> media) {
    var shots = new ArrayList<Shot>();
    for (var i = 0; i < media.size(); i++) {
      shots.add(of(media.get(i), media.size() == 1 ? "" : " " + (i + 1) + " of " + media.size()));
    }
    return shots;
  }

  private static Shot of(Media media, String place) {
    var what =
        switch (media.kind()) {
          case "image" -> "Picture";
          case "gif" -> "Animation";
          case "video" -> "Video";
          default -> "File";
        };
    var says = what + place + " of the tweet";
    if (media.file().isEmpty()) {
      var why = "the index has its name alone";
      return new Shot(Form.REFUSED, "", "", Box.UNKNOWN, says, "", media.name(), why);
    }
    return of(media.file().get(), says, media.name());
  }

  /// The pictures of an account: its own and its banner, each where it has one that is shown.
  public static List<Shot> of(List<MediaEntry> entries, String name) {
    return entries.stream()
        .map(entry ->
            of(
                entry,
                entry.owner().role() == MediaOwner.Role.PROFILE
                    ? "Profile picture of the account"
                    : "Banner of the account",
                name))
        .filter(shot -> shot.form == Form.PICTURE)
        .toList();
  }

  /// A file with words for what it is.
  public static Shot of(MediaEntry entry, String says, String name) {
    var facts = entry.facts();
    var href = entry.address().map(address -> "/media/" + address).orElse("");
    var form = facts.type().map(type -> form(type, facts.refusal())).orElse(Form.REFUSED);
    // Browsers draw WebP themselves; Java does not.
    var small =
        form != Form.PICTURE
            ? ""
            : facts.type().get() == MediaType.WEBP ? href : href + "?size=small";
    var refusal = form == Form.REFUSED ? facts.refusal() : "";
    return new Shot(form, href, small, Box.of(facts.extent()), says, facts(facts), name, refusal);
  }

  private static Form form(MediaType type, String refusal) {
    if (type.isVideo()) {
      return Form.VIDEO;
    }
    return refusal.isEmpty() || type == MediaType.WEBP ? Form.PICTURE : Form.REFUSED;
  }

  private static String facts(MediaEntry.Facts facts) {
    var parts = new ArrayList<String>();
    var extent = facts.extent();
    if (extent.width() > 0) {
      parts.add(extent.width() + " × " + extent.height());
    }
    if (extent.millis() > 0) {
      var seconds = Math.round(extent.millis() / 1e3);
      parts.add("%d:%02d".formatted(seconds / 60, seconds % 60));
    }
    parts.add(
        facts.bytes() < 1_000_000
            ? Math.max(1, facts.bytes() / 1000) + " KB"
            : String.format(Locale.ROOT, "%.1f MB", facts.bytes() / 1e6));
    return String.join(", ", parts);
  }
}
