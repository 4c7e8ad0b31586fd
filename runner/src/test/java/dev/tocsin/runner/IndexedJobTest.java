package dev.tocsin.runner;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.ControlPlane;
import dev.tocsin.runner.World.Ran;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Kubernetes' own controllers make of the shards. No kubelet runs them. */
@ExtendWith(ControlPlane.Present.class)
class IndexedJobTest {

  private static final String NAMESPACE = "monitoring";
  private static final String INDEX = "batch.kubernetes.io/job-completion-index";

  @Test
  void every_pod_of_a_round_is_another_shard_and_one_that_fails_does_not_end_the_others(
      @TempDir Path directory) throws IOException {
    Path manifests = manifests(directory);
    try (ControlPlane plane = ControlPlane.up()) {
      plane.kubectl("apply", "-f", manifests.toString());
      plane.kubectl("-n", NAMESPACE, "create", "job", "round", "--from=cronjob/tocsin");
      patiently().until(() -> pods(plane).size() == 2);
      List<Pod> pods = pods(plane);
      assertThat(pods).allSatisfy(IndexedJobTest::isTold);
      assertThat(pods).extracting(IndexedJobTest::index).containsExactly("0", "1");
      become(plane, pods.get(0), "Failed");
      patiently().until(() -> "0".equals(job(plane).getStatus().getFailedIndexes()));
      assertThat(pods(plane).get(1).getMetadata().getDeletionTimestamp()).isNull();
      become(plane, pods.get(1), "Succeeded");
      patiently().untilAsserted(() -> job(plane).getStatus(), over -> {
        assertThat(over.getConditions()).extracting(JobCondition::getType).contains("Failed");
        assertThat(over.getCompletedIndexes()).isEqualTo("1");
      });
      assertThat(pods(plane)).as("none is tried again").hasSize(2);
    }
  }

  private static Path manifests(Path directory) throws IOException {
    try (World world = new World(directory)) {
      world.configuration("ledger: {configMap: {namespace: " + NAMESPACE
          + ", name: tocsin, parts: 2}}\ntargets: [{name: router, check: {tcp: \"router:80\"}}]\n");
      Ran ran = world.tocsin("manifests", "--shards=2");
      assertThat(ran.err()).isEmpty();
      // It comes by no schedule of its own.
      return Files.writeString(
          directory.resolve("manifests.yaml"),
          ran.out().replace("  schedule: ", "  suspend: true\n  schedule: "));
    }
  }

  /** The kubelet puts its variables into the arguments. */
  private static void isTold(Pod pod) {
    Container container = pod.getSpec().getContainers().get(0);
    assertThat(container.getArgs()).endsWith("--shard=$(JOB_COMPLETION_INDEX)/2");
    assertThat(container.getEnv())
        .filteredOn(variable -> variable.getName().equals("JOB_COMPLETION_INDEX"))
        .singleElement()
        .extracting(variable -> variable.getValueFrom().getFieldRef().getFieldPath())
        .asString()
        .contains(INDEX);
  }

  private static String index(Pod pod) {
    return pod.getMetadata().getAnnotations().get(INDEX);
  }

  private static List<Pod> pods(ControlPlane plane) {
    return plane.client().pods().inNamespace(NAMESPACE).list().getItems().stream()
        .sorted(Comparator.comparing(IndexedJobTest::index))
        .toList();
  }

  private static Job job(ControlPlane plane) {
    return plane
        .client()
        .batch()
        .v1()
        .jobs()
        .inNamespace(NAMESPACE)
        .withName("round")
        .get();
  }

  private static void become(ControlPlane plane, Pod pod, String phase) {
    Pod over =
        new PodBuilder(pod).editOrNewStatus().withPhase(phase).endStatus().build();
    over.getMetadata().setResourceVersion(null);
    plane.client().resource(over).patchStatus();
  }
}
