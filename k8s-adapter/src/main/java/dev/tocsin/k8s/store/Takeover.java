package dev.tocsin.k8s.store;

import dev.tocsin.incident.Attempts;
import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Samples;
import dev.tocsin.incident.Sight;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Telling;
import dev.tocsin.incident.Trust;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first ledger, of what the story's own checker remembered: what it told is not told again, and
 * what it restarted is charged.
 */
final class Takeover {

  /**
   * What nobody wrote for so long says nothing of now: a checker that counts failures writes. As
   * long as that our Events live, which say what became of it since if our own ledger is lost.
   */
  private static final Duration STALE = Duration.ofHours(1);

  /** As many as are looked at for flapping. */
  private static final int SAMPLES_AT_MOST = 12;

  private final StoryLedger story;
  private final StoryFacts facts;
  private final Instant now;

  private Takeover(StoryLedger story, StoryFacts facts, Instant now) {
    this.story = story;
    this.facts = facts;
    this.now = now;
  }

  static Loaded.Found of(StoryLedger story, ConfigMap map, Instant now) {
    Map<String, String> data = Optional.ofNullable(map.getData()).orElseGet(Map::of);
    StoryFacts facts = StoryFacts.of(data, now);
    List<String> remarks = new ArrayList<>();
    facts.trouble().forEach(what -> remarks.add(story.place() + ": " + what));
    Optional<Instant> stale =
        Authors.of(map.getMetadata()).lastWrite().filter(at -> at.plus(STALE).isBefore(now));
    StoryFacts believed = stale.isPresent() ? facts.withoutIncident() : facts;
    Takeover takeover = new Takeover(story, believed, now);
    remarks.add(takeover.words(stale));
    return new Loaded.Found(
        Ledger.EMPTY.with(takeover.memory()), Version.ABSENT, List.of(), remarks);
  }

  private String words(Optional<Instant> stale) {
    String what = "failures in a row: " + facts.failures() + ", restarts: "
        + facts.restarts().size() + ", its alert: " + (facts.alerted() ? "told" : "not told");
    return "taken over for " + story.target() + " from " + story.place() + ": " + what
        + stale
            .map(at -> "; it was written last at " + at + ", too long ago to say more")
            .orElse("")
        + ". Once there is a ledger it is not read again: take it out of the configuration";
  }

  private Memory memory() {
    Optional<Incident> incident = incident();
    State open = facts.alerted() ? State.ALERTED : State.DEGRADED;
    List<Moment> told = facts.alerted() ? List.of(opened()) : List.of();
    return new Memory(
        story.target(),
        incident.isPresent() ? open : State.HEALTHY,
        samples(),
        incident,
        attempts(),
        new Trust(told),
        Sight.CLEAR,
        Optional.empty(),
        told,
        Optional.empty());
  }

  /** Attempts are confirmed by failures that we have seen ourselves. */
  private Samples samples() {
    String lately = "F".repeat(Math.min(facts.failures(), SAMPLES_AT_MOST));
    return new Samples(lately, facts.failures(), 0, 0, Optional.empty());
  }

  private Attempts attempts() {
    return new Attempts(
        facts.restarts().stream().map(this::charge).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Attempts.Charge charge(Instant restart) {
    String key = story.target() + "-before-" + restart.getEpochSecond();
    return new Attempts.Charge(key, past(restart));
  }

  private Optional<Incident> incident() {
    return facts.alerted() || facts.failures() > 0 ? Optional.of(open()) : Optional.empty();
  }

  private Incident open() {
    Moment opened = opened();
    int attempts =
        (int) facts.restarts().stream().filter(at -> !at.isBefore(opened.at())).count();
    return new Incident(
        new IncidentId(story.target(), 0, opened.at()),
        opened,
        "known from " + story.place(),
        Optional.empty(),
        facts.alerted() ? Telling.TOLD : Telling.NOT_DUE,
        facts.alerted() ? 1 : 0,
        Telling.NOT_DUE,
        Telling.NOT_DUE,
        0,
        opened,
        attempts,
        attempts,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Moment opened() {
    return past(facts.alerted() ? facts.alertedAt().orElse(now) : now);
  }

  /** No interval is shorter than a second: the clock alone says how long ago it was. */
  private Moment past(Instant at) {
    return new Moment(at, -Duration.between(at, now).toSeconds());
  }
}
