package dev.tocsin.ledger;

import static dev.tocsin.ledger.Ledgers.edited;
import static dev.tocsin.ledger.Ledgers.failed;
import static dev.tocsin.ledger.Ledgers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

  @TempDir
  Path directory;

  private Path file() {
    return directory.resolve("ledger.json");
  }

  private FileStore store() {
    return store(LedgerFiles.BYTES_AT_MOST);
  }

  private FileStore store(long most) {
    return new FileStore(file(), "a test", Duration.ofMillis(50), most);
  }

  private Loaded.Found found() {
    return (Loaded.Found) store().load();
  }

  private Written.At written(Ledger next) {
    Written written = store().write(next, found().version());
    assertThat(written).isInstanceOf(Written.At.class);
    return (Written.At) written;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  // F02
  @Test
  void reading_leaves_nothing_behind() throws IOException {
    store().load();

    assertThat(files()).isEmpty();
  }

  @Test
  void writing_leaves_the_ledger_and_its_lock_for_nobody_else_to_read() throws IOException {
    written(failed(2));

    assertThat(files()).containsExactly("ledger.json", "ledger.json.lock");
    for (String file : files()) {
      assertThat(Files.getPosixFilePermissions(directory.resolve(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void a_missing_directory_is_made_by_the_first_write() {
    Path deep = directory.resolve("var/lib/tocsin/ledger.json");
    FileStore store = new FileStore(deep);

    assertThat(store.load()).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
    assertThat(store.write(failed(1), Version.ABSENT)).isInstanceOf(Written.At.class);
    assertThat(deep).exists();
  }

  // A second writer that does not know of locks or versions: an editor, a restore
  @Test
  void an_editor_that_wrote_in_between_is_not_overwritten() throws IOException {
    written(failed(1));
    Version base = found().version();
    Files.writeString(file(), Files.readString(file()) + "\n");

    assertThat(store().write(failed(2), base)).isEqualTo(new Written.Superseded());
    assertThat(found().ledger()).isEqualTo(failed(1));
  }

  @Test
  void a_ledger_deleted_in_between_is_not_written_as_if_nothing_had_happened() throws IOException {
    Version base = written(failed(1)).version();
    Files.delete(file());

    assertThat(store().write(failed(2), base)).isEqualTo(new Written.Superseded());
  }

  // F12, F20
  @Test
  void what_cannot_be_read_is_no_empty_ledger() throws IOException {
    Files.createDirectories(file());

    assertThat(store().load()).isInstanceOf(Loaded.Unusable.class);
    assertThat(((Loaded.Unusable) store().load()).why())
        .contains(file().toString())
        .contains("a directory");
    assertThat(store().write(failed(1), Version.ABSENT)).isInstanceOf(Written.Failed.class);
  }

  @Test
  void a_path_through_a_file_is_no_empty_ledger() throws IOException {
    Files.writeString(directory.resolve("plain"), "text");
    FileStore store = new FileStore(directory.resolve("plain/ledger.json"));

    assertThat(store.load()).isInstanceOf(Loaded.Unusable.class);
    assertThat(store.write(failed(1), Version.ABSENT)).isInstanceOf(Written.Failed.class);
  }

  @Test
  void a_file_too_large_to_be_ours_is_not_read_into_memory() throws IOException {
    try (FileChannel sparse =
        FileChannel.open(file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      sparse.write(ByteBuffer.allocate(1), LedgerFiles.BYTES_AT_MOST);
    }

    assertThat(((Loaded.Unusable) store().load()).why()).contains("67108865 bytes");
  }

  // F23
  @Test
  void a_write_that_fails_leaves_the_old_ledger_whole() throws IOException {
    Version base = written(failed(1)).version();
    Files.createDirectories(directory.resolve("ledger.json.next/in the way"));

    Written written = store().write(failed(2), base);

    assertThat(written).isInstanceOf(Written.Failed.class);
    assertThat(found().ledger()).isEqualTo(failed(1));
  }

  @Test
  void a_next_ledger_left_over_by_a_power_failure_does_no_harm() throws IOException {
    Files.writeString(directory.resolve("ledger.json.next"), "{\"tocsin.rou");

    written(failed(2));

    assertThat(files()).containsExactly("ledger.json", "ledger.json.lock");
  }

  // F44
  @Test
  void a_ledger_too_large_is_refused_before_it_is_half_written() {
    Version base = written(failed(1)).version();

    Written written = store(1024).write(failed(2), base);

    assertThat(written).isInstanceOf(Written.Failed.class);
    assertThat(((Written.Failed) written).why()).contains("1024 at most");
    assertThat(found().ledger()).isEqualTo(failed(1));
  }

  // F44: what must be said then is said of many at once, and all of it is written down first
  @Test
  void an_outage_of_a_thousand_targets_does_not_stop_the_ledger() throws IOException {
    Set<String> names = IntStream.range(0, 1000)
        .mapToObj(i -> "a-target-with-a-long-name-" + i)
        .collect(Collectors.toSet());
    Planner planner = new Planner(
        names.stream().map(name -> Target.of(name, Policy.DEFAULT)).toList(), Ledgers.INTERVAL);
    Sighting failing = Sighting.of(new Observation.Failing("HTTP 503 " + "x".repeat(400)));
    Map<String, Sighting> allFailing =
        names.stream().collect(Collectors.toMap(name -> name, name -> failing));

    Ledger ledger = Ledger.EMPTY;
    for (int round = 0; round < 3; round++) {
      Instant at = Ledgers.START.plus(Ledgers.INTERVAL.multipliedBy(round));
      ledger = planner.plan(found().ledger(), allFailing, at).next();
      written(ledger);
    }

    assertThat(Files.size(file())).isGreaterThan(LedgerDocument.CONFIG_MAP_BYTES_AT_MOST);
    assertThat(ledger.notices().stream().flatMap(n -> n.members().stream())).hasSize(1000);
    assertThat(found().ledger()).isEqualTo(ledger);
    assertThat(found().damages()).isEmpty();
  }

  // F44
  @Test
  void a_config_map_is_never_written_so_large_that_the_cluster_refuses_it() {
    long most = LedgerDocument.CONFIG_MAP_BYTES_AT_MOST;

    assertThat(LedgerDocument.refusal(most, most)).isEmpty();
    assertThat(LedgerDocument.refusal(most + 1, most))
        .hasValueSatisfying(
            why -> assertThat(why).contains("262145 bytes").contains("262144 at most"));
  }

  // Links

  @Test
  void a_link_is_written_through_and_stays_a_link() throws IOException {
    Path real = Files.createDirectories(directory.resolve("real")).resolve("the.json");
    Files.createSymbolicLink(file(), Path.of("real/the.json"));

    written(failed(1));
    written(failed(2));

    assertThat(file()).isSymbolicLink();
    assertThat(real).isRegularFile();
    assertThat(found().ledger()).isEqualTo(failed(2));
  }

  @Test
  void links_in_a_circle_are_trouble_and_not_a_hang() throws IOException {
    Files.createSymbolicLink(file(), directory.resolve("other.json"));
    Files.createSymbolicLink(directory.resolve("other.json"), file());

    assertThat(store().load()).isInstanceOf(Loaded.Unusable.class);
    assertThat(store().write(failed(1), Version.ABSENT)).isInstanceOf(Written.Failed.class);
  }

  // F76
  @Test
  void a_writer_that_never_ends_makes_others_give_up_and_not_overwrite() throws IOException {
    Version base = written(failed(1)).version();
    Path lock = directory.resolve("ledger.json.lock");
    try (FileChannel theirs = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      assertThat(theirs.lock().isValid()).isTrue();

      Written written = store().write(failed(2), base);

      assertThat(((Written.Failed) written).why()).contains("locked");
    }
    assertThat(store().write(failed(2), base)).isInstanceOf(Written.At.class);
  }

  // F40: "status" reads and never writes, and people look for the file that it names
  @Test
  void a_read_does_not_claim_that_it_kept_what_only_a_write_will_keep() throws IOException {
    Files.writeString(file(), "{");

    assertThat(found().damages())
        .singleElement()
        .asString()
        .endsWith("; it will be kept in " + aside(found()) + " when it is replaced");
    assertThat(files()).containsExactly("ledger.json");
  }

  /** The file that a damage names. */
  private static String aside(Loaded.Found found) {
    return found.damages().get(0).replaceAll(".* will be kept in (\\S+) when .*", "$1");
  }

  // F40
  @Test
  void damaged_text_is_kept_before_it_is_replaced() throws IOException {
    written(failed(3));
    String damaged = Files.readString(file()).substring(0, 100);
    Files.writeString(file(), damaged);

    Loaded.Found found = found();
    assertThat(found.ledger()).isEqualTo(Ledger.damaged());
    assertThat(files()).as("reading puts nothing aside").hasSize(2);
    String aside = aside(found);
    store().write(failed(1), found.version());

    assertThat(directory.resolve(aside)).hasContent(damaged);
    assertThat(found().damages()).isEmpty();
    assertThat(found().remarks()).isEmpty();
  }

  @Test
  void evidence_that_cannot_be_kept_is_not_destroyed() throws IOException {
    written(failed(3));
    Files.writeString(file(), "{");
    Loaded.Found found = found();
    String aside = aside(found);
    Files.createDirectories(directory.resolve(aside).resolve("in the way"));

    assertThat(store().write(failed(1), found.version())).isInstanceOf(Written.Failed.class);
    assertThat(file()).hasContent("{");
  }

  // F41, F45, S8
  @Test
  void what_is_not_ours_is_neither_read_nor_written() throws IOException {
    for (String text : List.of(
        "{\"name\": \"my-app\"}", edited(text(failed(1)), "\"schema\": 1", "\"schema\": 2"))) {
      Files.writeString(file(), text);
      Version guessed = LedgerFiles.version(Optional.of(Files.readAllBytes(file())));

      assertThat(store().load()).isInstanceOf(Loaded.Unusable.class);
      assertThat(store().write(failed(1), guessed)).isInstanceOf(Written.Failed.class);
      assertThat(file()).hasContent(text);
    }
  }

  // F46
  @Test
  void a_restored_ledger_repairs_nothing_for_a_window_and_says_so() throws IOException {
    written(failed(2));
    String old = Files.readString(file());
    written(failed(6));
    Files.writeString(file(), old);

    Loaded.Found found = found();

    assertThat(found.remarks())
        .singleElement()
        .asString()
        .contains("went backwards (round 2 after 6): restored or re-applied?");
    assertThat(found.ledger().locked()).hasValue(Moment.LATEST);
    assertThat(found.ledger().memories()).isEqualTo(failed(2).memories());
    store().write(failed(3), found.version());
    assertThat(found().remarks()).as("said once").isEmpty();
  }

  // F39
  @Test
  void a_deleted_ledger_does_not_refill_the_budgets() throws IOException {
    written(failed(6));
    Files.delete(file());

    Loaded.Found found = found();

    assertThat(found.version()).isEqualTo(Version.ABSENT);
    assertThat(found.ledger()).isEqualTo(Ledger.damaged());
    assertThat(found.remarks()).singleElement().asString().contains("gone").contains("round 6");
  }

  @Test
  void a_lock_file_that_holds_no_round_is_no_witness() throws IOException {
    Files.writeString(directory.resolve("ledger.json.lock"), "");

    assertThat(store().load()).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
  }

  // S10
  @Test
  void a_symptom_cannot_break_out_of_its_field() {
    var symptom = new Observation.Failing("\",\"state\":\"HEALTHY\u0000\n\t\\ 𝔘 \ud800 end");
    Ledger ledger = Ledgers.PLANNER
        .plan(Ledger.EMPTY, Map.of("plex", Sighting.of(symptom)), Ledgers.START)
        .next();

    written(ledger);

    assertThat(found().ledger()).isEqualTo(ledger);
    assertThat(found().damages()).isEmpty();
  }
}
