package dev.tocsin.runner;

import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.RoundReport.Ending;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import dev.tocsin.runner.Kit.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One round for each part of the ledger, one after the other, over one look at all targets and
 * within the time of one round.
 */
final class Rounds {

  /** For a mail server that takes its time; less would make it look dead to all that follow. */
  private static final Duration ENOUGH = Duration.ofSeconds(30);

  private static final String TOO_LATE =
      "no time was left for some of the targets: their part of the ledger was not written";

  private final Duration interval;
  private final List<Begun> parts;
  private final Time time;

  private Rounds(Duration interval, List<Begun> parts, Time time) {
    this.interval = interval;
    this.parts = parts;
    this.time = time;
  }

  /** Reads all parts of the ledger, within the time that a round has for looking. */
  static Rounds begin(Kit kit, Duration interval) {
    return begin(kit, kit.parts(), interval);
  }

  /** The same with some parts of the kit's, at least one. */
  static Rounds begin(Kit kit, List<Part> some, Duration interval) {
    Deadline deadline = Deadline.in(Round.lookDeadline(interval), kit.time());
    List<Begun> parts = new ArrayList<>();
    for (Part part : some) {
      boolean late = !parts.isEmpty() && deadline.passed();
      parts.add(late ? Begun.tooLate(part) : Begun.of(part));
    }
    boolean none = parts.stream().allMatch(Begun::isUnusable);
    return new Rounds(interval, none ? forOneReason(parts) : parts, kit.time());
  }

  /** Where no part can be read it is for one reason, and to say it once is enough. */
  private static List<Begun> forOneReason(List<Begun> parts) {
    return parts.stream()
        .map(part -> new Begun(part.part(), parts.get(0).read()))
        .toList();
  }

  List<Begun> parts() {
    return parts;
  }

  /** The clocks, as they were known when the ledger had been read. */
  Time time() {
    return time;
  }

  /** The earliest round that counts for every part. */
  Instant nextAt() {
    Instant now = time.now();
    return parts.stream()
        .map(part -> part.nextAt(now, interval))
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  /**
   * Does them. What is left after the look is shared: slow mail of one part must not cost another
   * its repair. Where there is no time for all, it must not be the same parts in every round: a
   * part that begins has time enough to tell.
   *
   * @return a report of each
   */
  List<RoundReport> run(Observer observer, Effects effects, StopSignal stop) {
    Deadline end = Deadline.in(Round.deadline(interval), time);
    OneLook look = look(observer);
    if (parts.stream().anyMatch(part -> part.found().isPresent())) {
      look.begin(Deadline.in(Round.lookDeadline(interval), time));
    }
    List<Begun> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled);
    List<RoundReport> reports = new ArrayList<>();
    for (Begun part : shuffled) {
      boolean late = !reports.isEmpty() && end.passed();
      int left = shuffled.size() - reports.size();
      Duration share = end.remaining().dividedBy(left);
      reports.add(
          late
              ? tooLate()
              : round(part, look.share(), effects, time, stop).run(end.within(atLeast(share))));
    }
    return reports;
  }

  private static Duration atLeast(Duration share) {
    return share.compareTo(ENOUGH) < 0 ? ENOUGH : share;
  }

  /** Plans them as they would be then, and neither writes nor does anything. */
  List<RoundReport> rehearse(Observer observer, Instant at) {
    Time then = new Ahead(time, Duration.between(time.now(), at));
    OneLook look = look(observer);
    return parts.stream()
        .map(part ->
            round(part, look.share(), new NoEffects(), then, StopSignal.NEVER).rehearse())
        .toList();
  }

  private static Round round(
      Begun begun, Observer observer, Effects effects, Time time, StopSignal stop) {
    return new Round(begun.store(), observer, effects, begun.part().planner(), time, stop);
  }

  /** At nobody whose memory could not be read: there is no round for him. */
  private OneLook look(Observer observer) {
    List<Target> targets = parts.stream()
        .filter(part -> part.found().isPresent())
        .flatMap(part -> part.part().planner().targets().stream())
        .toList();
    List<Whole.Remembered> remembered =
        parts.stream().flatMap(part -> part.remembered().stream()).toList();
    return new OneLook(observer, targets, Whole.ledger(remembered));
  }

  private static RoundReport tooLate() {
    return new RoundReport(
        Ending.NO_LEDGER,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        List.of(TOO_LATE),
        List.of());
  }
}
