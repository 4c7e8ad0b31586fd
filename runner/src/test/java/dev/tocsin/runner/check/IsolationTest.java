package dev.tocsin.runner.check;

import static dev.tocsin.runner.check.Looking.deadline;
import static dev.tocsin.runner.check.Looking.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import dev.tocsin.runner.config.Configuration.Watch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F89: the monitor itself is cut off. */
@Timeout(30)
class IsolationTest {

  private static final Observation FINE = new Observation.Passing("fine");
  private static final Observation REFUSED = new Observation.Failing("refused");
  private static final Observation UNSEEN = new Observation.Unknown(Cause.OURS_MISSING, "no ping");
  private static final Target A = repaired("a");
  private static final Target B = repaired("b");
  private static final Target NODE = Target.of("node", Policy.DEFAULT);

  private final Map<String, Observation> world = new LinkedHashMap<>();
  private Observation reference = FINE;

  @Test
  void our_own_dead_network_is_not_taken_for_the_end_of_the_world() {
    reference = REFUSED;
    world.putAll(Map.of("a", REFUSED, "b", REFUSED));

    Map<String, Sighting> seen = look();

    assertThat(seen.get("a").observation())
        .isEqualTo(new Observation.Unknown(
            Cause.ISOLATED, "the reference tcp 127.0.0.1:53 fails too: refused"));
    assertThat(seen.get("b").observation()).isInstanceOf(Observation.Unknown.class);
    assertThat(seen.get("b").firstNotMet())
        .contains(new Precondition(
            "notIsolated",
            "our own network",
            Verdict.NOT_MET,
            "we may be cut off ourselves: the reference tcp 127.0.0.1:53 fails: refused"));
  }

  @Test
  void who_cannot_be_looked_at_does_not_speak_for_our_network() {
    reference = REFUSED;
    world.putAll(Map.of("a", REFUSED, "b", UNSEEN));
    assertThat(look().get("a").observation()).isInstanceOf(Observation.Unknown.class);
    assertThat(look().get("b").observation()).isEqualTo(UNSEEN);
  }

  @Test
  void a_reference_that_is_down_alone_silences_nobody_and_repairs_nothing() {
    reference = REFUSED;
    world.putAll(Map.of("a", REFUSED, "b", FINE));
    assertThat(look().get("a").observation()).isEqualTo(REFUSED);
    assertThat(look().get("a").firstNotMet())
        .map(Precondition::subject)
        .contains("our own network");
  }

  @Test
  void what_fails_while_the_reference_passes_fails_and_may_be_repaired() {
    world.putAll(Map.of("a", REFUSED, "b", REFUSED));
    assertThat(look().get("a").observation()).isEqualTo(REFUSED);
    assertThat(look().get("a").firstNotMet()).isEmpty();
    assertThat(look().get("a").preconditions())
        .extracting(Precondition::detail)
        .containsExactly("the reference tcp 127.0.0.1:53 passes: fine", "disk is there");
  }

  @Test
  void a_reference_that_cannot_be_looked_at_holds_repairs_and_silences_nobody() {
    reference = UNSEEN;
    world.putAll(Map.of("a", REFUSED, "b", REFUSED));
    assertThat(look().get("a").observation()).isEqualTo(REFUSED);
    assertThat(look().get("a").firstNotMet()).map(Precondition::verdict).contains(Verdict.UNKNOWN);
  }

  @Test
  void what_the_cluster_says_is_not_doubted_because_our_probes_fail() {
    reference = REFUSED;
    world.putAll(Map.of("a", REFUSED, "b", REFUSED, "node", REFUSED));
    Sighting node = look().get("node");
    assertThat(node.observation()).isEqualTo(REFUSED);
    assertThat(node.preconditions()).extracting(Precondition::name).containsExactly("disk");
    assertThat(node.place()).contains("still-fawn");
  }

  @Test
  void our_network_is_looked_at_once_more_right_before_acting() {
    world.putAll(Map.of("a", REFUSED, "b", FINE));
    Isolation isolation = isolation(new World());
    assertThat(isolation.recheck(A, deadline())).allMatch(Precondition::met).hasSize(2);
    reference = REFUSED;
    assertThat(isolation.recheck(A, Ledger.EMPTY, deadline()))
        .extracting(Precondition::verdict)
        .containsExactly(Verdict.NOT_MET, Verdict.MET);
  }

  @Test
  void a_reference_that_stalls_takes_no_time_from_the_targets() {
    CountDownLatch looked = new CountDownLatch(1);
    world.putAll(Map.of("a", FINE, "b", FINE));
    Observer observer = new World() {
      @Override
      public Map<String, Sighting> look(
          Collection<Target> targets, Ledger remembered, Deadline deadline) {
        looked.countDown();
        return super.look(targets, remembered, deadline);
      }
    };
    Isolation isolation = isolation(observer, (probe, deadline) -> {
      await(looked);
      return FINE;
    });
    assertThat(isolation.look(List.of(A, B), deadline()).get("a").firstNotMet()).isEmpty();
  }

  @Test
  void what_is_remembered_reaches_whoever_looks() {
    AtomicReference<Ledger> reached = new AtomicReference<>();
    Ledger remembered = Ledger.damaged();
    isolation(new World() {
          @Override
          public Map<String, Sighting> look(
              Collection<Target> targets, Ledger ledger, Deadline deadline) {
            reached.set(ledger);
            return Map.of();
          }
        })
        .look(List.of(A), remembered, deadline());
    assertThat(reached).hasValue(remembered);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Sighting> look() {
    return isolation(new World()).look(List.of(A, B, NODE), deadline());
  }

  private Isolation isolation(Observer observer) {
    return isolation(observer, (probe, deadline) -> reference);
  }

  private static Isolation isolation(
      Observer observer, BiFunction<Probe, Deadline, Observation> prober) {
    List<Watch> watches = List.of(
        watch(A, Optional.of(tcp(1))),
        watch(B, Optional.of(tcp(2))),
        watch(NODE, Optional.empty()));
    return new Isolation(tcp(53), watches, observer, () -> prober);
  }

  private static Watch watch(Target target, Optional<Probe> check) {
    return new Watch(target, check, List.of(), List.of(), Optional.empty());
  }

  private static Target repaired(String name) {
    return Target.of(name, Policy.DEFAULT.remediation(Remediation.by("restart")));
  }

  /** Everything is as it was set, runs on one node, and has one precondition, which is met. */
  private class World implements Observer {

    private static final Precondition DISK =
        new Precondition("disk", "disk", Verdict.MET, "disk is there");

    @Override
    public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
      return look(targets, Ledger.EMPTY, deadline);
    }

    @Override
    public Map<String, Sighting> look(
        Collection<Target> targets, Ledger remembered, Deadline deadline) {
      Map<String, Sighting> seen = new LinkedHashMap<>();
      targets.forEach(target -> Optional.ofNullable(world.get(target.name()))
          .ifPresent(observation -> seen.put(
              target.name(),
              new Sighting(observation, List.of(DISK), Witness.NONE, Optional.of("still-fawn")))));
      return seen;
    }

    @Override
    public List<Precondition> recheck(Target target, Deadline deadline) {
      return List.of(DISK);
    }
  }
}
