package dev.tocsin.k8s.store;

import static dev.tocsin.k8s.store.Ledgers.failed;
import static dev.tocsin.k8s.testing.FaultyApi.breaks;
import static dev.tocsin.k8s.testing.FaultyApi.cutsOff;
import static dev.tocsin.k8s.testing.FaultyApi.doesAndBreaks;
import static dev.tocsin.k8s.testing.FaultyApi.doesAndIsMute;
import static dev.tocsin.k8s.testing.FaultyApi.doesAndSays;
import static dev.tocsin.k8s.testing.FaultyApi.isMute;
import static dev.tocsin.k8s.testing.FaultyApi.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Schedule;
import dev.tocsin.incident.State;
import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.ledger.LedgerDocument;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must hold on every API server, whatever the network does. */
abstract class StoreTests {

  private static final String NAME = "tocsin";
  private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0");

  private Optional<FaultyApi> faulty = Optional.empty();

  abstract KubernetesClient server();

  abstract String namespace();

  @AfterEach
  void closeProxy() {
    faulty.ifPresent(FaultyApi::close);
  }

  private FaultyApi api() {
    return api(0);
  }

  private FaultyApi api(int retries) {
    faulty = faulty.or(() -> Optional.of(new FaultyApi(server(), retries)));
    return faulty.get();
  }

  /** A store behind the proxy. */
  private ConfigMapStore far() {
    return Stores.open(api().client(), namespace(), NAME);
  }

  private ConfigMapStore impatient() {
    return Stores.open(api().client(), namespace(), NAME, Optional.empty(), Duration.ofMillis(700));
  }

  private ConfigMapStore near() {
    return Stores.open(server(), namespace(), NAME);
  }

  private Loaded.Found found() {
    return (Loaded.Found) near().load();
  }

  private Version written(Ledger next) {
    Written written = near().write(next, found().version());
    assertThat(written).isInstanceOf(Written.At.class);
    return ((Written.At) written).version();
  }

  private ConfigMap map() {
    return server().configMaps().inNamespace(namespace()).withName(NAME).get();
  }

  private void edit(UnaryOperator<ConfigMap> change) {
    server().configMaps().inNamespace(namespace()).withName(NAME).edit(change);
  }

  private void edit(String key, UnaryOperator<String> change) {
    edit(map -> new ConfigMapBuilder(map)
        .addToData(key, change.apply(map.getData().getOrDefault(key, "")))
        .build());
  }

  private static String why(Object failure) {
    return failure instanceof Loaded.Unusable unusable
        ? unusable.why()
        : ((Written.Failed) failure).why();
  }

  // What is there

