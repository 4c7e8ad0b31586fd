package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.round.Deadline;
import dev.tocsin.runner.config.Spans;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns a probe into an observation. What the target did or failed to do is Failing; Unknown is
 * only what <em>we</em> could not do. May be used by several threads.
 *
 * <p>HTTP connections may be kept open and used again for as long as one prober lives: use a new
 * one for every round, so that a round also sees whether it can still connect.
 */
public final class Prober {

  private final HttpCheck http;
  private final TcpCheck tcp = new TcpCheck();

  /** A prober that compiles its own conditions. */
  public Prober() {
    this(new Conditions());
  }

  Prober(Conditions conditions) {
    this.http = new HttpCheck(new HttpClients(), conditions, tcp);
  }

  /**
   * All that is wrong with a probe, before it is ever used: a URL or a header that cannot be sent,
   * conditions that do not compile. Reads no file and touches no network.
   */
  public static List<String> problems(Probe probe) {
    if (!(probe instanceof Probe.Http asked)) {
      return List.of();
    }
    Stream<String> conditions = asked.expect().stream()
        .flatMap(text -> Condition.problem(text).map(p -> "'" + text + "': " + p).stream());
    return Stream.concat(HttpCheck.problems(asked), conditions).toList();
  }

  /** Looks, and is back when the probe's timeout or the deadline is over, whichever is first. */
  public Observation look(Probe probe, Deadline round) {
    return Secrets.of(probe).hiddenIn(seen(probe, round));
  }

  private Observation seen(Probe probe, Deadline round) {
    if (round.passed()) {
      return new Observation.Unknown(Cause.NO_TIME, "the round's time was over before its turn");
    }
    try {
      if (probe instanceof Probe.Http asked) {
        http.prepare(asked);
      }
      return look(probe, round, round.within(probe.timeout()));
    } catch (CannotLook e) {
      return e.observation();
    }
  }

  /**
   * Who was not given the time that he was promised has not failed. A tenth of it may be missing:
   * his timeout may be all the time that the round has for looking.
   */
  private Observation look(Probe probe, Deadline round, Deadline own) throws CannotLook {
    boolean cut = round.remaining().compareTo(probe.timeout().multipliedBy(9).dividedBy(10)) < 0;
    try {
      return check(probe, own);
    } catch (TimedOut e) {
      if (cut) {
        throw new CannotLook(Cause.NO_TIME, "the round's time was over " + e.getMessage());
      }
      return new Observation.Failing(
          "timed out after " + Spans.show(probe.timeout()) + " " + e.getMessage());
    }
  }

  private Observation check(Probe probe, Deadline deadline) throws CannotLook, TimedOut {
    if (probe instanceof Probe.Http asked) {
      return http.look(asked, deadline);
    }
    if (probe instanceof Probe.Tcp asked) {
      return tcp.look(asked, deadline);
    }
    return exec(((Probe.Exec) probe).argv(), deadline);
  }

  private static Observation exec(List<String> argv, Deadline deadline)
      throws CannotLook, TimedOut {
    Program.Ending ending = Program.run(argv, Map.of(), deadline);
    if (ending instanceof Program.NotStarted not) {
      throw new CannotLook(not.cause(), not.detail());
    }
    if (ending instanceof Program.Killed) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CannotLook(Cause.NO_TIME, "we were stopped while looking");
      }
      throw new TimedOut("while the program ran, which was killed");
    }
    Program.Exited exited = (Program.Exited) ending;
    return exited.code() == 0
        ? new Observation.Passing(exited.toString())
        : new Observation.Failing(exited.toString());
  }
}
