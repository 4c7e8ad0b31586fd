package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.runner.World.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shards of one ledger on a real API server, with the rights that their manifests give them: one
 * that is lost or doubled changes nothing but when something is told and repaired.
 */
@ExtendWith(RealApiServer.class)
class ShardsTest {

  private static final List<String> APPS =
      IntStream.range(0, 8).mapToObj(i -> "app-" + i).toList();
  private static final Pattern TOLD = Pattern.compile("(?m)^  (app-\\d) since ");

  private final String monitoring = RealApiServer.namespace();
  private final String apps = RealApiServer.namespace();
  private Installed tocsin;

  @BeforeEach
  void install(@TempDir Path directory) {
    Homelab homelab = new Homelab(apps).node(apps + "-fawn", "True");
    String targets = APPS.stream()
        .map(app ->
            "- {name: %1$s, workload: deployment/%2$s/%1$s, remediation: [{rolloutRestart: {}}]}\n"
                .formatted(app, apps))
        .collect(Collectors.joining());
    APPS.forEach(app -> homelab.deployment(app, apps + "-fawn", 0));
    tocsin = Installed.of(
        directory,
        monitoring,
        "ledger: {configMap: {namespace: " + monitoring + ", name: tocsin, parts: 8}}\n"
            + "defaults: {remediation: {settle: 1h}}\ntargets:\n" + targets,
        "--shards=2");
  }

  @AfterEach
  void close() {
    tocsin.close();
  }

  /** One round of each of these, all at once. */
  private String round(String... shards) {
    tocsin.later();
    List<CompletableFuture<Ran>> all = Stream.of(shards)
        .map(shard -> CompletableFuture.supplyAsync(
            () -> tocsin.tocsin("run", "--shard", shard), task -> new Thread(task).start()))
        .toList();
    return all.stream()
        .map(CompletableFuture::join)
        .map(ran -> {
          assertThat(ran.out() + ran.err()).doesNotContain("bug", "(403)");
          assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
          return ran.out();
        })
        .collect(Collectors.joining());
  }

  private static List<String> told(String said) {
    return TOLD.matcher(said)
        .results()
        .map((MatchResult m) -> m.group(1))
        .sorted()
        .toList();
  }

  /** A Deployment is made once, and each restart that it feels makes it another. */
  private List<Long> restarts() {
    return RealApiServer.client().apps().deployments().inNamespace(apps).list().getItems().stream()
        .map(deployment -> deployment.getMetadata().getGeneration() - 1)
        .toList();
  }

  // F77
  @Test
  void a_shard_that_is_run_twice_and_one_of_another_number_tell_nothing_twice() {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      said.append(round("0/2", "0/2", "1/2", "1/2", "0/1", "2/3"));
    }
    assertThat(told(said.toString())).isEqualTo(APPS);
    assertThat(restarts()).hasSize(APPS.size()).allMatch(count -> count == 1);
  }

  // F77
  @Test
  void a_shard_that_is_lost_delays_its_own_targets_and_nobody_else() {
    String first = round("1/2") + round("1/2") + round("1/2");
    List<String> own = told(first);
    assertThat(own).isNotEmpty().hasSizeLessThan(APPS.size());
    String second = round("0/2", "1/2") + round("0/2", "1/2");
    assertThat(Stream.concat(own.stream(), told(second).stream()).sorted()).isEqualTo(APPS);
    round("0/2", "1/2");
    assertThat(restarts()).allMatch(count -> count == 1);
  }

  @Test
  void to_change_the_number_of_shards_forgets_nothing_and_tells_nothing_again() {
    String before = round("0/2", "1/2") + round("0/2", "1/2");
    assertThat(told(before)).isEqualTo(APPS);
    String after = round("0/4", "1/4", "2/4", "3/4") + round("0/1") + round("0/3", "1/3", "2/3");
    assertThat(told(after)).isEmpty();
    assertThat(restarts()).allMatch(count -> count == 1);
    String status = tocsin.tocsin("status").out();
    assertThat(APPS).allSatisfy(app -> assertThat(status).containsPattern(app + " +REMEDIATING"));
  }
}
