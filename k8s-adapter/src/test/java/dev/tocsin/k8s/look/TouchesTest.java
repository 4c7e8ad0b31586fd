package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Fact.UNTOUCHED;
import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.event;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who has just been restarted by somebody else is not restarted on top. */
class TouchesTest {

  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";
  private static final String KEY = "frigate-r42-20261125T024105Z-remediate-1";

  private static String says(DeploymentThing deployment, Thing... more) {
    Thing[] things = new Thing[more.length + 3];
    System.arraycopy(more, 0, things, 3, more.length);
    things[0] = deployment;
    things[1] = pod("frigate").version(1).on("still-fawn");
    things[2] = node("still-fawn");
    return Cluster.of(things).says(UNTOUCHED);
  }

  // F73
  @Test
  void what_a_human_restarted_is_given_time() {
    assertThat(says(deployment("frigate").template(RESTARTED, "2026-11-25T03:57:00+01:00")))
        .isEqualTo("NOT_MET: somebody restarted deployment cams/frigate 3m ago");
    assertThat(says(deployment("frigate").template(RESTARTED, "2026-11-25T02:50:00Z")))
        .isEqualTo("MET: nobody else restarted it just now");
  }

  // F43, F85
  @Test
  void a_restart_in_the_far_future_blocks_nobody_for_ever() {
    assertThat(says(deployment("frigate").template(RESTARTED, "2099-01-01T00:00:00Z")))
        .startsWith("MET");
    assertThat(says(deployment("frigate").template(RESTARTED, "yesterday"))).startsWith("MET");
    assertThat(says(deployment("frigate").template(RESTARTED, "2026-11-25T03:00:09Z")))
        .isEqualTo("NOT_MET: somebody restarted deployment cams/frigate 0s ago");
  }

  // F73
  @Test
  void what_somebody_rolled_out_is_given_time() {
    assertThat(says(deployment("frigate").version(2, minutes(3))))
        .isEqualTo("NOT_MET: somebody changed deployment cams/frigate 3m ago");
  }

  // F72
  @Test
  void what_was_taken_back_to_an_old_version_is_given_time() {
    assertThat(says(
            deployment("frigate").progressing("True", "NewReplicaSetAvailable", "", minutes(4))))
        .isEqualTo("NOT_MET: somebody changed deployment cams/frigate 4m ago");
  }

  @Test
  void a_rollout_of_our_own_is_no_touch_of_somebody_else() {
    assertThat(says(deployment("frigate").attempted(2, minutes(3), Cluster.OWNER, KEY)))
        .startsWith("MET");
  }

  @Test
  void a_change_after_our_rollout_still_bears_our_mark_and_is_somebody_elses() {
    assertThat(says(deployment("frigate")
            .attempted(2, minutes(60), Cluster.OWNER, KEY)
            .attempted(3, minutes(3), Cluster.OWNER, KEY)))
        .isEqualTo("NOT_MET: somebody changed deployment cams/frigate 3m ago");
  }

  // F83
  @Test
  void a_rollout_of_another_installation_is_a_touch() {
    assertThat(says(deployment("frigate").attempted(2, minutes(3), "garage/tocsin", KEY)))
        .isEqualTo("NOT_MET: somebody changed deployment cams/frigate 3m ago");
  }

  // F83
  @Test
  void an_attempt_of_another_installation_is_a_touch() {
    EventThing theirs =
        event("Attempted").by("garage/tocsin").about("Deployment", "frigate").at(minutes(2));
    assertThat(says(deployment("frigate"), theirs))
        .isEqualTo("NOT_MET: another installation (garage/tocsin) repaired it 2m ago");
    assertThat(says(deployment("frigate"), theirs.outcome("not-done"))).startsWith("MET");
  }

  // F48
  @Test
  void an_attempt_of_our_own_for_another_target_is_a_touch() {
    EventThing ours = event("Attempted")
        .by(Cluster.OWNER)
        .of("nvr")
        .about("Deployment", "frigate")
        .at(minutes(2));
    assertThat(says(deployment("frigate"), ours))
        .isEqualTo("NOT_MET: it was repaired for target nvr 2m ago");
    assertThat(says(deployment("frigate"), ours.outcome("refused"))).startsWith("MET");
  }

  @Test
  void an_attempt_of_our_own_or_about_something_else_is_no_touch() {
    assertThat(says(
            deployment("frigate"),
            event("Attempted").by(Cluster.OWNER).of("frigate").about("Deployment", "frigate"),
            event("Attempted").by("garage/tocsin").about("Deployment", "nvr"),
            event("Alerted").by("garage/tocsin").about("Deployment", "frigate")))
        .startsWith("MET");
  }

  // F70
  @Test
  void what_was_made_anew_is_given_time() {
    DeploymentThing young = deployment("frigate").version(2, minutes(1));
    assertThat(says(young)).startsWith("NOT_MET");
  }
}
