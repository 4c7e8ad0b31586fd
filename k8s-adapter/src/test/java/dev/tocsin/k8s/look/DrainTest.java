package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.k8s.api.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Maintenance is announced by what it does to a node, and is believed for a while (F52). */
class DrainTest {

  private static Cluster drained(NodeThing node) {
    return Cluster.of(
        deployment("frigate").pinnedTo("still-fawn"), pod("frigate").pending("0/1 nodes"), node);
  }

  @Test
  void who_was_drained_away_a_short_while_ago_is_off_on_purpose() {
    assertThat(drained(node("still-fawn").cordoned(minutes(3))).observation())
        .isEqualTo(new Unknown(
            Cause.INTENDED, "deployment cams/frigate was drained from node still-fawn 3m ago"));
    assertThat(Cluster.of(
                deployment("frigate").pinnedTo("still-fawn"),
                node("still-fawn").cordoned(minutes(3)))
            .observation())
        .isInstanceOf(Unknown.class);
  }

  @Test
  void a_drain_that_takes_too_long_is_told_after_all() {
    assertThat(drained(node("still-fawn").cordoned(minutes(15))).observation())
        .isInstanceOf(Failing.class);
    assertThat(drained(node("still-fawn").cordoned(minutes(3)))
            .drainGrace(Duration.ZERO)
            .observation())
        .isInstanceOf(Failing.class);
  }

  @Test
  void a_cordoned_node_excuses_nobody_who_still_runs_there() {
    assertThat(Cluster.of(
                deployment("frigate"),
                pod("frigate").on("still-fawn").waiting("ErrImagePull", ""),
                node("still-fawn").cordoned(minutes(3)))
            .observation())
        .isInstanceOf(Failing.class);
  }

  @Test
  void who_hangs_in_terminating_on_a_drained_node_is_drained_too() {
    assertThat(Cluster.of(
                deployment("frigate"),
                pod("frigate").pending("0/1 nodes"),
                pod("frigate").named("frigate-0").on("still-fawn").leaving(minutes(1)),
                node("still-fawn").cordoned(minutes(3)))
            .observation())
        .isInstanceOf(Unknown.class);
  }

  @Test
  void the_marks_of_known_drainers_count_for_as_long_as_they_are_young() {
    String seconds = Long.toString(Thing.NOW.minus(minutes(5)).getEpochSecond());
    String old = Long.toString(Thing.NOW.minus(minutes(50)).getEpochSecond());
    String autoscaler = "ToBeDeletedByClusterAutoscaler";
    assertThat(seen(node("still-fawn").taint(autoscaler, seconds))).isInstanceOf(Unknown.class);
    assertThat(seen(node("still-fawn").taint(autoscaler, old))).isInstanceOf(Failing.class);
    String kured = "weave.works/kured-reboot-in-progress";
    assertThat(seen(node("still-fawn").annotated(kured, Thing.ago(minutes(2)))))
        .isInstanceOf(Unknown.class);
    assertThat(seen(node("still-fawn").annotated(kured, Thing.ago(minutes(20)))))
        .isInstanceOf(Failing.class);
    assertThat(seen(node("still-fawn").annotated(kured, "2099-01-01T00:00:00Z")))
        .isInstanceOf(Failing.class);
  }

  @Test
  void a_mark_that_tells_no_time_counts_while_it_stays() {
    assertThat(seen(node("still-fawn").taint("karpenter.sh/disrupted", "")))
        .isEqualTo(new Unknown(
            Cause.INTENDED, "deployment cams/frigate was drained from node still-fawn"));
  }

  private static Observation seen(NodeThing node) {
    return drained(node).observation();
  }

  @Test
  void a_node_is_well_when_it_is_ready() {
    assertThat(check(node("still-fawn")))
        .isEqualTo(new Observation.Passing("node still-fawn is ready"));
    assertThat(check(node("still-fawn").cordoned(minutes(90))))
        .isEqualTo(new Observation.Passing("node still-fawn is ready, but is cordoned"));
  }

  // F49, F50, F53
  @Test
  void a_node_that_is_down_or_gone_has_failed() {
    assertThat(check(node("still-fawn").silent()))
        .isEqualTo(
            new Failing("node still-fawn is not ready: Kubelet stopped posting node status."));
    assertThat(check(node("other"))).isEqualTo(new Failing("there is no node still-fawn"));
    assertThat(check(node("still-fawn").saysNothing()))
        .isEqualTo(new Failing("node still-fawn does not say whether it is ready"));
  }

  @Test
  void a_node_that_was_drained_and_then_went_down_is_in_maintenance_for_a_while() {
    assertThat(check(node("still-fawn").cordoned(minutes(9)).silent()))
        .isEqualTo(new Unknown(Cause.INTENDED, "node still-fawn was cordoned 9m ago"));
    assertThat(check(node("still-fawn").cordoned(minutes(16)).silent()))
        .isInstanceOf(Failing.class);
  }

  private static Observation check(NodeThing node) {
    Answer<Nodes> nodes = new Answer.Ok<>(new Nodes(List.of(node.object())));
    return new NodeHealth("still-fawn", nodes, Thing.NOW, minutes(15)).health().observation();
  }
}
