package org.trawl.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Looks at a server's memory now and then, on a thread of its own, as it answers others.
final class MemoryWatch implements AutoCloseable {
  private final TrawlServer server;
  private final Duration every;
  private final long started = System.nanoTime();
  private final List<Sample> samples = new CopyOnWriteArrayList<>();
  private final Thread thread;

  private MemoryWatch(TrawlServer server, Duration every) {
    this.server = server;
    this.every = every;
    thread = Thread.ofPlatform().name("memory-watch").daemon().unstarted(this::watch);
  }

  /// Memory at a time.
  ///
  /// @param seconds since the watch began
  /// @param heapBytes in use, garbage included
  /// @param residentBytes in memory, pages of the mapped index included
  /// @param ownBytes in memory and its own: heap, threads, code
  record Sample(double seconds, long heapBytes, long residentBytes, long ownBytes) {}

  static MemoryWatch start(TrawlServer server, Duration every)
      throws IOException, InterruptedException {
    var watch = new MemoryWatch(server, every);
    watch.look();
    watch.thread.start();
    return watch;
  }

  private void look() throws IOException, InterruptedException {
    var process = server.processMemory();
    samples.add(
        new Sample(
            (System.nanoTime() - started) / 1e9, server.heap(), process.resident(), process.own()));
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(every);
        look();
      } catch (IOException e) {
        // A server too busy to tell is asked again; what it refuses to clients is counted there.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// All looks so far, and one more.
  List<Sample> samples() throws IOException, InterruptedException {
    look();
    return List.copyOf(samples);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
