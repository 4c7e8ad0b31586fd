package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.incident.Target;
import dev.tocsin.k8s.act.ClusterEffects;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.ClusterObserver;
import dev.tocsin.k8s.store.ConfigMapStore;
import dev.tocsin.ledger.FileStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Time;
import dev.tocsin.runner.Kit.Part;
import dev.tocsin.runner.check.Isolation;
import dev.tocsin.runner.check.ProbeObserver;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.ConfigurationReader;
import dev.tocsin.runner.config.Reading;
import dev.tocsin.runner.report.Screen;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which parts a round is made with. No cluster is asked for any of it. */
class ClusterKitTest {

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  private static final String CONFIG_MAP =
      "ledger: {configMap: {namespace: monitoring, name: tocsin, parts: 4}}\n";
  private static final String PROBED = """
      targets:
      - {name: api, check: {tcp: "api:1"}}
      - {name: mqtt, check: {tcp: "mqtt:1"}}
      """;
  private static final String WATCHED = PROBED + """
      - {name: frigate, workload: deployment/cams/frigate, remediation: {evictPod: {}}}
      """;

  private static final Instant START = Instant.parse("2026-11-22T21:40:00Z");
  private static final TemporalUnitOffset NEARLY = within(1, ChronoUnit.SECONDS);
  private static final Config NOBODY =
      new ConfigBuilder().withMasterUrl("https://127.0.0.1:1").build();

  @TempDir
  Path directory;

  private Duration theirAhead = Duration.ZERO;

  private final Time theirs = new Time() {
    @Override
    public Instant now() {
      return Time.system().now().plus(theirAhead);
    }

    @Override
    public long nanos() {
      return Time.system().nanos();
    }
  };

  @Test
  void who_watches_nothing_in_the_cluster_asks_it_for_the_ledger_alone() throws IOException {
    try (Kit kit = kit(CONFIG_MAP + PROBED)) {
      assertThat(kit.parts()).hasSize(4).allMatch(part -> part.store() instanceof ConfigMapStore);
      assertThat(kit.parts().stream().flatMap(part -> part.planner().targets().stream()))
          .extracting(Target::name)
          .containsExactlyInAnyOrder("api", "mqtt");
      assertThat(kit.observer()).isInstanceOf(ProbeObserver.class);
      assertThat(kit.effects(NOWHERE)).isInstanceOf(Deeds.class);
    }
  }

  @Test
  void what_is_in_the_cluster_is_watched_and_repaired_there() throws IOException {
    try (Kit kit = kit(CONFIG_MAP + WATCHED)) {
      assertThat(kit.observer()).isInstanceOf(ClusterObserver.class);
      assertThat(kit.effects(NOWHERE)).isInstanceOf(ClusterEffects.class);
    }
  }

  @Test
  void a_file_may_remember_what_a_cluster_runs() throws IOException {
    try (Kit kit = kit(WATCHED)) {
      assertThat(kit.parts()).singleElement().extracting(Part::store).isInstanceOf(FileStore.class);
      assertThat(kit.observer()).isInstanceOf(ClusterObserver.class);
    }
  }

  // F89
  @Test
  void a_reference_judges_all_that_is_seen_wherever_it_is() throws IOException {
    String reference = "isolation: {tcp: \"1.1.1.1:53\"}\n";
    for (String yaml : new String[] {PROBED, WATCHED, CONFIG_MAP + PROBED}) {
      try (Kit kit = kit(reference + yaml)) {
        Observer observer = kit.observer();
        assertThat(observer).isInstanceOf(Isolation.class);
      }
    }
  }

  // F85, F86
  @Test
  void the_api_server_has_the_time_and_does_not_move_it_in_the_middle_of_a_round()
      throws IOException {
    try (KubernetesClient client =
        new KubernetesClientBuilder().withConfig(NOBODY).build()) {
      Kubernetes kubernetes = Kubernetes.of(client, theirs);
      Kit kit = new ClusterKit(
          new LocalKit(configuration(CONFIG_MAP + PROBED), around()),
          new Identity(Map.of(), directory),
          kubernetes);
      theirAhead = Duration.ofMinutes(10);
      Time time = kit.time();
      assertThat(time.now()).isCloseTo(START.plus(Duration.ofMinutes(10)), NEARLY);
      theirAhead = Duration.ofMinutes(20);
      assertThat(time.now()).isCloseTo(START.plus(Duration.ofMinutes(10)), NEARLY);
      assertThat(kit.time().now()).isCloseTo(START.plus(Duration.ofMinutes(20)), NEARLY);
    }
  }

  @Test
  void a_ledger_in_a_file_keeps_the_time_of_its_machine() throws IOException {
    try (KubernetesClient client =
        new KubernetesClientBuilder().withConfig(NOBODY).build()) {
      theirAhead = Duration.ofMinutes(10);
      Kit kit = new ClusterKit(
          new LocalKit(configuration(WATCHED), around()),
          new Identity(Map.of(), directory),
          Kubernetes.of(client, theirs));
      assertThat(kit.time().now()).isEqualTo(START);
    }
  }

  private Kit kit(String yaml) throws IOException {
    Surroundings around = around();
    return around.workshop().kit(configuration(yaml), around);
  }

  private Configuration configuration(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("tocsin.yaml"), yaml);
    Reading reading = ConfigurationReader.read(file, Map.of(), condition -> Optional.empty());
    return ((Reading.Valid) reading).configuration();
  }

  private static Surroundings around() {
    Time standing = new Time() {
      @Override
      public Instant now() {
        return START;
      }

      @Override
      public long nanos() {
        return 0;
      }
    };
    return new Surroundings(
        Map.of(), NOWHERE, NOWHERE, standing, ZoneOffset.UTC, Screen.PLAIN, new Wiring());
  }
}