  @Test
  void the_ledger_says_whose_it_is_and_what_round_it_is_of() {
    written(failed(3));

    assertThat(map().getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/managed-by", "tocsin");
    assertThat(map().getMetadata().getAnnotations()).containsEntry("tocsin.dev/rounds", "3");
    assertThat(map().getData())
        .containsOnlyKeys("frigate", "plex", "tocsin.round")
        .hasEntrySatisfying(
            "frigate", text -> assertThat(text).contains("\"alert_sent_for_incident\": true"))
        .hasEntrySatisfying("tocsin.round", text -> assertThat(text).contains("a test "));
  }

  @Test
  void what_others_put_on_the_object_is_not_taken_from_them() {
    written(failed(1));
    edit(map -> new ConfigMapBuilder(map)
        .editMetadata()
        .addToLabels("team", "home")
        .addToAnnotations("argocd.argoproj.io/sync-options", "Prune=false")
        .endMetadata()
        .addToBinaryData("picture", "AAEC")
        .build());

    written(failed(2));
    written(failed(3));

    assertThat(map().getMetadata().getLabels()).containsEntry("team", "home");
    assertThat(map().getMetadata().getAnnotations())
        .containsEntry("argocd.argoproj.io/sync-options", "Prune=false");
    assertThat(map().getBinaryData()).containsEntry("picture", "AAEC");
    assertThat(found().ledger()).isEqualTo(failed(3));
  }

  /** The server refuses a key that is in both. */
  @Test
  void a_document_in_the_wrong_half_of_the_object_does_not_stop_the_ledger() {
    written(failed(1));
    edit(map -> new ConfigMapBuilder(map)
        .removeFromData("plex")
        .addToBinaryData("plex", "AAEC")
        .build());
    written(failed(2));

    assertThat(map().getBinaryData()).isNullOrEmpty();
    assertThat(found().ledger()).isEqualTo(failed(2));
  }

  @Test
  void a_round_reads_once_and_writes_twice() {
    ConfigMapStore store = far();
    Loaded.Found loaded = (Loaded.Found) store.load();
    Written.At first = (Written.At) store.write(failed(1), loaded.version());
    store.write(failed(2), first.version());

    assertThat(api().requests())
        .extracting(request -> request.replaceAll(" .*", ""))
        .containsExactly("GET", "POST", "PUT");
  }

  // F22
  @Test
  void a_ledger_is_never_read_from_a_cache_that_may_lag_behind() {
    far().load();

    assertThat(api().requests())
        .containsExactly("GET /api/v1/namespaces/" + namespace() + "/configmaps/" + NAME);
  }

  // F12, F14, F17, F18, F20

  @Test
  void a_server_that_stumbles_is_asked_again() {
    written(failed(2));
    for (FaultyApi.Fault fault : List.of(
        says(500), says(503), says(504), says(429, AT_ONCE, ""), breaks(), cutsOff(), cutsOff())) {
      api().next("GET", fault);

      assertThat(far().load()).isEqualTo(found());
    }
  }

  @Test
  void a_server_without_an_answer_is_not_an_empty_ledger() {
    written(failed(2));
    for (FaultyApi.Fault fault :
        List.of(says(500), says(503), says(504), says(429, AT_ONCE, ""), breaks(), cutsOff())) {
      api().always("GET", fault);

      assertThat(why(far().load())).startsWith("cannot read the ledger configmap " + namespace());
    }
  }

  @Test
  void a_proxy_that_answers_in_the_servers_place_is_not_an_empty_ledger() {
    written(failed(2));
    for (String body :
        List.of("", "{}", "null", "[]", "<html>log in here</html>", "{\"data\": {")) {
      FaultyApi.Fault fault = says(200, Map.of(), body);
      api().always("GET", fault);

      assertThat(far().load()).as(body).isInstanceOf(Loaded.Unusable.class);
    }
  }

  @Test
  void a_server_that_never_answers_costs_no_more_than_our_patience() {
    written(failed(2));
    api().always("GET", isMute());

    assertThat(why(impatient().load())).contains("no answer from the API server");
  }

  @Test
  void a_server_that_asks_to_be_left_alone_for_too_long_ends_the_round() {
    api().next("GET", says(429, Map.of("Retry-After", "3600"), ""));

    assertThat(far().load()).isInstanceOf(Loaded.Unusable.class);
    assertThat(api().count("GET")).isEqualTo(1);
  }

  @Test
  void a_server_that_is_not_there_is_not_an_empty_ledger() {
    ConfigMapStore store = far();
    api().stop();

    assertThat(why(store.load())).contains("cannot be reached");
    assertThat(store.write(failed(1), Version.ABSENT)).isInstanceOf(Written.Failed.class);
  }

  @Test
  void whoever_is_not_known_or_not_allowed_is_told_what_to_do() {
    api().next("GET", says(401));
    assertThat(why(far().load())).contains("(401)").contains("token of our service account");

    String cannot = "{\"kind\":\"Status\",\"message\":\"User \\\"x\\\" cannot get resource\"}";
    api().next("GET", says(403, Map.of(), cannot));
    assertThat(why(far().load()))
        .contains("we may not get configmap")
        .contains("User \"x\" cannot get")
        .contains("A Role must allow get and update");
    assertThat(api().count("GET")).as("never asked again").isEqualTo(2);
  }

  // F19, and S7: written once, and known to be

  @Test
  void a_write_whose_answer_is_lost_is_found_and_not_made_twice() {
    Ledger next = Ledger.EMPTY;
    for (FaultyApi.Fault fault :
        List.of(doesAndBreaks(), doesAndSays(500), doesAndSays(504), cutsOff())) {
      api().heal().next("POST", fault).next("PUT", fault);
      next = Ledgers.next(next, Ledgers.FAILING);
      long writes = api().count("PUT") + api().count("POST");

      Written written = far().write(next, found().version());

      assertThat(written).isEqualTo(new Written.At(found().version()));
      assertThat(found().ledger()).isEqualTo(next);
      assertThat(api().count("PUT") + api().count("POST")).isEqualTo(writes + 1);
    }
  }

  @Test
  void a_first_write_whose_answer_is_lost_is_found_too() {
    api().next("POST", doesAndBreaks());

    Written written = far().write(failed(1), Version.ABSENT);

    assertThat(written).isEqualTo(new Written.At(found().version()));
    assertThat(api().count("POST")).isEqualTo(1);
  }

  @Test
  void a_write_that_was_not_made_is_made_once_more() {
    Ledger next = Ledger.EMPTY;
    for (FaultyApi.Fault fault :
        List.of(breaks(), says(500), says(503), says(504), says(429, AT_ONCE, ""))) {
      api().heal().next("POST", fault).next("PUT", fault);
      next = Ledgers.next(next, Ledgers.FAILING);

      Written written = far().write(next, found().version());

      assertThat(written).isEqualTo(new Written.At(found().version()));
      assertThat(found().ledger()).isEqualTo(next);
    }
  }

  /** The second try meets the first, and both are one. */
  @Test
  void a_write_that_arrives_late_is_not_taken_for_somebody_elses() {
    Version base = written(failed(1));
    api().next("PUT", FaultyApi.arrivesLate());

    Written written = far().write(failed(2), base);

    assertThat(written).isEqualTo(new Written.At(found().version()));
    assertThat(found().ledger()).isEqualTo(failed(2));
    assertThat(api().count("PUT")).isEqualTo(2);
  }

  @Test
  void a_write_that_fails_twice_has_failed() {
    Version base = written(failed(1));
    api().next("PUT", says(500), says(500));

    assertThat(why(far().write(failed(2), base))).contains("HTTP 500");
    assertThat(found().ledger()).isEqualTo(failed(1));
  }

  @Test
  void a_write_that_is_never_answered_costs_no_more_than_our_patience() {
    Version base = written(failed(1));
    ConfigMapStore store = impatient();
    store.load();
    api().next("PUT", doesAndIsMute());

    assertThat(why(store.write(failed(2), base))).contains("not known to be written");
    assertThat(found().ledger()).isEqualTo(failed(2));
  }

  @Test
  void a_write_that_nobody_can_look_for_is_not_acted_upon() {
    Version base = written(failed(1));
    ConfigMapStore store = far();
    store.load();
    api().next("PUT", doesAndBreaks()).always("GET", says(503));

    assertThat(why(store.write(failed(2), base))).contains("not known to be written");
  }

  /** What fabric8's own client does, unless told not to: the second try meets the first. */
  @Test
  void a_client_that_repeats_a_write_by_itself_is_not_overtaken_by_itself() {
    api(2).next("POST", doesAndSays(500)).next("PUT", doesAndSays(503));
    Written first = far().write(failed(1), Version.ABSENT);
    Version base = found().version();
    Written second = far().write(failed(2), base);

    assertThat(first).isEqualTo(new Written.At(base));
    assertThat(second).isEqualTo(new Written.At(found().version()));
    assertThat(api().count("POST")).isEqualTo(2);
    assertThat(api().count("PUT")).isEqualTo(2);
  }

  @Test
  void a_write_that_was_not_made_before_somebody_else_wrote_is_superseded() {
    Version base = written(failed(1));
    ConfigMapStore store = far();
    store.load();
    api().next("PUT", FaultyApi.breaksAfter(() -> written(failed(2))));

    assertThat(store.write(failed(3), base)).isEqualTo(new Written.Superseded());
    assertThat(found().ledger()).isEqualTo(failed(2));
  }

  /** The next write is refused, and whoever makes it reads the edit first. */
  @Test
  void an_edit_between_a_lost_answer_and_the_look_for_it_is_not_overwritten_unread() {
    Version base = written(failed(2));
    ConfigMapStore store = far();
    store.load();
    Consumer<String> pause = until ->
        edit("plex", text -> text.replaceFirst("\\{", "{\"paused_until\": \"" + until + "\","));
    api().next("PUT", FaultyApi.doesAndBreaksAfter(() -> pause.accept("2026-11-23T08:00:00Z")));

    Written written = store.write(failed(3), base);
    assertThat(written).isInstanceOf(Written.At.class);
    Version known = ((Written.At) written).version();

    assertThat(store.write(failed(4), known)).isEqualTo(new Written.Superseded());
    assertThat(found().ledger().of("plex").pausedUntil()).isPresent();
    assertThat(found().ledger().schedule().rounds()).isEqualTo(3);
  }

  // F21, F39

  @Test
  void a_ledger_deleted_in_between_is_not_written_as_if_nothing_had_happened() {
    ConfigMapStore store = near();
    Version base = written(failed(1));
    store.load();
    server().configMaps().inNamespace(namespace()).withName(NAME).delete();

    assertThat(store.write(failed(2), base)).isEqualTo(new Written.Superseded());
    assertThat(near().write(failed(2), base)).isEqualTo(new Written.Superseded());
    assertThat(store.load()).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
  }

  @Test
  void a_ledger_made_by_another_round_is_not_overwritten_by_the_first_of_ours() {
    ConfigMapStore store = near();
    store.load();
    written(failed(1));

    assertThat(store.write(failed(2), Version.ABSENT)).isEqualTo(new Written.Superseded());
    assertThat(found().ledger()).isEqualTo(failed(1));
  }

  // F23

  @Test
  void a_refused_write_says_why_and_is_not_repeated() {
    Version base = written(failed(1));
    for (int status : new int[] {400, 401, 403, 413, 422}) {
      api().next("PUT", says(status));

      assertThat(why(far().write(failed(2), base)))
          .startsWith("cannot write the ledger configmap " + namespace() + "/" + NAME)
          .contains("(" + status + ")");
    }
    assertThat(api().count("PUT")).isEqualTo(5);
    assertThat(found().ledger()).isEqualTo(failed(1));
  }

  @Test
  void what_the_server_finds_too_large_says_what_to_do() {
    Version base = written(failed(1));
    api().next("PUT", says(413));

    assertThat(why(far().write(failed(2), base)))
        .contains("Give the ledger a ConfigMap of its own");
  }

  // F40

  @Test
  void one_damaged_target_is_kept_aside_by_the_write_that_replaces_it() {
    written(failed(3));
    edit("frigate", text -> text.replace("REMEDIATING", "BROKEN"));
    String damaged = map().getData().get("frigate");

    Loaded.Found found = found();
    assertThat(found.damages())
        .singleElement()
        .asString()
        .contains("frigate.state 'BROKEN'")
        .endsWith("; it will be kept in its key tocsin.damaged when it is replaced");
    assertThat(map().getData()).as("reading writes nothing").doesNotContainKey("tocsin.damaged");
    assertThat(found.ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
    assertThat(found.ledger().of("plex")).isEqualTo(failed(3).of("plex"));
    written(Ledgers.next(found.ledger(), Ledgers.FAILING));

    assertThat(map().getData().get("tocsin.damaged"))
        .isEqualTo("# put aside by round 4\n# frigate\n" + damaged);
    assertThat(found().damages()).isEmpty();
    assertThat(found().remarks()).isEmpty();
  }

  @Test
  void a_ledger_without_its_round_forgets_everything_but_the_count() {
    written(failed(3));
    edit("tocsin.round", text -> "{");
    Map<String, String> damaged = map().getData();

    Loaded.Found found = found();
    assertThat(found.damages()).singleElement().asString().contains("all is forgotten");
    assertThat(found.ledger().memories()).isEmpty();
    assertThat(found.ledger().locked()).hasValue(Moment.LATEST);
    assertThat(found.ledger().schedule().rounds()).isEqualTo(3);
    written(Ledgers.next(found.ledger(), Ledgers.FAILING));

    assertThat(map().getData().get("tocsin.damaged"))
        .startsWith("# put aside by round 4\n# tocsin.round\n{\n# frigate\n")
        .contains(damaged.get("frigate"))
        .contains(damaged.get("plex"));
    assertThat(found().damages()).isEmpty();
    assertThat(found().ledger().schedule().rounds()).isEqualTo(4);
  }

  @Test
  void what_was_kept_stays_until_a_human_has_seen_it() {
    written(failed(3));
    edit("frigate", text -> "{");
    written(failed(4));
    written(failed(5));
    assertThat(map().getData().get("tocsin.damaged")).endsWith("# frigate\n{\n");

    edit(map -> new ConfigMapBuilder(map).removeFromData("tocsin.damaged").build());
    written(failed(6));
    assertThat(map().getData()).doesNotContainKey("tocsin.damaged");
    assertThat(found().ledger()).isEqualTo(failed(6));
  }

  @Test
  void a_ledger_damaged_every_round_does_not_grow() {
    written(failed(1));
    for (int round = 2; round < 12; round++) {
      String noise = "{" + "x".repeat(10_000) + round;
      edit("frigate", text -> noise);
      written(failed(round));
    }
    assertThat(map().getData().get("tocsin.damaged"))
        .hasSize(Evidence.CHARACTERS_AT_MOST)
        .startsWith("# put aside by round 11\n# frigate\n{xxx");
  }

  @Test
  void the_same_damage_again_is_kept_once() {
    written(failed(1));
    for (int round = 2; round < 5; round++) {
      edit("frigate", text -> "{");
      written(failed(round));
    }
    assertThat(map().getData().get("tocsin.damaged"))
        .isEqualTo("# put aside by round 2\n# frigate\n{\n");
  }

  // F43
  @Test
  void an_impossible_count_by_hand_is_not_counted_on() {
    written(failed(3));
    edit("frigate", text -> text.replaceFirst("\"attempts\": \\d+", "\"attempts\": -1"));

    assertThat(found().damages()).singleElement().asString().contains("-1");
    assertThat(found().ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
  }

  // F41, S8

  @Test
  void a_newer_ledger_is_neither_read_nor_written() {
    written(failed(2));
    edit("tocsin.round", text -> text.replace("\"schema\": 1", "\"schema\": 2"));
    ConfigMap before = map();
    Version guessed = new Version(before.getMetadata().getResourceVersion());

    assertThat(why(near().load())).contains("schema 2").contains("schema 1").contains(NAME);
    assertThat(why(near().write(failed(3), guessed))).contains("schema 2");
    assertThat(map()).isEqualTo(before);
  }

  // F44
  @Test
  void a_ledger_too_large_is_refused_before_it_is_sent() {
    SortedMap<String, Memory> memories = new TreeMap<>();
    for (int i = 0; i < 8000; i++) {
      String name = "target-" + i;
      memories.put(name, Memory.fresh(name).pausedUntil(Optional.of(Ledgers.START)));
    }
    Ledger huge = new Ledger(Schedule.START, memories, List.of(), Optional.empty());
    assertThat(LedgerDocument.text(huge, "").length())
        .isGreaterThan((int) LedgerDocument.CONFIG_MAP_BYTES_AT_MOST);

    assertThat(why(far().write(huge, Version.ABSENT))).contains("262144 at most");
    assertThat(api().requests()).isEmpty();
  }

  // F45

  @Test
  void a_foreign_object_is_neither_read_nor_written() {
    for (Map<String, String> labels :
        List.of(Map.<String, String>of(), Map.of("app.kubernetes.io/managed-by", "Helm"))) {
      written(failed(1));
      edit(map -> new ConfigMapBuilder(map)
          .editMetadata()
          .withLabels(labels)
          .endMetadata()
          .build());
      ConfigMap before = map();
      Version guessed = new Version(before.getMetadata().getResourceVersion());

      assertThat(why(near().load()))
          .contains("configmap " + namespace() + "/" + NAME + " is somebody else's")
          .contains("app.kubernetes.io/managed-by=tocsin")
          .contains("Name another place");
      assertThat(near().write(failed(3), guessed)).isInstanceOf(Written.Failed.class);
      assertThat(map()).isEqualTo(before);
      server().configMaps().inNamespace(namespace()).withName(NAME).delete();
    }
  }

  @Test
  void an_empty_object_that_bears_our_label_is_not_ours() {
    written(failed(1));
    edit(map -> new ConfigMapBuilder(map).withData(Map.of()).build());

    assertThat(why(near().load())).contains("it has no tocsin.round").contains(NAME);
  }

  @Test
  void an_immutable_object_is_no_place_for_a_ledger() {
    written(failed(1));
    edit(map -> new ConfigMapBuilder(map).withImmutable(true).build());
    ConfigMap before = map();
    Version guessed = new Version(before.getMetadata().getResourceVersion());

    assertThat(why(near().load())).contains("is immutable").contains("Delete it");
    assertThat(why(near().write(failed(2), guessed))).contains("immutable");
    assertThat(map()).isEqualTo(before);
  }

  // F46

  @Test
  void an_older_text_put_back_is_not_believed() {
    written(failed(2));
    Map<String, String> old = map().getData();
    written(Ledgers.next(failed(2), Ledgers.PASSING));
    edit(map -> new ConfigMapBuilder(map).withData(old).build());

    Loaded.Found found = found();

    assertThat(found.remarks())
        .singleElement()
        .asString()
        .contains("went backwards, round 2 after 3: restored or re-applied?");
    assertThat(found.ledger().memories()).isEmpty();
    assertThat(found.ledger().notices()).isEmpty();
    assertThat(found.ledger().locked()).hasValue(Moment.LATEST);
    assertThat(found.ledger().schedule().rounds()).isEqualTo(3);
    written(Ledgers.next(found.ledger(), Ledgers.PASSING));
    assertThat(found().remarks()).as("said once").isEmpty();
  }

  @Test
  void a_pause_by_hand_outlives_a_text_put_back() {
    written(failed(2).paused("plex", Optional.of(Ledgers.START.plus(Ledgers.INTERVAL))));
    Map<String, String> old = map().getData();
    written(failed(3));
    edit(map -> new ConfigMapBuilder(map).withData(old).build());

    assertThat(found().ledger().memories()).containsOnlyKeys("plex");
    assertThat(found().ledger().of("plex").pausedUntil()).isPresent();
    assertThat(found().ledger().of("plex").incident()).isEmpty();
  }

  @Test
  void a_ledger_that_lost_its_count_may_be_an_old_one() {
    for (String rounds : List.of("", "many", "-1", "9".repeat(40))) {
      written(failed(3));
      edit(map -> new ConfigMapBuilder(map)
          .editMetadata()
          .addToAnnotations("tocsin.dev/rounds", rounds)
          .endMetadata()
          .build());

      assertThat(found().remarks()).singleElement().asString().contains("rounds is missing");
      assertThat(found().ledger().locked()).hasValue(Moment.LATEST);
      assertThat(found().ledger().schedule().rounds()).isEqualTo(3);
    }
  }

  @Test
  void a_copy_of_a_ledger_that_was_deleted_is_an_old_one() {
    written(failed(1));
    written(failed(2));
    ConfigMap backup = new ConfigMapBuilder(map())
        .editMetadata()
        .withResourceVersion(null)
        .withUid(null)
        .withManagedFields()
        .endMetadata()
        .build();
    server().configMaps().inNamespace(namespace()).withName(NAME).delete();
    server().configMaps().inNamespace(namespace()).resource(backup).create();

    assertThat(found().remarks()).singleElement().asString().contains("went backwards");
    assertThat(found().ledger().memories()).isEmpty();
  }

  @Test
  void what_a_human_edits_is_no_step_backwards() {
    written(failed(3));
    edit(
        "plex",
        text -> text.replace(
            "\"alert_sent_for_incident\": true", "\"alert_sent_for_incident\": false"));
    assertThat(found().remarks()).singleElement().asString().contains("told once more");
    assertThat(found().ledger().locked()).isEmpty();
    assertThat(found().ledger().of("frigate")).isEqualTo(failed(3).of("frigate"));

    edit(map -> new ConfigMapBuilder(map).removeFromData("plex").build());
    assertThat(found().remarks()).isEmpty();
    assertThat(found().ledger().of("plex")).isEqualTo(Memory.fresh("plex"));
    assertThat(found().ledger().locked()).isEmpty();
  }

  // Migration: the checker before us

  private ConfigMapStore successor() {
    StoryLedger story = new StoryLedger(Stores.ref(namespace(), "frigate-checker"), "frigate");
    return Stores.open(api().client(), namespace(), NAME, Optional.of(story));
  }

  private void story(Map<String, String> data) {
    server()
        .configMaps()
        .inNamespace(namespace())
        .resource(new ConfigMapBuilder()
            .withNewMetadata()
            .withName("frigate-checker")
            .endMetadata()
            .withData(data)
            .build())
        .create();
  }

  @Test
  void what_the_checker_before_us_told_is_taken_over_once() {
    story(Map.of("alert_sent_for_incident", "true", "consecutive_failures", "4"));

    Loaded.Found first = (Loaded.Found) successor().load();
    assertThat(first.version()).isEqualTo(Version.ABSENT);
    assertThat(first.remarks()).singleElement().asString().contains("its alert: told");
    assertThat(first.ledger().of("frigate").state()).isEqualTo(State.ALERTED);
    assertThat(successor().write(first.ledger(), first.version())).isInstanceOf(Written.At.class);

    long asked = api().count("GET");
    Loaded.Found second = (Loaded.Found) successor().load();
    assertThat(second.ledger()).isEqualTo(first.ledger());
    assertThat(second.remarks()).isEmpty();
    assertThat(api().count("GET")).as("not read again").isEqualTo(asked + 1);
    assertThat(api().requests()).noneMatch(r -> r.startsWith("P") && r.contains("frigate-checker"));
  }

  @Test
  void a_checker_that_left_nothing_is_said_and_is_no_trouble() {
    Loaded.Found found = (Loaded.Found) successor().load();

    assertThat(found.ledger()).isEqualTo(Ledger.EMPTY);
    assertThat(found.remarks())
        .containsExactly("nothing to take over for frigate: there is no configmap " + namespace()
            + "/frigate-checker");
  }

  @Test
  void without_an_answer_of_what_was_told_nobody_starts_to_tell() {
    story(Map.of("alert_sent_for_incident", "true"));
    FaultyApi.Fault unlessOurs = call -> {
      (call.path().endsWith(NAME) ? FaultyApi.passes() : says(503)).meet(call);
    };
    api().always("GET", unlessOurs);

    assertThat(why(successor().load()))
        .startsWith("cannot read what the checker before us told of frigate: ");
  }

  @Test
  void a_ledger_deleted_in_the_round_does_not_call_the_checker_before_us_back() {
    story(Map.of("alert_sent_for_incident", "true"));
    ConfigMapStore store = successor();
    store.write(failed(2), Version.ABSENT);
    server().configMaps().inNamespace(namespace()).withName(NAME).delete();

    assertThat(store.load()).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
  }
}
