package dev.tocsin.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of ledgers must hold, whatever is below it. */
public abstract class IncidentStoreContract {

  private static final int WRITERS = 8;
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-11-22T22:41:05.123456789Z");
  private static final Planner PLANNER = new Planner(
      List.of(
          Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("restart"))),
          Target.of("plex", Policy.DEFAULT)),
      INTERVAL);

  /**
   * Opens a place as another process would: another store over the same memory.
   *
   * @param place a DNS label; in a new test no place has a ledger
   */
  protected abstract IncidentStore open(String place);

  // F39
  @Test
  protected void an_absent_ledger_is_an_answer_and_not_an_error() {
    Loaded.Found found = found(open("here"));

    assertThat(found).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
  }

  @Test
  protected void what_was_not_read_back_as_it_was_written_was_forgotten() {
    Ledger ledger = Ledger.EMPTY;
    for (int round = 0; round < 12; round++) {
      ledger = planned(ledger, round, round % 5 == 4);
      write(open("here"), ledger);

      assertThat(found(open("here")).ledger()).isEqualTo(ledger);
    }
    assertThat(ledger.notices()).isNotEmpty();
  }

  @Test
  protected void reading_twice_makes_no_version_that_supersedes_the_first() {
    Ledger first = planned(Ledger.EMPTY, 0, false);
    Written.At at = write(open("here"), first);

    assertThat(found(open("here")).version()).isEqualTo(at.version());
    assertThat(found(open("here")).version()).isEqualTo(at.version());
  }

  @Test
  protected void a_round_writes_twice_without_reading_in_between() {
    IncidentStore store = open("here");
    Ledger first = planned(Ledger.EMPTY, 0, false);
    Ledger second = planned(first, 1, false);

    Written.At at = write(store, first);

    assertThat(store.write(second, at.version())).isInstanceOf(Written.At.class);
    assertThat(found(store).ledger()).isEqualTo(second);
  }

  // F21, S7
  @Test
  protected void a_stale_writer_overwrites_nothing() {
    IncidentStore stale = open("here");
    Version before = found(stale).version();
    Ledger theirs = planned(Ledger.EMPTY, 0, true);
    write(open("here"), theirs);

    Written written = stale.write(planned(Ledger.EMPTY, 0, false), before);

    assertThat(written).isEqualTo(new Written.Superseded());
    assertThat(found(open("here")).ledger()).isEqualTo(theirs);
  }

  @Test
  protected void a_writer_whose_base_was_replaced_twice_is_still_stale() {
    Ledger first = planned(Ledger.EMPTY, 0, false);
    Version base = write(open("here"), first).version();
    Ledger second = planned(first, 1, false);
    write(open("here"), second);
    Ledger third = planned(second, 2, true);
    write(open("here"), third);

    assertThat(open("here").write(second, base)).isEqualTo(new Written.Superseded());
    assertThat(found(open("here")).ledger()).isEqualTo(third);
  }

  @Test
  protected void places_do_not_mix() {
    Ledger here = planned(Ledger.EMPTY, 0, false);
    write(open("here"), here);

    assertThat(found(open("there")).ledger()).isEqualTo(Ledger.EMPTY);
    assertThat(found(open("here")).ledger()).isEqualTo(here);
  }

  // F76
  @Test
  protected void of_writers_at_once_one_wins_and_the_others_know_it() throws Exception {
    Ledger base = planned(Ledger.EMPTY, 0, false);
    Version version = write(open("here"), base).version();
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    List<Ledger> wanted = new ArrayList<>();
    List<Callable<Written>> writers = new ArrayList<>();
    for (int i = 1; i <= WRITERS; i++) {
      Ledger next = planned(base, i, i % 2 == 0);
      IncidentStore store = open("here");
      wanted.add(next);
      writers.add(() -> {
        start.await();
        return store.write(next, version);
      });
    }

    List<Written> written = all(writers);

    assertThat(written).filteredOn(w -> w instanceof Written.At).hasSize(1);
    assertThat(written).filteredOn(w -> w instanceof Written.Superseded).hasSize(WRITERS - 1);
    int winner = indexOfAt(written);
    assertThat(found(open("here")).ledger()).isEqualTo(wanted.get(winner));
  }

  private static int indexOfAt(List<Written> written) {
    return written.stream().map(w -> w instanceof Written.At).toList().indexOf(true);
  }

  private static List<Written> all(List<Callable<Written>> writers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(writers.size());
    try {
      List<Written> all = new ArrayList<>();
      for (Future<Written> written : threads.invokeAll(writers)) {
        all.add(written.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  private static Loaded.Found found(IncidentStore store) {
    Loaded loaded = store.load();
    assertThat(loaded).isInstanceOf(Loaded.Found.class);
    return (Loaded.Found) loaded;
  }

  private static Written.At write(IncidentStore store, Ledger next) {
    Written written = store.write(next, found(store).version());
    assertThat(written).isInstanceOf(Written.At.class);
    return (Written.At) written;
  }

  private static Ledger planned(Ledger ledger, int round, boolean healthy) {
    Observation seen = healthy
        ? new Observation.Passing("ok")
        : new Observation.Failing("\"HTTP 500\" – größer als \\erwartet\u2028 in round " + round);
    Map<String, Sighting> all = Map.of("frigate", Sighting.of(seen), "plex", Sighting.of(seen));
    return PLANNER.plan(ledger, all, START.plus(INTERVAL.multipliedBy(round))).next();
  }
}
