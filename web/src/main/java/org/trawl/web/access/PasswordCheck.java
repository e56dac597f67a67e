package org.trawl.web.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Checks passwords, which takes a good part of a second each, without letting those who guess take
/// that time from those who know: one at a time, few wait, and who was wrong often waits before the
/// next one is looked at. Thread-safe.
public final class PasswordCheck {
  /// Wrong passwords of one client, at once and then each minute.
  public static final int WRONG_PER_MINUTE = 10;

  private static final int MAY_WAIT = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore slots = new Semaphore(1 + MAY_WAIT);
  private final Semaphore turn = new Semaphore(1, true);
  private final RateLimit wrong = new RateLimit(WRONG_PER_MINUTE);

  /// What is to be answered.
  public sealed interface Answer {
    Answer WRONG = new Wrong();

    record Right() implements Answer {}

    record Wrong() implements Answer {}

    /// Not checked.
    ///
    /// @param status of HTTP
    record Later(int status, int seconds) implements Answer {}
  }

  /// Checks what a client sends.
  ///
  /// @param authorization the header of this name
  /// @param client what stands for it
  public Answer check(Credentials credentials, String authorization, String client) {
    if (credentials.remembers(authorization)) {
      return new Answer.Right();
    }
    int seconds = wrong.wait(client, System.nanoTime());
    if (seconds > 0) {
      return new Answer.Later(429, seconds);
    }
    if (!slots.tryAcquire()) {
      return new Answer.Later(503, 1);
    }
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Answer.Later(503, 1);
      }
      try {
        return inTurn(credentials, authorization, client);
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Later(503, 1);
    } finally {
      slots.release();
    }
  }

  /// While it waited for its turn, others of the same client may have been wrong.
  private Answer inTurn(Credentials credentials, String authorization, String client) {
    int seconds = wrong.wait(client, System.nanoTime());
    if (seconds > 0) {
      return new Answer.Later(429, seconds);
    }
    if (credentials.knows(authorization)) {
      return new Answer.Right();
    }
    wrong.take(client, System.nanoTime());
    return Answer.WRONG;
  }
}
