package dev.tocsin.k8s.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import org.junit.jupiter.api.Test;

/** The node that a pod is bound to before it is bound (F47). */
class PlacementTest {

  private static NodeSelectorTerm label(String operator, String... nodes) {
    return new NodeSelectorTermBuilder()
        .addNewMatchExpression()
        .withKey("kubernetes.io/hostname")
        .withOperator(operator)
        .withValues(nodes)
        .endMatchExpression()
        .build();
  }

  private static NodeSelectorTerm field(String node) {
    return new NodeSelectorTermBuilder()
        .addNewMatchField()
        .withKey("metadata.name")
        .withOperator("In")
        .withValues(node)
        .endMatchField()
        .build();
  }

  private static Placement required(NodeSelectorTerm... terms) {
    PodSpec spec = new PodSpecBuilder()
        .withNewAffinity()
        .withNewNodeAffinity()
        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
        .withNodeSelectorTerms(terms)
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .endNodeAffinity()
        .endAffinity()
        .build();
    return Placement.of(spec);
  }

  @Test
  void an_affinity_that_leaves_one_node_names_it() {
    assertThat(required(label("In", "still-fawn")).pin()).contains("still-fawn");
    assertThat(required(field("still-fawn")).pin()).contains("still-fawn");
    assertThat(required(label("In", "still-fawn"), field("still-fawn")).pin())
        .contains("still-fawn");
  }

  @Test
  void an_affinity_that_leaves_a_choice_names_none() {
    assertThat(required(label("In", "still-fawn", "other")).pin()).isEmpty();
    assertThat(required(label("NotIn", "still-fawn")).pin()).isEmpty();
    assertThat(required(label("In", "still-fawn"), label("In", "other")).pin()).isEmpty();
    assertThat(required(label("In", "still-fawn"), new NodeSelectorTerm()).pin())
        .isEmpty();
    assertThat(required().pin()).isEmpty();
    assertThat(Placement.of(null).pin()).isEmpty();
  }

  @Test
  void a_taint_is_tolerated_as_the_scheduler_does() {
    Taint gpu = new Taint("NoSchedule", "dedicated", null, "gpu");
    assertThat(tolerating(new Toleration(null, "dedicated", "Exists", null, null), gpu))
        .isTrue();
    assertThat(tolerating(new Toleration(null, null, "Exists", null, null), gpu))
        .isTrue();
    assertThat(tolerating(new Toleration(null, "dedicated", null, null, "gpu"), gpu))
        .isTrue();
    assertThat(tolerating(new Toleration(null, "dedicated", "Equal", null, "cpu"), gpu))
        .isFalse();
    assertThat(tolerating(new Toleration("NoExecute", "dedicated", "Exists", null, null), gpu))
        .isFalse();
  }

  // F25
  @Test
  void a_toleration_of_a_newer_cluster_tolerates_nothing() {
    Taint gpu = new Taint("NoSchedule", "dedicated", null, "7");
    assertThat(tolerating(new Toleration(null, "dedicated", "Gt", null, "5"), gpu))
        .isFalse();
  }

  private static boolean tolerating(Toleration toleration, Taint taint) {
    return Placement.of(new PodSpecBuilder().withTolerations(toleration).build())
        .tolerates(taint);
  }
}
