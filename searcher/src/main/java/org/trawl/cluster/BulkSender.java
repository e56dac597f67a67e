package org.trawl.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.trawl.search.Deadline;
import tools.jackson.databind.JsonNode;

/// Sends documents in bulk. Each is *made*, never replaced, so that one that is sent again after a
/// lost answer changes nothing: replacing would leave a deleted one behind.
///
/// Not thread-safe; requests are on their way while the next is written.
final class BulkSender implements AutoCloseable {
  private static final int BYTES = 4 << 20;
  private static final int AT_ONCE = 2;

  /// How long one request is tried, with nodes lost and found again meanwhile.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ClusterClient client;
  private final String path;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<?>> sent = new ArrayDeque<>();
  private ByteArrayOutputStream batch = new ByteArrayOutputStream(BYTES + (64 << 10));
  private final List<Integer> ends = new ArrayList<>();

  BulkSender(ClusterClient client, String index) {
    this.client = client;
    path = "/" + index + "/_bulk?filter_path=errors,items.create.status,items.create.error";
  }

  /// Writes one document in the form of a bulk request.
  interface DocumentWriter {
    void write(OutputStream out) throws IOException;
  }

  void send(DocumentWriter document) throws IOException {
    document.write(batch);
    ends.add(batch.size());
    if (batch.size() >= BYTES) {
      flush();
    }
  }

  /// Sends what is left, and waits until all is there.
  void finish() throws IOException {
    flush();
    while (!sent.isEmpty()) {
      await(sent.remove());
    }
  }

  private void flush() throws IOException {
    if (ends.isEmpty()) {
      return;
    }
    while (sent.size() >= AT_ONCE) {
      await(sent.remove());
    }
    var bytes = batch.toByteArray();
    var documents = List.copyOf(ends);
    sent.add(
        threads.submit(() -> {
          deliver(bytes, documents);
          return true;
        }));
    batch = new ByteArrayOutputStream(BYTES + (64 << 10));
    ends.clear();
  }

  private static void await(Future<?> request) throws IOException {
    try {
      request.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while tweets were sent");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /// @param ends where each document ends in the bytes
  private void deliver(byte[] bytes, List<Integer> ends) throws IOException {
    var deadline = Deadline.in(PATIENCE);
    var body = bytes;
    var documents = ends;
    while (true) {
      var answer = post(body, deadline);
      if (!answer.path("errors").asBoolean()) {
        return;
      }
      var again = new ByteArrayOutputStream();
      var againEnds = new ArrayList<Integer>();
      var items = answer.path("items");
      if (items.size() != documents.size()) {
        throw new IOException("the cluster answered for other documents than were sent");
      }
      JsonNode busy = null;
      for (int i = 0; i < items.size(); i++) {
        var item = items.get(i).path("create");
        if (isToSend(item)) {
          busy = item;
          int from = i == 0 ? 0 : documents.get(i - 1);
          again.write(body, from, documents.get(i) - from);
          againEnds.add(again.size());
        }
      }
      if (busy == null) {
        return;
      }
      if (deadline.left().compareTo(PAUSE) <= 0) {
        throw stopped(ClusterRefusal.of(429, busy));
      }
      ClusterClient.sleep(PAUSE);
      body = again.toByteArray();
      documents = againEnds;
    }
  }

  private JsonNode post(byte[] body, Deadline deadline) throws IOException {
    try {
      return client.post(path, body, deadline);
    } catch (ClusterRefusal e) {
      throw stopped(e);
    }
  }

  /// Whether a document is not there yet and may be taken when it is sent again.
  private static boolean isToSend(JsonNode item) throws IOException {
    int status = item.path("status").asInt();
    if (status == 201 || status == 409) {
      return false; // 409: it is there already.
    }
    var refusal = ClusterRefusal.of(status, item);
    if (refusal.isPassing()) {
      return true;
    }
    throw stopped(refusal);
  }

  private static IOException stopped(ClusterRefusal refusal) {
    var why = String.valueOf(refusal.getMessage());
    return new IOException(
        refusal.isBlocked()
            ? "the cluster takes no more: "
                + why
                + ". If a disk is full, make room on it; then run the same command again, it goes"
                + " on where it was"
            : "the cluster refuses a tweet: " + why,
        refusal);
  }

  /// Gives up what is on its way.
  @Override
  public void close() {
    sent.forEach(request -> request.cancel(true));
    threads.shutdownNow();
  }
}
