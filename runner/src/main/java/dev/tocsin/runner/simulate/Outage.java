package dev.tocsin.runner.simulate;

import dev.tocsin.incident.Notice;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.Truth;
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
 */
record Outage(String target, Instant from, Optional<Instant> told, Optional<Instant> until) {

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
    for (Step step : steps) {
      Truth truth = step.truth(index);
      if (open.isEmpty() && truth.down()) {
        open = Optional.of(new Outage(target, step.at(), Optional.empty(), Optional.empty()));
      }
      open = open.map(outage -> outage.toldBy(step));
      if (open.isPresent() && !truth.down()) {
        all.add(open.get().over(step.at()));
        open = Optional.empty();
      }
    }
    open.ifPresent(all::add);
  }

  private Outage toldBy(Step step) {
    Optional<Instant> alert = step.mails().stream()
        .filter(m -> m.kind() == Notice.Kind.ALERT && m.about().contains(target))
        .map(Mail::at)
        .findFirst();
    return told.isPresent() || alert.isEmpty() ? this : new Outage(target, from, alert, until);
  }

  private Outage over(Instant end) {
    return new Outage(target, from, told, Optional.of(end));
  }

  Optional<Duration> untilTold() {
    return told.map(at -> Duration.between(from, at));
  }

  Optional<Duration> untilUp() {
    return until.map(at -> Duration.between(from, at));
  }
}
