package org.trawl.media;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// Whose a media file is, as its name tells: a tweet's, `<tweetid>-name.ext`, or an account's,
/// `<userid>_profile.ext` and `<userid>_banner.ext`.
///
/// @param id a tweet's id in decimal, or a user id as the archive has it
public record MediaOwner(Role role, String id) implements Comparable<MediaOwner> {
  public MediaOwner {
    requireNonNull(role, "role");
    requireNonNull(id, "id");
  }

  /// What a file is to its owner.
  public enum Role {
    TWEET,
    PROFILE,
    BANNER
  }

  /// The owner by a file's path; empty if the name is of neither form.
  static Optional<MediaOwner> of(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var tweet = tweet(name);
    if (tweet > 0) {
      return Optional.of(new MediaOwner(Role.TWEET, Long.toString(tweet)));
    }
    for (var role : new Role[] {Role.PROFILE, Role.BANNER}) {
      var at = name.lastIndexOf(role == Role.PROFILE ? "_profile." : "_banner.");
      if (at > 0) {
        return Optional.of(new MediaOwner(role, name.substring(0, at)));
      }
    }
    return Optional.empty();
  }

  /// The id before the first dash of a name, or 0.
  private static long tweet(String name) {
    var dash = name.indexOf('-');
    if (dash <= 0 || dash > 19) {
      return 0;
    }
    for (var i = 0; i < dash; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return 0;
      }
    }
    try {
      return Long.parseLong(name, 0, dash, 10);
    } catch (NumberFormatException e) {
      return 0; // Nineteen digits can be more than any id.
    }
  }

  /// The number that files are ordered and found by: a tweet's id, or 64 bits of a user id's
  /// characters, which may be those of another one too.
  long key() {
    if (role == Role.TWEET) {
      return Long.parseLong(id);
    }
    // FNV-1a, of 64 bits.
    var hash = 0xCBF29CE484222325L;
    for (var i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
    }
    return hash & Long.MAX_VALUE;
  }

  /// Tweets before accounts, each by key.
  @Override
  public int compareTo(MediaOwner other) {
    var byRole = Boolean.compare(role != Role.TWEET, other.role != Role.TWEET);
    return byRole != 0 ? byRole : Long.compare(key(), other.key());
  }
}
