package org.trawl.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest.End;
import org.trawl.index.Manifest.SourceFile;
import org.trawl.ingest.IndexStates.Base;

/// What a run has to do: from which checkpoint to go on, and which sources to read, in which order.
///
/// The rules:
///
/// - A file is known by its content (SHA-256), wherever it lies. One that is indexed is not read
///   again.
/// - Work that was cut short goes on only if each of its files is given again as it was; else it is
///   dropped, and work goes on from what is published.
/// - Tweets cannot be taken out of an index. So a file that was indexed and has changed, or is
///   given under another operation's name or with other media, is refused.
///
/// @param base empty: begin with an empty index
/// @param work to read, in this order; an unfinished file first
/// @param already indexed before
/// @param done whether all sources are published, so that nothing is to be done
record SourcePlan(
    Optional<Base> base,
    List<GivenSource> work,
    List<SourceFile> already,
    boolean done,
    List<String> notes) {
  SourcePlan {
    work = List.copyOf(work);
    already = List.copyOf(already);
    notes = List.copyOf(notes);
  }

  /// @param published what readers see; the base of last resort
  /// @param unpublished the newest checkpoint, if it is past the published one
  /// @throws IndexRefused if a source cannot be indexed into this folder
  /// @throws java.io.UncheckedIOException if a source cannot be read for its checksum
  static SourcePlan of(
      List<GivenSource> sources, Optional<Base> published, Optional<Base> unpublished)
      throws IndexRefused {
    var notes = new ArrayList<String>();
    var given = withoutRepeats(sources, notes);
    if (published.isPresent() && holds(published.get().checkpoint(), given)) {
      return new SourcePlan(published, List.of(), files(given, published.get()), true, notes);
    }
    var base = published;
    if (unpublished.isPresent()) {
      var dropped = lost(unpublished.get().checkpoint(), published, given);
      if (dropped.isEmpty()) {
        base = unpublished;
      } else {
        notes.add(
            "an earlier run that did not finish had begun "
                + names(dropped)
                + ", not among these sources as it was then; its work is dropped");
      }
    }
    var work = new ArrayList<GivenSource>();
    var already = new ArrayList<SourceFile>();
    if (base.isEmpty()) {
      return new SourcePlan(base, given, already, false, notes);
    }
    var from = base.get().checkpoint();
    refuseMissingRest(from, given);
    for (var source : given) {
      var known = from.withContent(source.file().sha256());
      if (known.isEmpty()) {
        refuseChanged(source, from);
        work.add(source);
      } else {
        refuseOtherwise(source, known.get());
        if (known.get().end() == End.UNFINISHED) {
          work.addFirst(source);
        } else {
          already.add(known.get());
        }
      }
    }
    return new SourcePlan(base, work, already, false, notes);
  }

  /// Of files with the same content, the first. Where no two have one size, checksums are not asked
  /// for, as they may still be at work.
  private static List<GivenSource> withoutRepeats(List<GivenSource> given, List<String> notes) {
    var sizes = given.stream().map(source -> source.seen().bytes()).collect(Collectors.toSet());
    if (sizes.size() == given.size()) {
      return given;
    }
    var first = new LinkedHashMap<String, GivenSource>();
    for (var source : given) {
      var other = first.putIfAbsent(source.file().sha256(), source);
      if (other != null && !other.file().path().equals(source.file().path())) {
        notes.add(
            source.file().path()
                + " has the same content as "
                + other.file().path()
                + " and is read once");
      }
    }
    return List.copyOf(first.values());
  }

  /// Whether a checkpoint has all of these files to their end.
  private static boolean holds(Checkpoint checkpoint, List<GivenSource> given) throws IndexRefused {
    for (var source : given) {
      var known = checkpoint.withContent(source.file().sha256());
      if (known.isEmpty() || known.get().end() == End.UNFINISHED) {
        return false;
      }
      refuseOtherwise(source, known.get());
    }
    return true;
  }

  private static List<SourceFile> files(List<GivenSource> given, Base base) {
    return given.stream()
        .flatMap(source -> base.checkpoint().withContent(source.file().sha256()).stream())
        .toList();
  }

  /// The files of unpublished work that are not given again as they were.
  private static List<SourceFile> lost(
      Checkpoint work, Optional<Base> published, List<GivenSource> given) {
    var lost = new ArrayList<SourceFile>();
    for (var file : work.sources()) {
      var again =
          given.stream()
              .map(GivenSource::file)
              .anyMatch(g ->
                  g.sha256().equals(file.sha256())
                      && g.operation().equals(file.operation())
                      && g.media().equals(file.media()));
      var isPublished =
          published
              .flatMap(base -> base.checkpoint().withContent(file.sha256()))
              .filter(p -> p.end() != End.UNFINISHED)
              .isPresent();
      if (!again && !isPublished) {
        lost.add(file);
      }
    }
    return lost;
  }

  private static String names(List<SourceFile> files) {
    return String.join(", ", files.stream().map(SourceFile::name).toList());
  }

  /// An index that holds a part of a file is only extended by finishing that file first.
  private static void refuseMissingRest(Checkpoint from, List<GivenSource> given)
      throws IndexRefused {
    var unfinished = from.unfinished();
    if (unfinished.isPresent()
        && given.stream().noneMatch(g -> g.file().sha256().equals(unfinished.get().sha256()))) {
      throw new IndexRefused(
          "the index holds only the beginning of "
              + unfinished.get().path()
              + ", as its indexing was stopped: give that file too, as it was, and its rest is"
              + " indexed first");
    }
  }

  private static void refuseChanged(GivenSource source, Checkpoint from) throws IndexRefused {
    for (var known : from.sources()) {
      if (known.path().equals(source.file().path())) {
        throw new IndexRefused(
            known.path()
                + " has changed since it was indexed (then "
                + known.bytes()
                + " bytes, SHA-256 "
                + known.sha256()
                + "; now "
                + source.file().bytes()
                + " bytes, "
                + source.file().sha256()
                + "). Tweets cannot be taken out of an index: build a new one into an empty"
                + " folder, or give the file as it was");
      }
    }
  }

  private static void refuseOtherwise(GivenSource source, SourceFile known) throws IndexRefused {
    var file = source.file();
    if (!file.operation().equals(known.operation())) {
      throw new IndexRefused(
          file.path()
              + " was indexed as operation "
              + known.operation()
              + ", not "
              + file.operation()
              + ". Leave that as it is with --operation "
              + known.operation()
              + ", or build a new index into an empty folder");
    }
    if (!file.media().isEmpty() && !file.media().equals(known.media())) {
      throw new IndexRefused(
          file.path()
              + " was indexed "
              + (known.media().isEmpty() ? "without media" : "with media from " + known.media())
              + ", not with "
              + file.media()
              + ". Media are joined when a tweet is indexed: build a new index into an empty"
              + " folder, or leave --media as it was");
    }
  }
}
