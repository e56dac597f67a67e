package org.trawl.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.trawl.search.Deadline;
import org.trawl.search.EngineUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the nodes of a cluster over HTTP: a call goes to any of them, and to the next where
/// one does not answer, until its time is over.
///
/// Thread-safe.
final class ClusterClient implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /// When to ask again whoever cannot be answered now.
  static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private static final Duration CONNECT = Duration.ofSeconds(3);

  /// Between two tries of one call, at first; it doubles up to sixteen times this.
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final int DOUBLINGS = 4;

  private final ClusterAddress address;
  private final ClusterAccess access;
  private final HttpClient http;
  private final AtomicInteger next = new AtomicInteger();

  ClusterClient(ClusterAddress address, ClusterAccess access) {
    this.address = address;
    this.access = access;
    var builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    access.tls().ifPresent(builder::sslContext);
    http = builder.build();
  }

  ClusterAddress address() {
    return address;
  }

  /// Asks what changes nothing; asked again, by another node, where one fails.
  ///
  /// @throws ClusterRefusal if the cluster answers with an error that asking again does not change
  /// @throws EngineUnavailable if nobody answers until the deadline
  JsonNode get(String path, Deadline deadline) throws IOException {
    return patient("GET", path, null, deadline);
  }

  /// The same with a body, such as a search.
  JsonNode post(String path, JsonNode body, Deadline deadline) throws IOException {
    return patient("POST", path, body.toString().getBytes(UTF_8), deadline);
  }

  /// The same with a body that is written already.
  JsonNode post(String path, byte[] body, Deadline deadline) throws IOException {
    return patient("POST", path, body, deadline);
  }

  /// Calls once: what is asked for changes something, and who asks sees to what became of it.
  JsonNode once(String method, String path, @Nullable JsonNode body, Duration most)
      throws IOException {
    return send(method, path, body == null ? null : body.toString().getBytes(UTF_8), most);
  }

  private JsonNode patient(String method, String path, byte @Nullable [] body, Deadline deadline)
      throws IOException {
    for (var tries = 0; ; tries++) {
      IOException failure;
      try {
        return send(method, path, body, least(deadline.left()));
      } catch (ClusterRefusal e) {
        if (!e.isPassing()) {
          throw e;
        }
        failure = e;
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failure = e;
      }
      var pause = PAUSE.multipliedBy(1L << Math.min(tries, DOUBLINGS));
      if (deadline.left().compareTo(pause) <= 0) {
        throw unavailable(failure);
      }
      sleep(pause);
    }
  }

  EngineUnavailable unavailable(IOException failure) {
    var reason =
        switch (failure) {
          case ClusterRefusal e -> "the cluster cannot answer now: " + e.getMessage();
          case HttpTimeoutException _ -> "the cluster did not answer in time";
          default -> "no node of the cluster answers at " + String.join(", ", address.nodes());
        };
    return new EngineUnavailable(reason, RETRY_AFTER, failure);
  }

  static void sleep(Duration pause) throws InterruptedIOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while the cluster was asked");
  }

  /// A time-out must be some time.
  private static Duration least(Duration left) {
    var millisecond = Duration.ofMillis(1);
    return left.compareTo(millisecond) < 0 ? millisecond : left;
  }

  private JsonNode send(String method, String path, byte @Nullable [] body, Duration most)
      throws IOException {
    var nodes = address.nodes();
    var node = nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
    var day = Duration.ofDays(1);
    var request =
        HttpRequest.newBuilder(URI.create(access.scheme() + "://" + node + path))
            .timeout(most.compareTo(day) < 0 ? most : day)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body != null) {
      request.header(
          "Content-Type",
          path.contains("_bulk") || path.contains("_msearch")
              ? "application/x-ndjson"
              : "application/json");
    }
    access.authorization().ifPresent(header -> request.header("Authorization", header));
    HttpResponse<byte[]> response;
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw interrupted();
    }
    var answer = read(response);
    if (response.statusCode() >= 400) {
      throw ClusterRefusal.of(response.statusCode(), answer);
    }
    return answer;
  }

  private static JsonNode read(HttpResponse<byte[]> response) throws IOException {
    try {
      return JSON.readTree(response.body());
    } catch (JacksonException e) {
      if (response.statusCode() >= 400) {
        // A proxy's page, or nothing.
        return JSON.createObjectNode();
      }
      throw new IOException("the cluster's answer is no JSON: is something else there?", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
