package dev.tocsin.runner.simulate;

import dev.tocsin.incident.Notice;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One time in which a target was truly down, from round to round.
 *
 * @param target which
 * @param from the first round that could see it
 * @param told when the first mail arrived that says so; absent: nobody was told
 * @param until the first round that could see it up again; absent: it never was
 * @param known whether somebody was told of an earlier one, and of no end since: a relapse
 * @param rounds how many saw it down
 */
record Outage(
    String target,
    Instant from,
    Optional<Instant> told,
    Optional<Instant> until,
    boolean known,
    int rounds) {

  /** What is over sooner nobody need be told of. */
  private static final int ROUNDS_OF_A_BLIP = 2;

  /** All of a history, target by target. */
  static List<Outage> of(History history) {
    List<Outage> all = new ArrayList<>();
    List<String> targets =
        history.setting().workloads().stream().map(w -> w.name()).toList();
    for (int i = 0; i < targets.size(); i++) {
      of(history.inOrder(), targets.get(i), i, all);
    }
    return all;
  }

  private static void of(List<Step> steps, String target, int index, List<Outage> all) {
    Optional<Outage> open = Optional.empty();
    boolean known = false;
    for (Step step : steps) {
      boolean down = step.truth(index).down();
      if (open.isEmpty() && down) {
        open = Optional.of(
            new Outage(target, step.at(), Optional.empty(), Optional.empty(), known, 0));
      }
      open = open.map(outage -> outage.seen(step, down));
      if (open.isPresent() && !down) {
        all.add(open.get());
        open = Optional.empty();
      }
      known = step.lastTold(target).map(Notice.Kind.ALERT::equals).orElse(known);
    }
    open.ifPresent(all::add);
  }

  private Outage seen(Step step, boolean down) {
    Optional<Instant> alert = step.mails().stream()
        .filter(m -> m.kind() == Notice.Kind.ALERT && m.about().contains(target))
        .map(Mail::at)
        .findFirst();
    return new Outage(
        target,
        from,
        told.or(() -> alert),
        down ? Optional.empty() : Optional.of(step.at()),
        known,
        down ? rounds + 1 : rounds);
  }

  /** Long enough to be told of, no relapse, and nobody was told. */
  boolean untold() {
    return told.isEmpty() && !known && rounds > ROUNDS_OF_A_BLIP;
  }

  Optional<Duration> untilTold() {
    return told.map(at -> Duration.between(from, at));
  }

  Optional<Duration> untilUp() {
    return until.map(at -> Duration.between(from, at));
  }
}
