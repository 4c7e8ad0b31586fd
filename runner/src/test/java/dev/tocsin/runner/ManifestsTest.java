package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed, and what is refused. Whether a cluster takes it is for the others. */
class ManifestsTest {

  private static final String LEDGER =
      "ledger: {configMap: {namespace: monitoring, name: tocsin}}\n";
  private static final String TARGETS = "targets: [{name: router, check: {tcp: \"router:80\"}}]\n";
  private static final String CERTIFICATE = """
      -----BEGIN CERTIFICATE-----
      bm90aGluZyB0aGF0IGFueWJvZHkgcmVhZHM=
      -----END CERTIFICATE-----
      """;

  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ManifestsTest.class.getResourceAsStream("manifest/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Where it fails, {@code target/NAME} is what the golden file should hold. */
  private void isGolden(String name, String text) throws IOException {
    Files.writeString(Path.of("target", name), text);
    assertThat(text).isEqualTo(resource(name));
  }

  private Ran manifests(String yaml, String... options) throws IOException {
    world.configuration(yaml);
    String[] command = new String[options.length + 1];
    command[0] = "manifests";
    System.arraycopy(options, 0, command, 1, options.length);
    return world.tocsin(command);
  }

  private List<String> refusals(String yaml, String... options) throws IOException {
    Ran ran = manifests(yaml, options);
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    return ran.err()
        .lines()
        .map(line -> line.replaceFirst("^tocsin.yaml: ", ""))
        .toList();
  }

  // Golden

  @Test
  void the_manifests_of_the_largest_configuration_are_reviewed_line_by_line() throws IOException {
    Files.createDirectories(world.directory.resolve("tls"));
    Files.writeString(world.directory.resolve("tls/smtp.pem"), CERTIFICATE);
    Ran ran = manifests(
        resource("maximal.yaml"),
        "--image=registry.example.org/tocsin:1.2.3",
        "--secret=tocsin-secrets",
        "--zone=Europe/Berlin",
        "--memory=512Mi");
    assertThat(ran.err()).isEmpty();
    isGolden("maximal-manifests.yaml", ran.out());
  }

  @Test
  void the_manifests_of_the_smallest_configuration_are_reviewed_line_by_line() throws IOException {
    isGolden("minimal-manifests.yaml", manifests(resource("minimal.yaml")).out());
  }

  @Test
  void the_same_configuration_gives_the_same_manifests_wherever_it_is() throws IOException {
    Ran before = manifests(resource("maximal.yaml"));
    world.environment = Map.of("TOKEN", "other", "HOME", "/elsewhere");
    assertThat(manifests(resource("maximal.yaml"))).isEqualTo(before);
  }

  // F39
  @Test
  void the_ledger_is_never_among_them() throws IOException {
    assertThat(manifests(resource("maximal.yaml")).out())
        .doesNotContain("name: \"tocsin-1\"")
        .containsOnlyOnce("kind: \"ConfigMap\"\n")
        .contains("name: \"tocsin-config\"");
  }

  // F81
  @Test
  void a_round_on_a_node_that_dies_is_replaced_by_the_next_elsewhere() throws IOException {
    String out = manifests(resource("maximal.yaml")).out();
    assertThat(out)
        .contains("concurrencyPolicy: \"Replace\"\n")
        .contains("backoffLimit: 0\n")
        .containsPattern("key: \"node.kubernetes.io/not-ready\"\\s+operator: \"Exists\"\\s+"
            + "tolerationSeconds: 30\n")
        .containsPattern("key: \"node.kubernetes.io/unreachable\"\\s+operator: \"Exists\"\\s+"
            + "tolerationSeconds: 30\n");
  }

  @Test
  void no_secret_is_printed_even_where_it_is_at_hand() throws IOException {
    Files.createDirectories(world.directory.resolve("secrets"));
    Files.writeString(world.directory.resolve("secrets/smtp"), "hunter2");
    world.environment = Map.of("TOKEN", "hunter2");
    String out = manifests(LEDGER + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: smtp.example.org, username: me, passwordFile: secrets/smtp}
        targets: [{name: api, check: {http: "https://api/?key=${TOKEN}"}}]
        """).out();
    assertThat(out)
        .doesNotContain("hunter2")
        .contains("create secret generic tocsin \\\n"
            + "#     --from-file=smtp=secrets/smtp \\\n"
            + "#     --from-literal=TOKEN=\"$TOKEN\"\n");
  }

  @Test
  void a_namespace_of_others_is_left_as_it_is() throws IOException {
    assertThat(manifests(LEDGER + TARGETS, "--no-namespace").out())
        .doesNotContain("kind: \"Namespace\"")
        .doesNotContain("pod-security");
  }

  @Test
  void two_installations_do_not_take_each_other_s_objects() throws IOException {
    String other = manifests(LEDGER + TARGETS, "--name=other").out();
    assertThat(other)
        .contains("name: \"other\"\n", "name: \"other-config\"\n", "name: \"monitoring:other\"\n")
        .doesNotContain("name: \"monitoring:tocsin\"");
  }

  @Test
  void what_a_path_is_called_cannot_end_a_comment() throws IOException {
    Ran ran = manifests(LEDGER + """
        targets: [{name: api, check: {exec: ["look\\n---\\nkind: Secret"]}}]
        """);
    assertThat(ran.out()).contains("#   look?---?kind: Secret (api)\n");
  }

  // Shards

  private static final String PARTS = LEDGER.replace("tocsin}", "tocsin, parts: 4}");

  @Test
  void the_shards_of_a_round_are_the_pods_of_an_indexed_job_and_none_ends_another()
      throws IOException {
    String out = manifests(PARTS + TARGETS, "--shards=4").out();
    assertThat(out)
        .contains("completionMode: \"Indexed\"\n", "completions: 4\n", "parallelism: 4\n")
        .contains("backoffLimitPerIndex: 0\n")
        .doesNotContain("backoffLimit:")
        .contains("- \"--shard=$(JOB_COMPLETION_INDEX)/4\"\n")
        .contains("- \"tocsin-1\"\n", "- \"tocsin-2\"\n", "- \"tocsin-3\"\n");
    assertThat(manifests(PARTS + TARGETS, "--shards=1"))
        .isEqualTo(manifests(PARTS + TARGETS))
        .extracting(Ran::out)
        .asString()
        .doesNotContain("Indexed", "--shard");
  }

  @Test
  void a_shard_without_a_part_is_refused_before_it_is_installed() throws IOException {
    assertThat(refusals(LEDGER + TARGETS, "--shards=2"))
        .containsExactly("the ledger's parts are 1 and the shards 2, and each takes a part at"
            + " least, expected ledger: {configMap: {parts: 2}} or more, or fewer --shards");
    assertThat(refusals(PARTS + TARGETS, "--shards=0"))
        .containsExactly("a round cannot be shared by 0 pods, expected --shards 1 or more");
  }

  @Test
  void a_dead_shard_is_missed_only_if_it_has_a_heartbeat_of_its_own() throws IOException {
    String together = "heartbeat: \"https://hc.example.org/${ID}\"\n";
    String apart = "heartbeat: \"https://hc.example.org/${ID}/${JOB_COMPLETION_INDEX}\"\n";
    String said = "# All shards call the same heartbeat";
    assertThat(manifests(PARTS + together + TARGETS, "--shards=2").out()).contains(said);
    assertThat(manifests(PARTS + together + TARGETS).out()).doesNotContain(said);
    assertThat(manifests(PARTS + TARGETS, "--shards=2").out()).doesNotContain(said);
    assertThat(manifests(PARTS + apart + TARGETS, "--shards=2").out())
        .doesNotContain(said)
        .doesNotContain("key: \"JOB_COMPLETION_INDEX\"")
        .contains("key: \"ID\"");
  }

  // The schedule

  @ParameterizedTest
  @CsvSource({
    "1m, * * * * *, 30, 54",
    "5m, */5 * * * *, 150, 270",
    "30m, */30 * * * *, 900, 1020",
    "1h, 0 * * * *, 1800, 1920",
    "6h, 0 */6 * * *, 10800, 10920",
    "1d, 0 0 * * *, 43200, 43320"
  })
  void a_round_has_ended_itself_before_its_job_is_and_its_job_before_the_next(
      String interval, String schedule, String starting, String active) throws IOException {
    String knobs = "defaults: {remediation: {window: 2d, settle: 1d}}\n";
    assertThat(
            manifests(LEDGER + "interval: " + interval + "\n" + knobs + TARGETS).out())
        .contains("schedule: \"" + schedule + "\"\n")
        .contains("startingDeadlineSeconds: " + starting + "\n")
        .contains("activeDeadlineSeconds: " + active + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "7m, 6m",
    "8m, 6m",
    "9m, 10m",
    "45m, 30m",
    "1m30s, 1m",
    "10s, 1m",
    "1s, 1m",
    "1h30m, 1h",
    "5h, 4h",
    "18h, 12h",
    "23h, 1d",
    "5m30s, 5m",
    "59m, 1h"
  })
  void an_interval_that_cron_cannot_say_is_not_rounded_in_silence(String interval, String nearest)
      throws IOException {
    String knobs = "defaults: {remediation: {window: 2d, settle: 1d}}\n";
    assertThat(refusals(LEDGER + "interval: " + interval + "\n" + knobs + TARGETS))
        .containsExactly("cron cannot say an interval of " + interval + ", expected " + nearest
            + ", which is the nearest that it can");
  }

  // What a pod has not

  @Test
  void a_file_is_no_ledger_for_a_pod() throws IOException {
    assertThat(refusals(TARGETS))
        .containsExactly("the ledger is a file, and every round is a new pod without its files,"
            + " expected ledger: {configMap: {namespace: monitoring, name: tocsin}}");
  }

  @Test
  void mail_into_a_directory_would_be_read_by_nobody() throws IOException {
    assertThat(refusals(
            LEDGER + "mail: {from: t@example.org, to: me@example.org, outbox: out}\n" + TARGETS))
        .containsExactly("mail goes to a directory, and every round is a new pod without its"
            + " files, expected smtp");
  }

  @Test
  void a_kubeconfig_is_not_carried_into_the_cluster() throws IOException {
    String expected = "cluster has a kubeconfig or a context, and a pod goes by its own service"
        + " account, expected neither";
    assertThat(refusals(LEDGER + "cluster: {context: home}\n" + TARGETS)).containsExactly(expected);
    assertThat(refusals(LEDGER + "cluster: {kubeconfig: ~/.kube/config}\n" + TARGETS))
        .contains(expected);
  }

  @Test
  void a_mail_server_on_this_machine_is_none_in_a_pod() throws IOException {
    assertThat(refusals(LEDGER + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: 127.0.0.1, port: 2525, tls: none}
        """ + TARGETS))
        .containsExactly("mail goes to a server on this machine, and in a pod that is the pod"
            + " itself, expected a host that is reached from there");
  }

  @ParameterizedTest
  @CsvSource({"1, 256Mi", "500, 256Mi", "501, 512Mi", "1500, 512Mi", "1501, 768Mi", "5000, 1536Mi"})
  void memory_is_asked_for_by_the_number_of_targets(int targets, String memory) {
    assertThat(ManifestsCommand.Memory.enough(targets)).isEqualTo(memory);
  }

  @Test
  void a_program_that_would_be_hidden_by_the_configuration_is_not_promised() throws IOException {
    assertThat(refusals(LEDGER + "targets: [{name: api, check: {exec: [./look]}}]\n"))
        .containsExactly("the program /etc/tocsin/look of api is where files are mounted over what"
            + " the image has, expected another path in the image, or a name in its PATH");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/password",
        "/etc/password",
        "/etc/ssl/smtp/password",
        "/run/secrets/password",
        "/usr/share/password",
        "/tmp/password",
        "../password"
      })
  void nothing_is_mounted_over_what_the_image_has(String file) throws IOException {
    assertThat(refusals(LEDGER + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: smtp.example.org, username: me, passwordFile: %s}
        """.formatted(file) + TARGETS))
        .singleElement()
        .asString()
        .contains("cannot be mounted, for it is there already")
        .endsWith("such as /secrets/password");
  }

  @Test
  void nobody_is_at_home_in_a_pod() throws IOException {
    assertThat(refusals(LEDGER + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: smtp.example.org, username: me, passwordFile: ~/smtp}
        """ + TARGETS))
        .containsExactly("'~/smtp' begins at a home directory, and a pod has none, expected an"
            + " absolute path, or one that begins at the configuration");
  }

  // S10
  @Test
  void a_private_key_beside_an_authority_stays_where_it_is() throws IOException {
    Files.writeString(
        world.directory.resolve("ca.pem"),
        "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n" + CERTIFICATE);
    Ran ran = manifests(LEDGER + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: smtp.example.org, caFile: ca.pem}
        """ + TARGETS);
    assertThat(ran.out())
        .contains("BEGIN CERTIFICATE")
        .doesNotContain("PRIVATE KEY")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void what_no_config_map_can_hold_is_refused_before_a_server_does() throws IOException {
    Files.writeString(world.directory.resolve("ca.pem"), CERTIFICATE.repeat(12_000));
    assertThat(refusals(LEDGER + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: smtp.example.org, caFile: ca.pem}
        """ + TARGETS))
        .singleElement()
        .asString()
        .startsWith("the configuration and its authorities have ")
        .endsWith("expected at most the 1048576 of a ConfigMap");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--name=Tocsin",
        "--name=a..b",
        "--name=a.-b",
        "--name=a-name-of-more-than-fifty-two-characters-is-too-long-for-it"
      })
  void a_name_that_no_cron_job_can_have_is_refused(String name) throws IOException {
    assertThat(refusals(LEDGER + TARGETS, name))
        .singleElement()
        .asString()
        .startsWith("a CronJob cannot be named '")
        .contains("expected --name with at most 52");
  }

  @Test
  void the_configuration_is_not_put_where_the_ledger_will_be() throws IOException {
    assertThat(refusals(LEDGER.replace("name: tocsin", "name: a-config") + TARGETS, "--name=a"))
        .containsExactly("the ConfigMap a-config would be the ledger and the configuration,"
            + " expected another --name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--zone=Berlin",
        "--memory=much",
        "--image=two words",
        "--secret=Secret",
        "--zone=+02:00"
      })
  void an_option_that_no_cluster_would_take_is_refused(String option) throws IOException {
    Ran ran = manifests(LEDGER + TARGETS, option);
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(option.split("=")[1]);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() throws IOException {
    assertThat(refusals("""
        interval: 7m
        cluster: {context: home}
        targets: [{name: api, check: {exec: [./look]}}]
        """)).hasSize(4);
  }

  // Files

  @Test
  void directories_within_each_other_are_one_mount_and_names_that_meet_are_told_apart()
      throws IOException {
    String out = manifests(LEDGER + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: smtp.example.org, username: me, passwordFile: /secrets/a/KEY}
        targets:
        - {name: one, check: {http: {url: "https://one/?${KEY}", caFile: /secrets/ca.pem}}}
        - {name: two, check: {http: {url: "https://two/", caFile: /secrets/b/ca.pem}}}
        """).out();
    assertThat(out)
        .containsOnlyOnce("mountPath: \"/secrets")
        .contains("- key: \"KEY-2\"\n".indent(18) + "path: \"a/KEY\"\n".indent(20))
        .contains("- key: \"ca.pem\"\n".indent(18) + "path: \"b/ca.pem\"\n".indent(20))
        .contains("- key: \"ca.pem-2\"\n".indent(18) + "path: \"ca.pem\"\n".indent(20))
        .contains("key: \"KEY\"\n".indent(18));
  }
}
