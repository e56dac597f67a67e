package org.trawl.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.trawl.media.Exif;
import org.trawl.media.MediaEntry;
import org.trawl.search.SearchResult.Media;

/// A media file of a tweet in an answer; what is not known is left out.
///
/// @param kind `image`, `video`, `gif`, or `none` for a file that is not shown
/// @param name with the zip or folder it lies in
/// @param address of its bytes on this server
/// @param type such as `image/jpeg`, by its content
/// @param seconds how long it plays
/// @param refused why it is not shown, or not drawn small
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaJson(
    String kind,
    String name,
    @Nullable String address,
    @Nullable String type,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double seconds,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable ExifJson exif,
    @Nullable String refused) {

  /// What a camera wrote into a picture.
  ///
  /// @param time by the camera's clock, as it stands there
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ExifJson(
      @Nullable String time,
      @Nullable String camera,
      @Nullable Double latitude,
      @Nullable Double longitude) {
    static @Nullable ExifJson of(Exif exif) {
      return exif.any()
          ? new ExifJson(
              text(exif.time()),
              text(exif.camera()),
              exif.place().map(Exif.Place::latitude).orElse(null),
              exif.place().map(Exif.Place::longitude).orElse(null))
          : null;
    }
  }

  public static MediaJson of(Media media) {
    return media
        .file()
        .map(entry -> of(media, entry))
        .orElseGet(() ->
            new MediaJson(
                media.kind(), media.name(), null, null, null, null, null, null, null, null, null));
  }

  private static MediaJson of(Media media, MediaEntry entry) {
    var facts = entry.facts();
    return new MediaJson(
        media.kind(),
        media.name(),
        entry.address().map(name -> "/media/" + name).orElse(null),
        facts.type().map(type -> type.mime()).orElse(null),
        known(facts.extent().width()),
        known(facts.extent().height()),
        facts.extent().millis() == 0 ? null : facts.extent().millis() / 1e3,
        facts.bytes(),
        text(facts.sha256()),
        ExifJson.of(facts.exif()),
        text(facts.refusal()));
  }

  private static @Nullable Integer known(int size) {
    return size == 0 ? null : size;
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
