package dev.tocsin.k8s.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.Recorded;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A round is cut at each of its requests, the write carried out or not; then the next round looks
 * for the attempt, and makes it if it is not found.
 */
@ExtendWith(RealApiServer.class)
class LostAnswersTest {

  private static final int MORE_THAN_ENOUGH = 40;

  // F07, F08, F19, F26
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OVERTAKEN")
  void however_a_round_is_cut_one_key_evicts_one_pod(Mishap.Kind kind) {
    everyCut("evictPod", kind);
  }

  // F07, F08
  @ParameterizedTest
  @EnumSource(names = {"LATE", "KILLED_AFTER"})
  void however_a_round_is_cut_one_key_deletes_one_pod(Mishap.Kind kind) {
    everyCut("deletePod", kind);
  }

  // F07, F08
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OVERTAKEN")
  void however_a_round_is_cut_one_key_restarts_once(Mishap.Kind kind) {
    int at = 1;
    boolean hit = true;
    while (hit) {
      Cams cams = new Cams();
      Deployment deployment = cams.deployment();
      hit = cut(
          cams,
          Story.of("rolloutRestart").attempt(),
          new Mishap(kind, at),
          () -> cams.read(deployment).getMetadata().getGeneration());
      assertThat(cams.read(deployment).getMetadata().getGeneration())
          .as("cut at %s", at)
          .isEqualTo(2);
      at++;
    }
    assertThat(at).isBetween(6, MORE_THAN_ENOUGH);
  }

  private static void everyCut(String step, Mishap.Kind kind) {
    int at = 1;
    boolean hit = true;
    while (hit) {
      Cams cams = new Cams();
      cams.pod("frigate-a");
      cams.pod("frigate-b");
      cams.pod("frigate-c");
      hit = cut(cams, Story.of(step).attempt(), new Mishap(kind, at), cams::standing);
      assertThat(cams.standing()).as("cut at %s", at).hasSize(2);
      at++;
    }
    assertThat(at).isBetween(7, MORE_THAN_ENOUGH);
  }

  /** Whether the mishap was met. What a round says of the attempt must be true. */
  private static boolean cut(
      Cams cams, Recorded<Attempt> attempt, Mishap mishap, Supplier<Object> state) {
    Object untouched = state.get();
    try (KubernetesClient client = mishap.client()) {
      Outcome first = cams.effects(Kubernetes.of(client), Story.of("x"))
          .remediate(attempt, RealApiServer.soon());
      mishap.arrive();
      assertTrue(first, untouched, state.get());
    }
    ClusterEffects next = cams.effects(RealApiServer.kubernetes(), Story.of("x"));
    Outcome found = next.find(attempt, RealApiServer.soon());
    assertTrue(found, untouched, state.get());
    if (found instanceof Outcome.NotDone) {
      found = next.remediate(attempt, RealApiServer.soon());
    }
    assertThat(found).isInstanceOf(Outcome.Done.class);
    return mishap.requests() >= mishap.at();
  }

  private static void assertTrue(Outcome outcome, Object untouched, Object now) {
    if (outcome instanceof Outcome.NotDone) {
      assertThat(now).as(outcome.detail()).isEqualTo(untouched);
    }
    if (outcome instanceof Outcome.Done) {
      assertThat(now).as(outcome.detail()).isNotEqualTo(untouched);
    }
    assertThat(outcome).isNotInstanceOf(Outcome.Refused.class);
  }
}
