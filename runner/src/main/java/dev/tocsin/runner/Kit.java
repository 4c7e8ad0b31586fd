package dev.tocsin.runner;

import dev.tocsin.incident.Planner;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import java.io.PrintStream;
import java.util.List;

/** What the rounds of one command are made with. Close it when they are over. */
public interface Kit extends AutoCloseable {

  /** The parts of the ledger, at least one. */
  List<Part> parts();

  /** What looks at the targets. */
  Observer observer();

  /**
   * What tells and repairs.
   *
   * @param told where notices are printed if no mail is configured
   */
  Effects effects(PrintStream told);

  /**
   * The clocks, as they are known now. In a cluster the API server has the time, and its answers
   * say it: so read the ledger before you ask for it.
   */
  Time time();

  /**
   * Writes down in the cluster what a round decided, after it.
   *
   * @param deadline when to be back, done or not
   * @return what was in the way, one line each
   */
  List<String> publish(RoundReport report, Deadline deadline);

  /**
   * Looks at what a round needs, but for the ledger itself: that is for whoever has its parts.
   * Changes nothing.
   *
   * @param deadline when to be back; what is not known by then is wrong
   */
  Examination examine(Deadline deadline);

  @Override
  void close();

  /**
   * A part of the ledger, which is a ledger of its own.
   *
   * @param store where it is kept
   * @param planner plans for the targets that it remembers
   */
  record Part(IncidentStore store, Planner planner) {

    boolean remembers(String target) {
      return planner.targets().stream().anyMatch(t -> t.name().equals(target));
    }
  }
}
