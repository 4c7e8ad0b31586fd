package dev.tocsin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The example in docs/ledger.md is what is really written. */
class GoldenDocumentTest {

  private static final Instant START = Instant.parse("2026-11-22T22:41:05Z");
  private static final Planner PLANNER = new Planner(
      List.of(
          Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("rolloutRestart"))),
          Target.of("jellyfin", Policy.DEFAULT),
          Target.of("plex", Policy.DEFAULT)),
      Duration.ofMinutes(5));

  @Test
  void a_person_reads_the_ledger_as_the_docs_show_it() throws IOException {
    String docs = Files.readString(Path.of("../docs/ledger.md"));

    assertThat(docs).contains("```json\n" + LedgerDocument.text(example(), "process 4711") + "```");
  }

  @Test
  void the_example_is_read_back_as_it_was_written() {
    byte[] text = LedgerDocument.text(example(), "process 4711").getBytes(StandardCharsets.UTF_8);

    assertThat(LedgerDocument.read(text))
        .isEqualTo(new Reading.Readable(example(), List.of(), List.of()));
  }

  /** Frigate fails, is restarted and told of by a mail whose answer is lost; plex is paused. */
  private static Ledger example() {
    Map<String, Sighting> seen = Map.of(
        "frigate", Sighting.of(new Observation.Failing("HTTP 503 from /api/stats")),
        "jellyfin", Sighting.of(new Observation.Passing("ok")),
        "plex", Sighting.of(new Observation.Passing("ok")));
    Ledger ledger = PLANNER.plan(Ledger.EMPTY, seen, START).next();
    ledger = ledger.paused("plex", Optional.of(START.plus(Duration.ofHours(10))));
    Instant second = START.plus(Duration.ofMinutes(5));
    Plan plan = PLANNER.plan(ledger, seen, second);
    Map<String, Outcome> outcomes = new TreeMap<>();
    plan.notices().forEach(n -> outcomes.put(n.key(), new Outcome.Unclear("the answer was lost")));
    plan.acts().forEach(a -> outcomes.put(a.attempt().key(), new Outcome.Done("patched")));
    return plan.next().settle(outcomes, second.plusSeconds(7));
  }
}
