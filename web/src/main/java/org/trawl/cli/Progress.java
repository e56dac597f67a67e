package org.trawl.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows how long work goes on, on standard error: with a bar on a terminal, elsewhere with a line
/// every few seconds. Both tell the rate and the time left.
sealed interface Progress extends AutoCloseable {
  /// Shows the state of the work.
  ///
  /// @param done of `total`, in the unit given at the start
  /// @param note what is at hand, or empty
  void at(long done, long total, String note);

  @Override
  void close();

  /// Begins to show.
  ///
  /// @param unit what is counted
  static Progress of(String task, Unit unit) {
    // The launcher knows whether standard error is a terminal; Java does not.
    return Boolean.getBoolean("trawl.terminal")
        ? new Bar(task, unit)
        : new Lines(task, unit, System.err, Duration.ofSeconds(5));
  }

  /// What is counted.
  enum Unit {
    TWEETS(" tweets", 1),
    QUERIES(" queries", 1),
    PICTURES(" pictures", 1),
    MEGABYTES(" MB", 1_000_000);

    private final String label;
    private final long size;

    Unit(String label, long size) {
      this.label = label;
      this.size = size;
    }
  }

  /// For terminals.
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(String task, Unit unit) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setUnit(unit.label, unit.size)
              .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .showSpeed()
              .build();
    }

    @Override
    public void at(long done, long total, String note) {
      bar.maxHint(total);
      bar.stepTo(done);
      bar.setExtraMessage(note.isEmpty() ? "" : " " + note);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /// For files and pipes.
  final class Lines implements Progress {
    private final String task;
    private final Unit unit;
    private final PrintStream out;
    private final long every;
    private final long started = System.nanoTime();
    private long next;

    Lines(String task, Unit unit, PrintStream out, Duration every) {
      this.task = task;
      this.unit = unit;
      this.out = out;
      this.every = every.toNanos();
      next = started + this.every;
    }

    @Override
    public void at(long done, long total, String note) {
      var now = System.nanoTime();
      if (now < next || done <= 0) {
        return;
      }
      next = now + every;
      var seconds = (now - started) / 1e9;
      var rate = done / seconds;
      var left = Duration.ofSeconds((long) Math.ceil((total - done) / rate));
      out.printf(
          Locale.ROOT,
          "%s: %d%% done, %s of %s%s at %s%s a second, %d:%02d left%s%n",
          task,
          done * 100 / Math.max(1, total),
          number((double) done),
          number((double) total),
          unit.label,
          number(rate),
          unit.label,
          left.toMinutes(),
          left.toSecondsPart(),
          note.isEmpty() ? "" : " (" + note + ")");
    }

    /// In the unit's size; below ten of them with a digit behind the point, so that 0.3 is not 0.
    private String number(double count) {
      var units = count / unit.size;
      var exact = unit.size == 1 && units == Math.rint(units);
      return String.format(Locale.ROOT, units < 10 && !exact ? "%.1f" : "%,.0f", units);
    }

    @Override
    public void close() {}
  }
}
