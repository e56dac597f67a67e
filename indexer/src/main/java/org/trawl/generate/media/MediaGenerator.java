package org.trawl.generate.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.trawl.archive.ArchiveRows;
import org.trawl.archive.TweetArchive;
import org.trawl.tweet.Tweet;

/// Draws pictures for some tweets and accounts of a generated archive, and puts them into zips of
/// Twitter's layout. Some pictures are copies with changes, and a few files are what hostile hands
/// would put there.
///
/// @param pictures about how many, 1 or more
public record MediaGenerator(int pictures, long seed) {
  /// The note that marks a folder as one that may be replaced.
  private static final String NOTE = "README.txt";

  private static final String NOTE_TITLE = "Invented pictures, made by `trawl generate --media`.";

  private static final int A_ZIP = 400;
  private static final int PROFILES = 24;

  /// One in so many pictures is a copy of one of a few, and one in so many files is hostile.
  private static final int COPIES = 4;

  private static final int HOSTILE = 60;

  public MediaGenerator {
    if (pictures < 1) {
      throw new IllegalArgumentException("pictures must be 1 or more, got " + pictures);
    }
  }

  /// Where the pictures of a generated archive go: beside it, with `-media` behind its name.
  public static Path beside(Path archive) {
    var whole = archive.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + "-media");
  }

  /// A picture to be drawn.
  private record Wanted(String operation, String user, String tweet, String words) {}

  /// A file of a zip.
  private static final class Drawn {
    private final String name;
    private final byte[] content;

    Drawn(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }
  }

  /// Draws the pictures of an archive.
  ///
  /// @param archive a folder that `ArchiveGenerator` wrote
  /// @param tweets how many it has
  /// @param folder made if it is missing; else it must be empty or hold what this made before
  /// @param progress told how many pictures are drawn
  /// @return how many files were written into how many zips, as their paths
  /// @throws FileAlreadyExistsException if the folder holds anything else
  public List<Path> write(Path archive, long tweets, Path folder, LongConsumer progress)
      throws IOException {
    clear(folder);
    var wanted = wanted(archive, tweets);
    var zips = new ArrayList<Path>();
    var done = 0L;
    for (var operation : wanted.entrySet()) {
      var all = operation.getValue();
      for (var from = 0; from < all.size(); from += A_ZIP) {
        var part = all.subList(from, Math.min(all.size(), from + A_ZIP));
        var number = "%02d".formatted(from / A_ZIP + 1);
        var name = operation.getKey() + "_tweet_media_hashed_" + number + ".zip";
        zips.add(zip(folder.resolve(name), operation.getKey() + "_" + number, part, from == 0));
        done += part.size();
        progress.accept(done);
      }
    }
    var note = new StringBuilder(NOTE_TITLE).append("\n\nNothing on them is real.\n\n");
    zips.forEach(zip -> note.append("- ").append(zip.getFileName()).append('\n'));
    Files.writeString(folder.resolve(NOTE), note, StandardCharsets.UTF_8);
    return List.copyOf(zips);
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    var note = folder.resolve(NOTE);
    var ours = Files.exists(note) && Files.readString(note).startsWith(NOTE_TITLE);
    try (var files = Files.list(folder)) {
      if (!ours && files.findAny().isPresent()) {
        throw new FileAlreadyExistsException(
            folder.toString(), null, "holds files that trawl generate did not make");
      }
    }
    if (ours) {
      for (var line : Files.readString(note).lines().filter(l -> l.startsWith("- ")).toList()) {
        Files.deleteIfExists(folder.resolve(line.substring(2)));
      }
    }
  }

  /// The tweets that get a picture, by operation: originals, spread over all.
  private TreeMap<String, List<Wanted>> wanted(Path archive, long tweets) throws IOException {
    var every = Math.max(1, tweets / 2 / pictures);
    var wanted = new TreeMap<String, List<Wanted>>();
    for (var file : TweetArchive.open(List.of(archive), Optional.empty()).files()) {
      file.read(
          new ArchiveRows() {
            @Override
            public void tweet(Tweet tweet) {
              var chosen = Math.floorMod(mixed(tweet.id().value()), every) == 0;
              if (chosen && tweet.kind() != Tweet.Kind.RETWEET) {
                var one =
                    new Wanted(
                        file.operation(),
                        tweet.account().id(),
                        tweet.id().toString(),
                        tweet.content().text());
                wanted.computeIfAbsent(file.operation(), _ -> new ArrayList<>()).add(one);
              }
            }

            @Override
            public void account(Tweet.Account account) {
              // Those that tweet are met with their tweets.
            }

            @Override
            public void reject(String name, long line, String reason, String row) {
              throw new IllegalStateException("a generated row is refused: " + reason);
            }
          });
    }
    return wanted;
  }

  private long mixed(long id) {
    var x = (id ^ seed) * 0xBF58476D1CE4E5B9L;
    return x ^ x >>> 29;
  }

  private Path zip(Path file, String folder, List<Wanted> part, boolean first) throws IOException {
    var drawn = new Drawn[part.size()];
    IntStream.range(0, drawn.length).parallel().forEach(i -> drawn[i] = drawn(folder, part.get(i)));
    var all = new ArrayList<>(Arrays.asList(drawn));
    if (first) {
      part.stream()
          .map(Wanted::user)
          .distinct()
          .limit(PROFILES)
          .forEach(user -> all.addAll(profile(folder, user)));
    }
    // As releases have both.
    var stored = Math.floorMod(folder.hashCode(), 2) == 0;
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var one : all) {
        zip.putNextEntry(entry(one, stored));
        zip.write(one.content);
        zip.closeEntry();
      }
    }
    return file;
  }

  private static ZipEntry entry(Drawn file, boolean stored) {
    var entry = new ZipEntry(file.name);
    entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
    if (stored) {
      var crc = new CRC32();
      crc.update(file.content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(file.content.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }

  private Drawn drawn(String folder, Wanted one) {
    var draw = mixed(Long.parseLong(one.tweet)) >>> 8;
    var name = one.tweet + "-" + Long.toString(draw & 0xFFFFFFFFFL, 36);
    var path = folder + "/" + one.user + "/images/" + name;
    if (draw % HOSTILE == 0) {
      return hostile(path, draw);
    }
    if (draw % COPIES == 1) {
      var changes = PictureChange.values();
      var shared = Poster.of(seed + draw / COPIES % 9, "Wake up! Проснись! استيقظ");
      var change = (int) (draw / 64 % (changes.length + 2));
      var image = change < changes.length ? changes[change].of(shared) : shared;
      return new Drawn(path + ".jpg", PictureChange.jpeg(image, 0.85f));
    }
    var poster = Poster.of(draw, one.words);
    return switch ((int) (draw / 16 % 12)) {
      case 0 -> new Drawn(path + ".png", bytes(poster, "png"));
      case 1 -> new Drawn(path.replace("/images/", "/animated_gifs/") + ".gif", moving(draw));
      default -> new Drawn(path + ".jpg", PictureChange.jpeg(poster, 0.85f));
    };
  }

  private List<Drawn> profile(String folder, String user) {
    var path = folder + "/" + user + "/profile/" + user;
    var draw = mixed(user.hashCode());
    var face = Poster.of(draw, "");
    var side = Math.min(face.getWidth(), face.getHeight());
    var banner = Poster.of(draw + 1, "");
    return List.of(
        new Drawn(
            path + "_profile.jpg", PictureChange.jpeg(face.getSubimage(0, 0, side, side), 0.85f)),
        new Drawn(
            path + "_banner.jpg",
            PictureChange.jpeg(
                banner.getSubimage(0, 0, banner.getWidth(), banner.getHeight() / 2), 0.85f)));
  }

  /// What no browser and no decoder should be trusted with.
  private static Drawn hostile(String path, long draw) {
    return switch ((int) (draw / HOSTILE % 4)) {
      case 0 ->
          new Drawn(
              path + ".jpg",
              "<html><script>alert('a picture')</script>".getBytes(StandardCharsets.UTF_8));
      case 1 ->
          new Drawn(
              path + ".png",
              "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
                  .getBytes(StandardCharsets.UTF_8));
      case 2 -> {
        var whole = PictureChange.jpeg(Poster.of(draw, ""), 0.85f);
        yield new Drawn(path + ".jpg", Arrays.copyOf(whole, whole.length / 3));
      }
      default -> {
        var png = bytes(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
        // Says that it is of 60,000 × 60,000.
        for (var at : new int[] {18, 22}) {
          png[at] = (byte) 0xEA;
          png[at + 1] = 0x60;
        }
        yield new Drawn(path + ".png", png);
      }
    };
  }

  private static byte[] bytes(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A GIF of some pictures, which play one after the other.
  private static byte[] moving(long draw) {
    var random = new Random(draw);
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (var i = 0; i < 3; i++) {
        var frame = PictureChange.HALF.of(Poster.of(draw + (random.nextInt(3) == 0 ? 1 : 0), ""));
        writer.writeToSequence(new javax.imageio.IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
