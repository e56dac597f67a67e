package org.trawl.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// An answer with the version of the archive that it was made from: see
/// [org.trawl.search.ArchiveInfo#version].
public record VersionedJson(@JsonUnwrapped Object answer, String version) {
  /// As one line of JSON.
  public String text() {
    return Json.MAPPER.writeValueAsString(this);
  }
}
