package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.ConfigurationReader;
import dev.tocsin.runner.config.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

  private static final Map<String, String> POD =
      Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "HOSTNAME", "tocsin-29384-x7k2p");

  @TempDir
  Path root;

  // F83
  @Test
  void we_are_known_by_our_ledger_unless_a_name_was_given() throws IOException {
    Identity anybody = new Identity(Map.of(), root);
    String inConfigMap = "ledger: {configMap: {namespace: monitoring, name: tocsin}}\n";
    assertThat(anybody.owner(configuration(inConfigMap))).isEqualTo("monitoring/tocsin");
    assertThat(anybody.owner(configuration("cluster: {installation: home}\n" + inConfigMap)))
        .isEqualTo("home");
  }

  @Test
  void two_ledgers_on_one_host_are_two_and_one_is_the_same_in_every_round() throws IOException {
    Identity host = new Identity(Map.of("HOSTNAME", "nas"), root);
    String one = host.owner(configuration("ledger: {file: /var/one.json}\n"));
    assertThat(one).matches("nas-[0-9a-f]{8}");
    assertThat(host.owner(configuration("ledger: {file: /var/one.json}\n"))).isEqualTo(one);
    assertThat(host.owner(configuration("ledger: {file: /var/two.json}\n"))).isNotEqualTo(one);
  }

  @Test
  void a_pod_with_its_ledger_in_a_file_is_not_somebody_else_in_every_round() throws IOException {
    write("var/run/secrets/kubernetes.io/serviceaccount/namespace", "monitoring");
    Configuration configuration = configuration("ledger: {file: /data/ledger.json}\n");
    String owner = new Identity(POD, root).owner(configuration);
    assertThat(owner).matches("monitoring-[0-9a-f]{8}");
    assertThat(new Identity(Map.of("HOSTNAME", "tocsin-29385-abcde"), root).owner(configuration))
        .isEqualTo(owner);
  }

  @Test
  void who_reads_the_ledger_finds_the_pod_that_wrote_it() throws IOException {
    assertThat(new Identity(POD, root).writer()).isEqualTo("tocsin-29384-x7k2p");
    long process = ProcessHandle.current().pid();
    assertThat(new Identity(Map.of("HOSTNAME", "nas"), root).writer())
        .isEqualTo("process " + process + " on nas");
    assertThat(new Identity(Map.of(), root).writer())
        .isEqualTo("process " + process + " on localhost");
    write("etc/hostname", "still-fawn\n");
    assertThat(new Identity(Map.of(), root).writer())
        .isEqualTo("process " + process + " on still-fawn");
  }

  private Configuration configuration(String yaml) throws IOException {
    write("tocsin.yaml", yaml + "targets: [{name: a, check: {tcp: \"a:1\"}}]\n");
    Reading reading = ConfigurationReader.read(
        root.resolve("tocsin.yaml"), Map.of(), condition -> Optional.empty());
    return ((Reading.Valid) reading).configuration();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
