package dev.tocsin.scale;

import dev.tocsin.scale.Installation.Measured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rounds over one population: while all is well, and then, with another ledger, while nothing is. A
 * round that comes too soon after the last one counts for nothing, the first of a ledger does.
 */
final class Trial {

  /** Rounds after which all that is to be said in Events must have been said. */
  private static final int SAYING = 30;

  private final ControlPlane plane;
  private final Population population;
  private final Supplied supplied;
  private final int shards;
  private final int rounds;
  private final Consumer<Row> measured;
  private int parts;
  private final List<String> broken = new ArrayList<>();

  Trial(
      ControlPlane plane,
      Population population,
      Supplied supplied,
      int shards,
      int rounds,
      Consumer<Row> measured) {
    this.plane = plane;
    this.population = population;
    this.supplied = supplied;
    this.shards = shards;
    this.rounds = rounds;
    this.measured = measured;
  }

  /** Gives each ledger a Tocsin. */
  interface Supplied {
    Installation installation(Population population) throws IOException;
  }

  /** What broke a limit, one line each. */
  List<String> broken() {
    return broken;
  }

  /** Makes them all. Returns how large the ledger became. */
  String run() throws IOException {
    Installation calm = supplied.installation(population);
    calm.round();
    parts = calm.parts().size();
    repeat(calm, "healthy", "HEALTHY");
    population.become(Health.FAILING);
    Installation outage = supplied.installation(population);
    begin(outage);
    int saying = untilAllIsSaid(outage);
    repeat(outage, "outage lasts", "ALERTED");
    return ledger(outage, saying);
  }

  /** Each target is told and held, with an Event each; to be found by it, it is read. */
  private void begin(Installation tocsin) throws IOException {
    long targets = population.size();
    Limits limits =
        limits().allow("create events", 2 * targets).allow("get deployments", 2 * targets);
    measured.accept(row("outage begins", List.of(checked(tocsin, limits, "ALERTED"))));
  }

  private void repeat(Installation tocsin, String situation, String state) throws IOException {
    List<Measured> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      all.add(checked(tocsin, limits(), state));
    }
    measured.accept(row(situation, all));
  }

  private Row row(String situation, List<Measured> all) {
    int namespaces = population.namespaces().size();
    return new Row(population.size(), namespaces, parts, shards, situation, all);
  }

  /** A round has only so much time for Events. */
  private int untilAllIsSaid(Installation tocsin) throws IOException {
    for (int i = 0; i < SAYING; i++) {
      if (tocsin.round().asked("create|patch", "events") == 0) {
        return i;
      }
    }
    broken.add(where() + "Events are still written after " + SAYING + " rounds");
    return SAYING;
  }

  private String ledger(Installation tocsin, int saying) throws IOException {
    List<LedgerPart> parts = tocsin.parts();
    long largest = parts.stream().mapToLong(LedgerPart::bytes).max().orElse(0);
    long bytes = parts.stream().mapToLong(LedgerPart::bytes).sum();
    long targets = parts.stream().mapToLong(LedgerPart::targets).sum();
    return where() + "outage: " + tocsin.mails() + " mails; Events complete after " + saying
        + " more rounds; ledger: " + parts.size() + " parts, the largest "
        + (largest + 512) / 1024 + " KiB, " + bytes / Math.max(1, targets) + " bytes a target";
  }

  private Limits limits() throws IOException {
    return new Limits(plane.admin(), population, shards, parts);
  }

  private Measured checked(Installation tocsin, Limits limits, String state) throws IOException {
    Measured round = tocsin.round();
    limits.broken(round).forEach(line -> broken.add(where() + line));
    if (round.states().getOrDefault(state, 0L) != population.size()) {
      broken.add(where() + "expected all " + state + ", seen " + round.states());
    }
    return round;
  }

  private String where() {
    return population.size() + " targets in " + population.namespaces().size() + " namespaces: ";
  }
}
