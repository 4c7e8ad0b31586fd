package dev.tocsin.runner.manifest;

import dev.tocsin.k8s.api.Marks;
import dev.tocsin.round.Round;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The CronJob that runs rounds. Why it is as it is:
 * {@code docs/decisions/0016-a-round-is-replaced-never-repeated.md}.
 *
 * @param interval one that {@link Schedule} can say
 */
record RoundJob(Names names, Layout layout, Settings settings, Duration interval) {

  /** Nobody: an image need not know him. */
  private static final long USER = 65532;

  /** A round that was told to end writes down what it did. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private static final long SECONDS_ON_A_DEAD_NODE = 30;
  private static final String ZONE = "TZ";

  CronJob cronJob() {
    return new CronJobBuilder()
        .withMetadata(names.meta(names.name()))
        .withNewSpec()
        .withSchedule(Schedule.of(interval).orElseThrow())
        .withTimeZone("Etc/UTC")
        .withConcurrencyPolicy("Replace")
        .withStartingDeadlineSeconds(interval.dividedBy(2).toSeconds())
        .withSuccessfulJobsHistoryLimit(1)
        .withFailedJobsHistoryLimit(3)
        .withNewJobTemplate()
        .withNewMetadata()
        .withLabels(Marks.labels())
        .endMetadata()
        .withSpec(job())
        .endJobTemplate()
        .endSpec()
        .build();
  }

  private JobSpec job() {
    Duration halfway = Round.deadline(interval).plus(interval).dividedBy(2);
    JobSpecBuilder job = settings.isSharded()
        ? new JobSpecBuilder()
            .withCompletionMode("Indexed")
            .withCompletions(settings.shards())
            .withParallelism(settings.shards())
            .withBackoffLimitPerIndex(0)
        : new JobSpecBuilder().withBackoffLimit(0);
    return job.withActiveDeadlineSeconds(halfway.toSeconds())
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(Marks.labels())
        .endMetadata()
        .withSpec(pod())
        .endTemplate()
        .build();
  }

  private PodSpec pod() {
    Mounts files = new Mounts(names, layout);
    return new PodSpecBuilder()
        .withServiceAccountName(names.name())
        .withAutomountServiceAccountToken(true)
        .withRestartPolicy("Never")
        .withTerminationGracePeriodSeconds(settings.grace().plus(SLACK).toSeconds())
        .withTolerations(leaves("not-ready"), leaves("unreachable"))
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(container(files))
        .withVolumes(files.volumes())
        .build();
  }

  private static Toleration leaves(String node) {
    return new TolerationBuilder()
        .withKey("node.kubernetes.io/" + node)
        .withOperator("Exists")
        .withEffect("NoExecute")
        .withTolerationSeconds(SECONDS_ON_A_DEAD_NODE)
        .build();
  }

  private Container container(Mounts files) {
    Quantity memory = Quantity.parse(settings.memory());
    return new ContainerBuilder()
        .withName("tocsin")
        .withImage(settings.image())
        .withArgs(arguments())
        .withEnv(environment())
        .withNewResources()
        .addToRequests("cpu", Quantity.parse("50m"))
        .addToRequests("memory", memory)
        .addToLimits("memory", memory)
        .endResources()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .withVolumeMounts(files.mounts())
        .build();
  }

  /** The number of a shard is put in by the kubelet. */
  private List<String> arguments() {
    List<String> arguments = List.of("run", "-c", Layout.CONFIGURATION.toString());
    String shard = "--shard=$(" + Layout.INDEX + ")/" + settings.shards();
    return settings.isSharded()
        ? Stream.concat(arguments.stream(), Stream.of(shard)).toList()
        : arguments;
  }

  private List<EnvVar> environment() {
    List<EnvVar> environment = new ArrayList<>();
    if (!layout.variables().contains(ZONE)) {
      environment.add(
          new EnvVarBuilder().withName(ZONE).withValue(settings.zone().getId()).build());
    }
    layout
        .variables()
        .forEach(name -> environment.add(new EnvVarBuilder()
            .withName(name)
            .withNewValueFrom()
            .withNewSecretKeyRef()
            .withName(names.secret())
            .withKey(name)
            .endSecretKeyRef()
            .endValueFrom()
            .build()));
    return environment;
  }
}
