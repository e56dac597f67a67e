package org.trawl.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that ask one question after the other, all at once, each in an order of its own.
///
/// @param seconds until the last question is asked
record Load(int clients, double seconds) {
  /// Asks one question and waits for the whole answer.
  interface Asker {
    void ask(int question) throws Exception;
  }

  /// What came of it.
  ///
  /// @param searches answered, errors left out
  /// @param errors by what they said
  /// @param times of the searches that were answered
  record Result(long searches, double perSecond, Map<String, Long> errors, Spread times) {
    Result {
      errors = Map.copyOf(errors);
    }
  }

  private record Client(List<Long> nanos, Map<String, Long> errors) {}

  /// Runs all clients to their end.
  ///
  /// @param questions how many there are; asked by their number, from 0
  Result run(int questions, Asker asker) throws InterruptedException {
    var started = System.nanoTime();
    var end = started + (long) (seconds * 1e9);
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var running = new ArrayList<Future<Client>>();
      for (var client = 0; client < clients; client++) {
        var random = new Random(client);
        running.add(threads.submit(() -> client(questions, asker, end, random)));
      }
      var nanos = new ArrayList<Long>();
      var errors = new HashMap<String, Long>();
      for (var client : running) {
        nanos.addAll(client.get().nanos);
        client.get().errors.forEach((error, count) -> errors.merge(error, count, Long::sum));
      }
      var took = (System.nanoTime() - started) / 1e9;
      return new Result(nanos.size(), nanos.size() / took, errors, Spread.of(nanos));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client ended", e.getCause());
    }
  }

  private static Client client(int questions, Asker asker, long end, Random random)
      throws InterruptedException {
    var client = new Client(new ArrayList<>(), new HashMap<>());
    do {
      var question = random.nextInt(questions);
      var asked = System.nanoTime();
      try {
        asker.ask(question);
        client.nanos.add(System.nanoTime() - asked);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        client.errors.merge(String.valueOf(e.getMessage()), 1L, Long::sum);
      }
    } while (System.nanoTime() < end);
    return client;
  }
}
