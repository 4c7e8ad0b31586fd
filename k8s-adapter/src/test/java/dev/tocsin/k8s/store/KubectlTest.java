package dev.tocsin.k8s.store;

import static dev.tocsin.k8s.store.Ledgers.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Schedule;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Telling;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people, and what Git, do to a ledger with kubectl. */
@ExtendWith(RealApiServer.class)
class KubectlTest {

  private static final String NAME = "tocsin";

  @TempDir
  Path directory;

  private final String namespace = RealApiServer.namespace();

  private ConfigMapStore store() {
    return Stores.open(RealApiServer.client(), namespace, NAME);
  }

  private Loaded.Found found() {
    return (Loaded.Found) store().load();
  }

  private void written(Ledger next) {
    assertThat(store().write(next, found().version())).isInstanceOf(Written.At.class);
  }

  private String kubectl(String... arguments) {
    return kubectl(Map.of(), arguments);
  }

  private String kubectl(Map<String, String> environment, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--namespace";
    all[1] = namespace;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return RealApiServer.kubectl(environment, all);
  }

  private String yaml() {
    return kubectl("get", "configmap", NAME, "-o", "yaml");
  }

  /** An editor that replaces one text by another. */
  private void edit(String from, String to) throws IOException {
    Path editor = Files.writeString(
        directory.resolve("editor"),
        "#!/bin/sh\nexec sed -i 's|" + from + "|" + to + "|' \"$1\"\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    kubectl(Map.of("KUBE_EDITOR", editor.toString()), "edit", "configmap", NAME);
  }

  /** What somebody keeps in Git: all that is written down, but not what only the server says. */
  private Path exported(String... without) throws IOException {
    StringBuilder manifest = new StringBuilder();
    yaml()
        .lines()
        .filter(line -> !line.matches("  (uid|resourceVersion|creationTimestamp): .*"))
        .filter(line -> List.of(without).stream().noneMatch(line::contains))
        .forEach(line -> manifest.append(line).append('\n'));
    return Files.writeString(directory.resolve("ledger.yaml"), manifest);
  }

  // To be read

  @Test
  void a_human_sees_blocks_of_lines_and_no_quoted_heap() {
    Sighting failing =
        Sighting.of(new Observation.Failing("\"größer\" als \ud83d\udd25\t: # ' x "));
    Ledger ledger = Ledgers.plan(failed(2), failing).next();
    written(ledger);

    assertThat(yaml())
        .contains("  frigate: |\n    {\n      \"state\": \"REMEDIATING\",\n"
            + "      \"alert_sent_for_incident\": true,\n")
        .contains("  plex: |\n    {\n")
        .contains("  tocsin.round: |\n    {\n      \"schema\": 1,\n      \"owner\": \"tocsin\",\n")
        .contains("größer")
        .doesNotContain(": \"{");
    assertThat(found().ledger()).isEqualTo(ledger);
  }

  @Test
  void notices_and_what_was_damaged_are_blocks_too() throws IOException {
    Outcome lost = new Outcome.Unclear("the answer was lost");
    Ledger next = Ledgers.plan(failed(1), Sighting.of(Ledgers.FAILING)).next();
    assertThat(next.notices()).isNotEmpty();
    written(next.settle(Map.of(next.notices().get(0).key(), lost), Ledgers.START));
    edit("\"state\": \"REMEDIATING\"", "\"state\": \"BROKEN\"");
    written(found().ledger());

    assertThat(yaml())
        .contains("  tocsin.notices: |\n    [ {\n")
        .contains("  tocsin.damaged: |\n    # put aside by round 2\n    # frigate\n    {\n"
            + "      \"state\": \"BROKEN\",\n");
  }

  @Test
  void a_person_sees_the_ledger_as_the_docs_show_it() throws IOException {
    Ledger first = Ledgers.next(Ledger.EMPTY, Ledgers.PASSING)
        .paused("plex", Optional.of(Ledgers.START.plus(Duration.ofHours(10))));
    ConfigMapStore pod = new ConfigMapStore(
        RealApiServer.kubernetes(),
        Stores.ref(namespace, NAME),
        "tocsin-29384756-x7k2p",
        Optional.empty());
    written(first);
    assertThat(pod.write(Ledgers.next(first, Ledgers.PASSING), found().version()))
        .isInstanceOf(Written.At.class);

    String shown = Files.readString(exported())
        .replace(namespace, "monitoring")
        .replaceAll("[0-9a-f]{8}/1", "1a2b3c4d/1")
        .replaceAll("tocsin.dev/uid: .*", "tocsin.dev/uid: 6f1c2b9e-5d0a-4c7e-9a53-0d3b1f7e8a42");
    assertThat(Files.readString(Path.of("../docs/ledger.md")))
        .contains("# kubectl -n monitoring get configmap tocsin -o yaml\n" + shown + "```");
  }

  // To be edited: none of it is a step backwards

  @Test
  void a_flag_set_by_hand_is_what_the_human_meant() throws IOException {
    written(failed(1));
    edit("\"alert_sent_for_incident\": false", "\"alert_sent_for_incident\": true");

    assertThat(found().remarks()).hasSize(2).allMatch(r -> r.contains("silenced by hand"));
    assertThat(found().ledger().locked()).isEmpty();
    assertThat(found().ledger().of("frigate").incident().orElseThrow().alert())
        .isEqualTo(Telling.SILENCED);
  }

  @Test
  void a_pause_by_hand_costs_nothing_that_is_remembered() throws IOException {
    written(failed(3));
    edit(
        "\"state\": \"ALERTED\",",
        "\"state\": \"ALERTED\", \"paused_until\": \"2026-11-23T08:00:00Z\",");

    assertThat(found().remarks()).isEmpty();
    assertThat(found().damages()).isEmpty();
    Memory plex = found().ledger().of("plex");
    assertThat(plex.pausedUntil()).isPresent();
    assertThat(plex.pausedUntil(Optional.empty())).isEqualTo(failed(3).of("plex"));
    assertThat(found().ledger().of("frigate")).isEqualTo(failed(3).of("frigate"));
  }

  @Test
  void a_target_taken_out_by_hand_is_healthy_and_the_others_are_as_they_were() {
    written(failed(3));
    kubectl(
        "patch",
        "configmap",
        NAME,
        "--type=json",
        "-p",
        "[{\"op\": \"remove\", \"path\": \"/data/plex\"}]");

    assertThat(found().remarks()).isEmpty();
    assertThat(found().ledger().of("plex")).isEqualTo(Memory.fresh("plex"));
    assertThat(found().ledger().of("frigate")).isEqualTo(failed(3).of("frigate"));
  }

  @Test
  void labels_and_notes_of_others_are_no_step_backwards() {
    written(failed(3));
    kubectl("label", "configmap", NAME, "team=home");
    kubectl("annotate", "configmap", NAME, "note=mine");

    assertThat(found().remarks()).isEmpty();
    assertThat(found().ledger()).isEqualTo(failed(3));
  }

  // F46: put back from Git, or from a backup

  private void assertNotBelieved(int rounds) {
    Loaded.Found found = found();
    assertThat(found.remarks())
        .singleElement()
        .asString()
        .startsWith("the ledger configmap " + namespace + "/tocsin went backwards, ")
        .endsWith(": restored or re-applied? Nothing of it is believed but pauses, and nothing is"
            + " repaired for one window");
    assertThat(found.ledger().memories()).isEmpty();
    assertThat(found.ledger().locked()).hasValue(Moment.LATEST);
    assertThat(found.ledger().schedule().rounds()).isEqualTo(rounds);
  }

  private void assertGoesOn() {
    Ledger next = Ledgers.next(found().ledger(), Ledgers.FAILING);
    written(next);
    assertThat(found().remarks()).as("said once").isEmpty();
    assertThat(found().ledger()).isEqualTo(next);
  }

  @Test
  void a_ledger_applied_from_git_again_and_again_opens_nothing_again() throws IOException {
    written(failed(2));
    Path git = exported("tocsin.dev/");
    written(failed(3));
    for (int round = 3; round < 6; round++) {
      kubectl("apply", "-f", git.toString());
      assertNotBelieved(round);
      assertGoesOn();
    }
  }

  /** What the cluster remembers is believed then, and nobody is told twice. */
  @Test
  void a_ledger_applied_from_git_alerts_nobody_again() throws IOException {
    written(failed(1));
    Path git = exported("tocsin.dev/");
    written(failed(3));
    IncidentId told = failed(3).of("frigate").incident().orElseThrow().id();
    kubectl("apply", "-f", git.toString());
    Sighting failing = new Sighting(
        Ledgers.FAILING,
        List.of(),
        new Sighting.Witness(
            List.of(), Optional.of(new Sighting.PastAlert(told, Telling.NOT_DUE)), List.of()));

    Plan plan = Ledgers.plan(found().ledger(), failing);

    assertThat(plan.notices()).isEmpty();
    assertThat(plan.acts()).isEmpty();
    assertThat(plan.next().of("frigate").incident().orElseThrow().id()).isEqualTo(told);
    assertThat(plan.next().of("frigate").attempts().locked()).isPresent();
  }

  @Test
  void a_manifest_that_says_the_count_as_well_is_seen_by_who_wrote_it() throws IOException {
    written(failed(1));
    written(failed(2));
    Path git = exported();
    written(failed(3));
    kubectl("apply", "-f", git.toString());

    assertThat(found().remarks().get(0)).contains("tocsin.round was written by kubectl");
    assertNotBelieved(2);
    assertGoesOn();
  }

  @Test
  void a_server_side_apply_is_seen_too() throws IOException {
    written(failed(2));
    Path git = exported();
    written(failed(3));
    kubectl(
        "apply",
        "--server-side",
        "--force-conflicts",
        "--field-manager=kustomize-controller",
        "-f",
        git.toString());

    assertThat(found().remarks().get(0)).contains("written by kustomize-controller");
    assertNotBelieved(2);
    assertGoesOn();
  }

  @Test
  void a_ledger_replaced_from_a_backup_is_seen_too() throws IOException {
    written(failed(1));
    written(failed(2));
    Path backup = exported();
    written(failed(3));
    kubectl("replace", "-f", backup.toString());
    assertNotBelieved(2);
    assertGoesOn();

    kubectl("replace", "--force", "-f", backup.toString());
    assertThat(found().remarks().get(0)).contains("a copy of a ConfigMap that was deleted");
    assertNotBelieved(2);
    assertGoesOn();
  }

  /** In the round itself, what was already seen of it counts on. */
  @Test
  void a_ledger_put_back_during_a_round_is_not_taken_for_another_rounds_work() throws IOException {
    written(failed(1));
    Path git = exported();
    written(failed(3));
    ConfigMapStore store = store();
    Loaded.Found before = (Loaded.Found) store.load();
    kubectl("apply", "-f", git.toString());

    assertThat(store.write(failed(4), before.version())).isEqualTo(new Written.Superseded());
    Loaded.Found again = (Loaded.Found) store.load();
    assertThat(again.ledger().schedule().rounds()).isEqualTo(3);
    assertThat(again.ledger().locked()).isPresent();
  }

  /** Our own last write still says when that was: a round at once confirms nothing, F78. */
  @Test
  void a_ledger_put_back_does_not_make_the_time_go_back() throws IOException {
    Schedule longAgo = new Schedule(2, 2, Instant.EPOCH.plusSeconds(60), 0);
    Ledger ledger = new Ledger(longAgo, new TreeMap<>(), List.of(), Optional.empty());
    written(ledger);
    Path git = exported("tocsin.dev/");
    written(Ledgers.next(ledger, Ledgers.FAILING));
    kubectl("apply", "-f", git.toString());

    assertNotBelieved(3);
    assertThat(Duration.between(found().ledger().schedule().lastCounted(), Instant.now())
            .abs())
        .isLessThan(Duration.ofHours(1));
  }

  // The story's own: the flag lived in a manifest that was applied every ten minutes

  private Path frigateInGit() throws IOException {
    String text = RealApiServer.client()
        .configMaps()
        .inNamespace(namespace)
        .withName(NAME)
        .get()
        .getData()
        .get("frigate");
    return Files.writeString(
        directory.resolve("frigate.yaml"), """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: tocsin}
        data:
          frigate: '%s'
        """.formatted(text.replaceAll("\\s+", " ")));
  }

  private void assertOnlyFrigateIsNotBelieved() {
    assertThat(found().remarks())
        .singleElement()
        .asString()
        .startsWith("frigate in the ledger configmap")
        .contains(" was written by kubectl");
    assertThat(found().ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
    assertThat(found().ledger().of("plex")).isEqualTo(failed(3).of("plex"));
    assertThat(found().ledger().locked()).isEmpty();
    written(failed(3));
    assertThat(found().remarks()).isEmpty();
  }

  @Test
  void one_target_applied_from_git_is_not_believed_and_the_others_are() throws IOException {
    written(failed(1));
    Path git = frigateInGit();
    written(failed(3));
    kubectl("apply", "-f", git.toString());

    assertOnlyFrigateIsNotBelieved();
  }

  @Test
  void one_target_applied_by_the_server_is_not_believed_either() throws IOException {
    written(failed(1));
    Path git = frigateInGit();
    written(failed(3));
    kubectl("apply", "--server-side", "--force-conflicts", "-f", git.toString());

    assertOnlyFrigateIsNotBelieved();
  }

  /** A pause in Git is a pause, and nothing is repaired behind the back of whoever wrote it. */
  @Test
  void a_pause_applied_from_git_is_kept() throws IOException {
    written(failed(3));
    Path git = Files.writeString(directory.resolve("pause.yaml"), """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: tocsin}
        data:
          plex: '{"paused_until": "2026-11-23T08:00:00Z"}'
        """);
    kubectl("apply", "-f", git.toString());

    assertThat(found().ledger().of("plex").pausedUntil()).isPresent();
    assertThat(found().ledger().of("plex").attempts().locked()).isPresent();
    assertThat(found().ledger().of("frigate")).isEqualTo(failed(3).of("frigate"));
  }
}
