package dev.tocsin.runner.config;

import dev.tocsin.incident.Remediation.Step;
import dev.tocsin.runner.check.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One step of a remediation: an entry of {@code steps}, or the remediation itself.
 *
 * @param budget the remediation
 * @param repairs every repair by the cluster, wherever it stands and whatever else is wrong
 */
record StepSection(
    ProbeSection probes, Optional<Duration> interval, Fields budget, List<Item> repairs) {

  static final Key<Item> EXEC =
      Key.optional("exec", ProbeSection.EXEC.type(), "–", "The program that repairs.");
  static final Key<Item> EVICT_POD =
      repair("evictPod", "Evicts one bad pod of the `workload`; a disruption budget may say no.");
  static final Key<Item> DELETE_POD =
      repair("deletePod", "Deletes one bad pod of the `workload`, past every disruption budget.");
  static final Key<Item> ROLLOUT_RESTART = repair(
      "rolloutRestart", "Replaces all pods of the `workload`, as `kubectl rollout restart` does.");
  static final List<Key<Item>> KEYS = List.of(EXEC, EVICT_POD, DELETE_POD, ROLLOUT_RESTART);

  static final Key<String> NAME = Key.optional(
      "name",
      Scalars.label(),
      "the program's file name, or the word for what the cluster does",
      "What is done, for reports; each once in a ladder.");
  static final Key<Integer> ATTEMPTS = Key.optional(
      "attempts",
      Scalars.budget(50),
      "`1`; the last step: as often as the budget allows",
      "How often within one incident.");
  static final Key<Duration> SETTLE = Key.optional(
      "settle",
      Budget.SETTLE.type(),
      "`settle` of the remediation",
      "How long an attempt of this step has to prove itself; at least `interval`.");
  static final Shape REPAIR_SHAPE = Shape.of("evictPod", NAME, ATTEMPTS, SETTLE);
  static final Shape SHAPE = Shape.of(
          "steps", NAME, EXEC, EVICT_POD, DELETE_POD, ROLLOUT_RESTART, ATTEMPTS, SETTLE)
      .one(KEYS);

  /**
   * A step for the rules, and what it does.
   *
   * @param item where it stands
   * @param program what is run, or
   * @param repair what the cluster is asked to do, in its word
   */
  record Rung(Item item, Step step, Optional<Probe.Exec> program, Optional<String> repair) {}

  private static Key<Item> repair(String name, String meaning) {
    return Key.optional(
        name, Type.later("a mapping, see `evictPod`", Form.mapping("evictPod")), "–", meaning);
  }

  /** An entry of a ladder. */
  Optional<Rung> read(Item item, int attempts) {
    Fields fields = Fields.of(item, SHAPE);
    boolean one = fields.hasOne();
    Optional<Rung> rung = among(fields, attempts);
    return one ? rung : Optional.empty();
  }

  /**
   * The step among the keys of a mapping, which may have others.
   *
   * @param attempts how often it is tried, unless it says
   */
  Optional<Rung> among(Fields fields, int attempts) {
    List<Rung> found = new ArrayList<>();
    for (Key<Item> key : KEYS) {
      if (fields.has(key)) {
        read(fields, fields.at(key), attempts).ifPresent(found::add);
      }
    }
    return found.stream().findFirst();
  }

  /** What is to be said of a repair by the cluster stands in its own mapping, or beside it. */
  private Optional<Rung> read(Fields fields, Item word, int attempts) {
    if (word.name().equals(EXEC.name())) {
      Optional<Probe.Exec> program = probes.remedy(word);
      String name = program.map(StepSection::fileName).orElse(word.name());
      Optional<Step> step = step(fields, name, attempts);
      return program.isPresent() && step.isPresent()
          ? Optional.of(new Rung(fields.item(), step.get(), program, Optional.empty()))
          : Optional.empty();
    }
    repairs.add(word);
    Optional<Step> step = step(Fields.over(fields, word, REPAIR_SHAPE), word.name(), attempts);
    return step.isPresent()
        ? Optional.of(
            new Rung(fields.item(), step.get(), Optional.empty(), Optional.of(word.name())))
        : Optional.empty();
  }

  private Optional<Step> step(Fields fields, String usual, int attempts) {
    boolean settles = !fields.isGiven(SETTLE) || Budget.lasts(fields, SETTLE, interval);
    Optional<Duration> settle = fields.find(SETTLE).or(() -> budget.find(Budget.SETTLE));
    if (!fields.isSound() || !settles || settle.isEmpty()) {
      return Optional.empty();
    }
    String name = fields.find(NAME).orElse(usual);
    return Optional.of(new Step(name, fields.find(ATTEMPTS).orElse(attempts), settle.get()));
  }

  /** Fit for a name: other characters than those of names of files become spaces. */
  private static String fileName(Probe.Exec program) {
    Path last =
        Optional.ofNullable(Path.of(program.argv().get(0)).getFileName()).orElse(Path.of("exec"));
    String name =
        last.toString().replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S}]+", " ").strip();
    return name.isEmpty() ? "exec" : name.substring(0, Math.min(name.length(), 100));
  }
}
