package dev.tocsin.examples.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.simulation.kit.FailureSequences;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.UserRules;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.search.Fault;
import dev.tocsin.simulation.search.Judge;
import dev.tocsin.simulation.search.Shrinker;
import dev.tocsin.simulation.search.Shrinker.Shrunk;
import dev.tocsin.simulation.search.Storm;
import dev.tocsin.simulation.world.Event;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HomeCheckerProperties {

  private static final Invariant MAILS = UserRules.read("at most 1 mails per 10m");
  private static final Invariant NODE = UserRules.read("no restart while its node is down");

  /** What it does right: jqwik draws failures, and would shrink what breaks it. */
  @Property(tries = 300)
  void it_never_mails_twice_in_a_row(@ForAll("failures") List<Event> events) {
    assertThat(InTheVirtualWorld.world(InTheVirtualWorld.HOME)
            .play(
                events,
                FailureSequences.length(InTheVirtualWorld.HOME, events),
                history -> Violation.first(List.of(MAILS), history)))
        .isEmpty();
  }

  /** What it does wrong: found by seeds, and shrunk to what an engineer reads in one breath. */
  @Example
  void its_mistake_is_found_and_is_two_events_long() {
    Judge judge = new Judge(InTheVirtualWorld::world, List.of(NODE), List.of());
    Storm storm = LongStream.range(0, 1_000)
        .mapToObj(seed ->
            Storm.of(InTheVirtualWorld.HOME, EnumSet.of(Fault.NODES, Fault.SICKNESS), 100, seed))
        .filter(one ->
            judge.judge(InTheVirtualWorld.HOME, one.events(), one.length()).isPresent())
        .findFirst()
        .orElseThrow();
    Shrunk shrunk =
        Shrinker.shrink(judge, NODE.name(), InTheVirtualWorld.HOME, storm.events(), storm.length());
    assertThat(shrunk.events())
        .extracting(event -> event.change().toString())
        .containsExactly("frigate sick", "node node-of-1 down");
  }

  @Provide
  Arbitrary<List<Event>> failures() {
    return FailureSequences.ofTheWorld(InTheVirtualWorld.HOME, 20);
  }
}
