package org.trawl.web.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.media.MediaCatalogue.Alike;
import org.trawl.media.PictureDecoder;
import org.trawl.media.PictureHash;
import org.trawl.media.Undrawable;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;

/// Finds the tweets with a picture like one that somebody has. Thread-safe.
public final class PictureSearch {
  private final TweetSearch searcher;
  private final PictureDecoder decoder = new PictureDecoder();

  public PictureSearch(TweetSearch searcher) {
    this.searcher = searcher;
  }

  /// A tweet with a picture like the one asked for.
  ///
  /// @param distance bits in which the hashes differ, 0 to [PictureHash#ALIKE]
  /// @param same whether the files are the same, byte by byte
  /// @param mirrored whether it is like the mirrored picture
  public record Match(Hit hit, int distance, boolean same, boolean mirrored) {}

  /// What was found.
  ///
  /// @param hash empty if the picture is too plain to be told from others: the same file is found
  ///   alone then
  /// @param tweets how many there are in the archive
  /// @param matches the nearest of them, of the same the oldest first
  public record Found(
      int width,
      int height,
      String sha256,
      Optional<PictureHash> hash,
      long tweets,
      List<Match> matches) {
    public Found {
      matches = List.copyOf(matches);
    }
  }

  /// How near a tweet's picture is.
  private record Near(int distance, boolean same, boolean mirrored) {}

  /// Looks a picture up.
  ///
  /// @param file a JPEG, PNG or GIF
  /// @param most matches to give
  /// @throws Undrawable if it cannot be decoded; the message says why
  public Found find(byte[] file, int most) throws Undrawable, IOException {
    var image = decoder.decode(file);
    var hash = PictureHash.of(image);
    var sha256 = HexFormat.of().formatHex(sha256(file));
    var near = near(image, hash, sha256);
    var tweets = 0L;
    var matches = new ArrayList<Match>();
    for (var one : near.entrySet()) {
      // Media may be of tweets that were not indexed.
      var hit = searcher.tweet(one.getKey());
      if (hit.isPresent()) {
        tweets++;
        if (matches.size() < most) {
          var found = one.getValue();
          matches.add(new Match(hit.get(), found.distance, found.same, found.mirrored));
        }
      }
    }
    return new Found(image.getWidth(), image.getHeight(), sha256, hash, tweets, matches);
  }

  /// The tweets that come near, the nearest first.
  private Map<Long, Near> near(BufferedImage image, Optional<PictureHash> hash, String sha256) {
    var all = new LinkedHashMap<Long, Near>();
    var media = searcher.media();
    if (hash.isPresent()) {
      take(media.alike(hash.get(), PictureHash.ALIKE), false, sha256, all);
      var mirrored = PictureHash.of(mirrored(image));
      if (mirrored.isPresent()) {
        take(media.alike(mirrored.get(), PictureHash.ALIKE), true, sha256, all);
      }
    }
    media
        .ofContent(sha256)
        .ifPresent(entry -> {
          for (var tweet : media.tweetsLike(entry, 0)) {
            all.putIfAbsent(tweet, new Near(0, true, false));
          }
        });
    var ordered = new LinkedHashMap<Long, Near>();
    all.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Near>comparingByValue(
                    Comparator.comparingInt(Near::distance).thenComparing(n -> !n.same))
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private static void take(
      List<Alike> alike, boolean mirrored, String sha256, Map<Long, Near> all) {
    for (var one : alike) {
      if (one.entry().isOfTweet()) {
        var near = new Near(one.distance(), one.entry().facts().sha256().equals(sha256), mirrored);
        all.merge(
            Long.valueOf(one.entry().owner().id()),
            near,
            (a, b) -> b.distance < a.distance || (b.same && !a.same) ? b : a);
      }
    }
  }

  private static BufferedImage mirrored(BufferedImage image) {
    var w = image.getWidth();
    var h = image.getHeight();
    var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    var pen = out.createGraphics();
    pen.drawImage(image, w, 0, -w, h, null);
    pen.dispose();
    return out;
  }

  private static byte[] sha256(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
