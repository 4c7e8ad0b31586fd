package dev.tocsin.runner.simulate;

import dev.tocsin.round.Time;
import dev.tocsin.runner.report.Screen;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How far a search is, in one line that is written anew; nothing where there is no terminal. */
final class ProgressBar {

  private static final long EVERY = Duration.ofMillis(200).toNanos();
  private static final int CELLS = 20;

  private final PrintStream err;
  private final boolean terminal;
  private final Time time;
  private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);

  ProgressBar(PrintStream err, Screen screen, Time time) {
    this.err = err;
    this.terminal = screen.columns().isPresent();
    this.time = time;
  }

  /** From several threads. */
  void at(String what, double part, long histories, long rounds) {
    long now = time.nanos();
    long due = next.get();
    if (!terminal || now < due || !next.compareAndSet(due, now + EVERY)) {
      return;
    }
    int full = (int) Math.min(CELLS, Math.max(0, part * CELLS));
    err.printf(
        Locale.ROOT,
        "\r[%s%s] %s: %,d histories, %,d rounds ",
        "#".repeat(full),
        " ".repeat(CELLS - full),
        what,
        histories,
        rounds);
    err.flush();
  }

  /** The line is given back. */
  void end() {
    if (terminal && next.get() != Long.MIN_VALUE) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
