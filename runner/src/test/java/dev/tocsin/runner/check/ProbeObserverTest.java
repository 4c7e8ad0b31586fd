package dev.tocsin.runner.check;

import static dev.tocsin.runner.check.Looking.deadline;
import static dev.tocsin.runner.check.Looking.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import dev.tocsin.runner.config.Configuration.Asked;
import dev.tocsin.runner.config.Configuration.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(30)
@Isolated("it counts what runs")
class ProbeObserverTest {

  private static final Observation PASSING = new Observation.Passing("fine");

  @Test
  void targets_are_looked_at_side_by_side_and_not_more_than_allowed() {
    CyclicBarrier three = new CyclicBarrier(3);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ProbeObserver observer = observer(watches(9), 3, (probe, deadline) -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      meet(three);
      now.decrementAndGet();
      return PASSING;
    });

    assertThat(look(observer, 9).values())
        .hasSize(9)
        .allSatisfy(s -> assertThat(s.observation()).isEqualTo(PASSING));
    assertThat(most).hasValue(3);
  }

  @Test
  void what_goes_wrong_with_one_target_stays_with_it() {
    ProbeObserver observer = observer(watches(3), 1, (probe, deadline) -> {
      if (probe.equals(tcp(1))) {
        throw new IllegalStateException("canaries everywhere");
      }
      if (probe.equals(tcp(2))) {
        throw new StackOverflowError();
      }
      return PASSING;
    });

    Map<String, Sighting> seen = look(observer, 3);

    assertThat(cause(seen, "t1")).isEqualTo(Cause.BUG);
    assertThat(cause(seen, "t2")).isEqualTo(Cause.BUG);
    assertThat(seen.get("t3").observation()).isEqualTo(PASSING);
  }

  @Test
  void a_target_that_never_answers_takes_no_time_from_the_others() {
    CountDownLatch never = new CountDownLatch(1);
    ProbeObserver observer = observer(watches(3), 2, (probe, deadline) -> {
      if (probe.equals(tcp(1))) {
        await(never);
      }
      return PASSING;
    });

    Deadline soon = Deadline.in(Duration.ofSeconds(2), Time.system());
    Map<String, Sighting> seen = observer.look(targets(3), soon);

    assertThat(cause(seen, "t1")).isEqualTo(Cause.BUG);
    assertThat(seen.get("t2").observation()).isEqualTo(PASSING);
    assertThat(seen.get("t3").observation()).isEqualTo(PASSING);
  }

  @Test
  void who_is_last_in_the_configuration_is_not_starved_in_every_round() {
    Asked asked = new Asked("host answers", tcp(99));
    List<Watch> watches =
        Stream.of("t1", "t2", "t3").map(n -> watch(n, probe(n), List.of(asked))).toList();
    List<Probe> order = new ArrayList<>();
    ProbeObserver observer = observer(watches, 1, (probe, deadline) -> {
      order.add(probe);
      return PASSING;
    });
    Set<Probe> first = new HashSet<>();

    for (int round = 0; round < 50; round++) {
      order.clear();
      look(observer, 3);
      assertThat(order).hasSize(4).endsWith(tcp(99));
      first.add(order.get(0));
    }

    assertThat(first).hasSize(3);
  }

  @Test
  void many_that_hang_take_no_more_time_than_one() {
    CountDownLatch never = new CountDownLatch(1);
    ProbeObserver observer = observer(watches(20), 2, (probe, deadline) -> {
      await(never);
      return PASSING;
    });
    long start = System.nanoTime();

    look(observer, 20, Deadline.in(Duration.ofMillis(200), Time.system()));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void no_thread_is_left_behind() throws InterruptedException {
    look(observer(watches(4), 4, (probe, deadline) -> PASSING), 4);

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("tocsin-look")) {
        thread.join(5000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void preconditions_are_read_even_of_a_target_that_passes() throws Exception {
    int port = Looking.closedPort();
    try (RawServer server = new RawServer((out, s) -> s.stall())) {
      Watch watch = watch(
          "t1",
          tcp(server.port()),
          List.of(
              new Asked("host answers", tcp(port)),
              new Asked("disk is there", Looking.exec("/no/such/program")),
              new Asked("network is there", tcp(server.port()))));

      Sighting seen = new ProbeObserver(List.of(watch), 2)
          .look(List.of(watch.target()), deadline())
          .get("t1");

      assertThat(seen.observation()).isInstanceOf(Observation.Passing.class);
      assertThat(seen.preconditions())
          .extracting(Precondition::verdict)
          .containsExactly(Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET);
      assertThat(seen.preconditions().get(0))
          .isEqualTo(new Precondition(
              "host answers",
              "tcp 127.0.0.1:" + port,
              Verdict.NOT_MET,
              "host answers: NOT MET, connection to 127.0.0.1:" + port + " refused"));
    }
  }

  @Test
  void what_several_targets_ask_for_is_looked_at_once_in_a_round_and_again_before_acting() {
    AtomicInteger looks = new AtomicInteger();
    List<Watch> watches = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      watches.add(watch("t" + i, tcp(i), List.of(new Asked("host answers", tcp(99)))));
    }
    ProbeObserver observer = observer(watches, 4, (probe, deadline) -> {
      looks.addAndGet(probe.equals(tcp(99)) ? 1 : 0);
      return PASSING;
    });

    assertThat(look(observer, 3).values())
        .allSatisfy(s -> assertThat(s.firstNotMet()).isEmpty());
    assertThat(looks).hasValue(1);

    assertThat(observer.recheck(watches.get(0).target(), deadline()))
        .singleElement()
        .satisfies(p -> assertThat(p.met()).isTrue());
    assertThat(looks).hasValue(2);
  }

  @Test
  void a_target_of_another_configuration_is_left_out() {
    assertThat(observer(watches(1), 1, (probe, deadline) -> PASSING).look(targets(2), deadline()))
        .containsOnlyKeys("t1");
  }

  private static ProbeObserver observer(
      Collection<Watch> watches, int most, BiFunction<Probe, Deadline, Observation> prober) {
    return new ProbeObserver(watches, most, () -> prober);
  }

  private static Map<String, Sighting> look(ProbeObserver observer, int targets) {
    return look(observer, targets, deadline());
  }

  private static Map<String, Sighting> look(
      ProbeObserver observer, int targets, Deadline deadline) {
    return observer.look(targets(targets), deadline);
  }

  private static Probe probe(String target) {
    return tcp(Integer.parseInt(target.substring(1)));
  }

  private static List<Watch> watches(int count) {
    return targets(count).stream()
        .map(t -> watch(t.name(), probe(t.name()), List.of()))
        .toList();
  }

  private static List<Target> targets(int count) {
    List<Target> targets = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      targets.add(target("t" + i));
    }
    return targets;
  }

  private static Target target(String name) {
    return Target.of(name, Policy.DEFAULT);
  }

  private static Watch watch(String name, Probe check, List<Asked> preconditions) {
    return new Watch(target(name), Optional.of(check), preconditions, List.of(), Optional.empty());
  }

  private static Cause cause(Map<String, Sighting> seen, String target) {
    return Looking.unknown(seen.get(target).observation()).cause();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
