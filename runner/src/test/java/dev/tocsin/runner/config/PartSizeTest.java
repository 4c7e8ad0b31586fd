package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.ledger.LedgerDocument;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Round;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartSizeTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int TWO_DAYS = 576;

  /** As long as names and symptoms may be. */
  private static final String NAME = "n".repeat(58) + "%05d";

  private static final Observation FAILING = new Observation.Failing("s".repeat(200));

  private static final Policy REPAIRED =
      Policy.DEFAULT.remediation(Remediation.by("rolloutRestart"));

  private Instant now = Instant.parse("2026-11-25T00:00:00.123456789Z");

  // F44
  @ParameterizedTest
  @ValueSource(strings = {"FFPP", "FFFPPPPPPPPPPPPPPPPPP"})
  void a_part_in_which_all_fail_again_and_again_and_no_mail_gets_through_is_written_all_the_same(
      String days) {
    List<Target> targets = IntStream.range(0, LedgerSection.TARGETS_OF_A_PART)
        .mapToObj(i -> Target.of(NAME.formatted(i), REPAIRED))
        .toList();
    Measuring store = new Measuring();
    for (int round = 0; round < TWO_DAYS; round++) {
      Observation seen = days.charAt(round % days.length()) == 'F'
          ? FAILING
          : new Observation.Passing("1 of 1 available");
      new Round(
              store,
              (all, deadline) ->
                  all.stream().collect(Collectors.toMap(Target::name, target -> Sighting.of(seen))),
              new NoMail(),
              new Planner(targets, INTERVAL),
              new Still(),
              StopSignal.NEVER)
          .run();
      now = now.plus(INTERVAL);
    }
    assertThat(store.largest)
        .isBetween(
            LedgerDocument.CONFIG_MAP_BYTES_AT_MOST / 4, LedgerDocument.CONFIG_MAP_BYTES_AT_MOST);
  }

  private static final class NoMail implements Effects {
    @Override
    public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
      return new Outcome.NotDone("no answer");
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      return new Outcome.Done("patched");
    }
  }

  private final class Still implements Time {
    @Override
    public Instant now() {
      return now;
    }

    @Override
    public long nanos() {
      return 0;
    }
  }

  /** Remembers how much it had to write at most. */
  private static final class Measuring implements IncidentStore {

    private Ledger ledger = Ledger.EMPTY;
    private int writes;
    private long largest;

    @Override
    public Loaded load() {
      return new Loaded.Found(ledger, version());
    }

    @Override
    public Written write(Ledger next, Version base) {
      Function<String, Integer> bytes = text -> text.getBytes(StandardCharsets.UTF_8).length;
      long size = LedgerDocument.texts(next, "tocsin-29384756-x7k2p 1a2b3c4d/1").entrySet().stream()
          .mapToLong(e -> bytes.apply(e.getKey()) + bytes.apply(e.getValue()))
          .sum();
      largest = Math.max(largest, size);
      ledger = next;
      writes++;
      return new Written.At(version());
    }

    private Version version() {
      return new Version(Integer.toString(writes));
    }
  }
}
