package dev.tocsin.simulation.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FailureSequencesProperties {

  private static final Setting HOME = Setting.of(
      List.of(
          Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("restart"))),
          Target.of("mqtt", Policy.DEFAULT)),
      Duration.ofMinutes(5));

  @Property(tries = 500, edgeCases = EdgeCasesMode.FIRST)
  void no_sequence_breaks_what_must_always_hold(@ForAll("failures") List<Event> events) {
    assertThat(Simulation.of(HOME)
            .play(
                events,
                FailureSequences.length(HOME, events),
                history -> Violation.first(Invariants.ALL, history)))
        .as("%s", events)
        .isEmpty();
  }

  @Property(tries = 200)
  void events_are_in_the_order_of_time(@ForAll("failures") List<Event> events) {
    assertThat(events).extracting(Event::at).isSorted();
    assertThat(events).hasSizeLessThanOrEqualTo(30);
  }

  @Provide
  Arbitrary<List<Event>> failures() {
    return FailureSequences.of(HOME, 30);
  }
}
