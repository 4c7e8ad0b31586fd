package dev.tocsin.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Setting ONE = Setting.of(
      List.of(Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("restart")))),
      INTERVAL);

  @Test
  void every_round_is_judged_where_two_come_at_once() {
    List<Event> events = List.of(new Event(Duration.ZERO, new Change.PerSlot(2)));
    List<Step> judged = new ArrayList<>();
    Simulation world = Simulation.of(ONE);
    world.play(events, INTERVAL.multipliedBy(3), history -> {
      judged.add(history.last().orElseThrow());
      return Optional.empty();
    });
    assertThat(judged).hasSizeGreaterThan(4).isEqualTo(world.history().inOrder());
  }

  @Test
  void a_round_by_hand_is_judged() {
    List<Event> events = List.of(new Event(Duration.ofMinutes(7), new Change.RoundNow()));
    List<Instant> judged = new ArrayList<>();
    Simulation.of(ONE).play(events, Duration.ofMinutes(8), history -> {
      judged.add(history.last().orElseThrow().at());
      return Optional.empty();
    });
    assertThat(judged).contains(ONE.start().plus(Duration.ofMinutes(7)));
  }

  @Test
  void what_was_found_ends_it() {
    Simulation world = Simulation.of(ONE);
    Optional<String> found = world.play(
        List.of(new Event(Duration.ZERO, new Change.PerSlot(2))),
        INTERVAL.multipliedBy(9),
        history -> Optional.of("enough").filter(f -> history.length() == 3));
    assertThat(found).contains("enough");
    assertThat(world.history().length()).isEqualTo(3);
  }

  @Test
  void the_eventful_steps_are_those_in_which_anything_happened_or_arrived() {
    Event sick = new Event(Duration.ofMinutes(12), new Change.Target("frigate", Health.SICK));
    History history = Simulation.play(ONE, List.of(sick), Duration.ofHours(2));
    List<Step> eventful = new ArrayList<>();
    history.eventful().forEach(eventful::add);
    assertThat(eventful)
        .hasSizeBetween(2, 5)
        .isEqualTo(history
            .steps()
            .filter(s ->
                !s.events().isEmpty() || !s.mails().isEmpty() || !s.restarts().isEmpty())
            .toList());
  }

  @Test
  void nothing_is_eventful_in_a_quiet_world() {
    assertThat(Simulation.play(ONE, List.of(), Duration.ofHours(2)).eventful()).isEmpty();
  }

  /** A month and a day of rounds; what is kept of a year is no more than of that. */
  @Test
  void a_long_history_forgets_its_beginning() {
    Event sick = new Event(Duration.ofMinutes(12), new Change.Target("frigate", Health.SICK));
    History history = Simulation.play(ONE, List.of(sick), Duration.ofDays(33));
    assertThat(history.length()).isBetween(8192, 9216);
    assertThat(history.eventful()).isEmpty();
    assertThat(history.last().orElseThrow().at())
        .isAfterOrEqualTo(ONE.start().plus(Duration.ofDays(33)).minus(INTERVAL));
  }
}
