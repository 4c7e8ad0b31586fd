package dev.tocsin.simulation;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A virtual world: plays turns against the rules and keeps what the outside saw.
 *
 * @param rules under test
 * @param targets in the order in which a turn sees them
 * @param interval the schedule
 * @param witness whether the world remembers our deeds when the ledger does not
 */
record World(Rules rules, List<Target> targets, Duration interval, Witness witness) {

  /** Whether the watched world remembers what we did, as a cluster does. */
  enum Witness {
    REMEMBERS,
    FORGETS
  }

  private static final Duration BACK = Duration.ofHours(2);
  private static final Duration AHEAD = Duration.ofDays(2);

  Stage play(Stage stage, List<Turn> turns) {
    Stage now = stage;
    for (Turn turn : turns) {
      now = play(now, turn);
    }
    return now;
  }

  Stage play(Stage stage, Turn turn) {
    Duration skew = turn.mishap() == Mishap.CLOCK_BACK ? stage.skew().minus(BACK) : stage.skew();
    Instant truth = stage.truth().plus(span(turn.mishap()));
    Instant clock = truth.plus(turn.mishap() == Mishap.CLOCK_AHEAD ? skew.plus(AHEAD) : skew);
    return stage.after(new Playing(stage, turn, truth, clock).step(), skew);
  }

  private Duration span(Mishap mishap) {
    return switch (mishap) {
      case SOON -> interval.dividedBy(10);
      case GAP -> interval.multipliedBy(5);
      default -> interval;
    };
  }

  /** One turn in the making. */
  private final class Playing {
    private final Stage stage;
    private final Turn turn;
    private final Instant truth;
    private final Instant clock;
    private final Map<String, Sighting> sightings;
    private final List<Plan> plans = new ArrayList<>(1);
    private final List<Step.Delivery> deliveries = new ArrayList<>(1);
    private final List<Step.Effect> effects = new ArrayList<>(1);

    Playing(Stage stage, Turn turn, Instant truth, Instant clock) {
      this.stage = stage;
      this.turn = turn;
      this.truth = truth;
      this.clock = clock;
      this.sightings = sightings();
    }

    Step step() {
      Ledger before = remembered();
      Ledger after = round(before);
      return new Step(turn, truth, clock, sightings, before, plans, deliveries, effects, after);
    }

    private Ledger remembered() {
      return switch (turn.mishap()) {
        case LEDGER_LOST -> Ledger.EMPTY;
        case LEDGER_DAMAGED -> Ledger.damaged();
        case PAUSED -> paused();
        default -> stage.ledger();
      };
    }

    private Ledger paused() {
      Ledger ledger = stage.ledger();
      for (Target target : targets) {
        Instant until = clock.plus(interval.multipliedBy(3));
        ledger = ledger.paused(target.name(), Optional.of(until));
      }
      return ledger;
    }

    private Ledger round(Ledger before) {
      Plan plan = plan(before);
      if (turn.mishap() == Mishap.KILLED_BEFORE) {
        return plan.next();
      }
      Map<String, Outcome> outcomes = perform(plan);
      if (turn.mishap() == Mishap.KILLED_AFTER) {
        return plan.next();
      }
      Ledger saved = plan.next();
      if (turn.mishap() == Mishap.OVERLAPPED) {
        Plan second = plan(saved);
        saved = rules.settle(second.next(), perform(second), clock);
      }
      return rules.settle(saved, outcomes, clock);
    }

    private Plan plan(Ledger before) {
      Plan plan = rules.plan(before, sightings, clock);
      plans.add(plan);
      return plan;
    }

    private Map<String, Sighting> sightings() {
      Map<String, Sighting> seen = new HashMap<>();
      for (int i = 0; i < targets.size(); i++) {
        String name = targets.get(i).name();
        Sighting sighting = turn.see(i).sighting();
        seen.put(
            name, new Sighting(sighting.observation(), sighting.preconditions(), witness(name)));
      }
      return seen;
    }

    private Sighting.Witness witness(String name) {
      boolean seen = turn.see(index(name)) != See.UNKNOWN;
      if (witness == Witness.FORGETS || !seen) {
        return Sighting.Witness.NONE;
      }
      List<Sighting.PastAttempt> past = stage
          .steps()
          .flatMap(step -> step.effects().stream())
          .filter(e -> e.attempt().target().equals(name))
          .map(e -> new Sighting.PastAttempt(e.attempt().key(), e.truth().plus(stage.skew())))
          .toList();
      return new Sighting.Witness(past, told(name).map(this::pastAlert));
    }

    private int index(String name) {
      return targets.stream().map(Target::name).toList().indexOf(name);
    }

    private Sighting.PastAlert pastAlert(IncidentId incident) {
      boolean gaveUp = stage
          .steps()
          .flatMap(step -> step.deliveries().stream())
          .filter(d -> d.notice().kind() == Notice.Kind.GAVE_UP)
          .flatMap(d -> d.notice().members().stream())
          .anyMatch(m -> m.about().equals(incident));
      return new Sighting.PastAlert(incident, gaveUp ? Telling.TOLD : Telling.NOT_DUE);
    }

    /** The newest incident of which somebody was told, unless its recovery was told too. */
    private Optional<IncidentId> told(String name) {
      Set<IncidentId> over = Seen.about(deliveries(), Notice.Kind.RECOVERY);
      return Seen.about(deliveries(), Notice.Kind.ALERT).stream()
          .filter(id -> id.target().equals(name))
          .max(Comparator.comparing(IncidentId::openedAt))
          .filter(id -> !over.contains(id));
    }

    private Stream<Step.Delivery> deliveries() {
      return stage.steps().flatMap(step -> step.deliveries().stream());
    }

    private Map<String, Outcome> perform(Plan plan) {
      Map<String, Outcome> outcomes = new HashMap<>();
      for (Notice notice : plan.notices()) {
        if (turn.mail().applied()) {
          deliveries.add(new Step.Delivery(notice, truth));
        }
        outcomes.put(notice.key(), turn.mail().outcome());
      }
      for (Act act : plan.acts()) {
        outcomes.put(act.attempt().key(), act(act));
      }
      return outcomes;
    }

    private Outcome act(Act act) {
      if (act.mode() == Act.Mode.PERFORM) {
        return repair(act.attempt());
      }
      if (turn.repair().outcome() instanceof Outcome.Unclear unclear) {
        return unclear;
      }
      boolean found =
          effects().anyMatch(e -> e.attempt().key().equals(act.attempt().key()));
      if (found) {
        return new Outcome.Done("found");
      }
      return act.mode() == Act.Mode.RESUME
          ? repair(act.attempt())
          : new Outcome.NotDone("not found");
    }

    private Stream<Step.Effect> effects() {
      return Stream.concat(
          effects.stream(), stage.steps().flatMap(step -> step.effects().stream()));
    }

    private Outcome repair(Attempt attempt) {
      if (turn.mishap() == Mishap.NODE_FLIPS) {
        return new Outcome.NotDone("right before acting: node n1 is NOT_MET");
      }
      if (turn.repair().applied()) {
        effects.add(new Step.Effect(attempt, truth));
      }
      return turn.repair().outcome();
    }
  }
}
