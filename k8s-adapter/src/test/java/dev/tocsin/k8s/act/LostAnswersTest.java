package dev.tocsin.k8s.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.Recorded;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
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
  @EnumSource(names = {"UNHEARD", "KILLED_AFTER"})
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
      hit = cut(cams, Story.of("rolloutRestart").attempt(), new Mishap(kind, at));
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
      hit = cut(cams, Story.of(step).attempt(), new Mishap(kind, at));
      assertThat(cams.standing()).as("cut at %s", at).hasSize(2);
      at++;
    }
    assertThat(at).isBetween(7, MORE_THAN_ENOUGH);
  }

  /** Whether the mishap was met. What the first round says of the attempt must be true. */
  private static boolean cut(Cams cams, Recorded<Attempt> attempt, Mishap mishap) {
    List<String> before = cams.standing();
    try (KubernetesClient client = mishap.client()) {
      Kubernetes lossy = Kubernetes.of(client);
      Outcome first =
          cams.effects(lossy, Story.of("evictPod")).remediate(attempt, RealApiServer.soon());
      if (first instanceof Outcome.NotDone) {
        assertThat(cams.standing()).as(first.detail()).isEqualTo(before);
      }
      assertThat(first).isNotInstanceOf(Outcome.Refused.class);
    }
    ClusterEffects next = cams.effects(RealApiServer.kubernetes(), Story.of("evictPod"));
    Outcome found = next.find(attempt, RealApiServer.soon());
    if (found instanceof Outcome.NotDone) {
      assertThat(cams.standing()).isEqualTo(before);
      found = next.remediate(attempt, RealApiServer.soon());
    }
    assertThat(found).isInstanceOf(Outcome.Done.class);
    return mishap.requests() >= mishap.at();
  }
}
