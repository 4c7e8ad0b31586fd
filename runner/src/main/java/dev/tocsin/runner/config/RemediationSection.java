package dev.tocsin.runner.config;

import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Remediation.Step;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Remedy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code remediation} of a target: a budget with one program or a ladder of steps, or just the
 * ladder.
 */
record RemediationSection(Fields defaults, ProbeSection probes, Optional<Duration> interval) {

  private static final int AS_OFTEN_AS_ALLOWED = 50;

  static final Key<Item> EXEC = Key.optional(
      "exec", ProbeSection.EXEC.type(), "–", "The program that repairs, where there is one step.");
  static final Key<Item> STEPS = Key.optional(
      "steps",
      Type.later("a list, see `steps`"),
      "–",
      "The ladder: each step as often as it allows, then the next. Excludes `exec`.");
  static final Shape SHAPE = Shape.of("remediation", EXEC, STEPS).and(Budget.SHAPE);

  static final Key<String> NAME = Key.optional(
      "name",
      Scalars.label(),
      "the program's file name",
      "What is done, for reports; each once in a ladder.");
  static final Key<Item> PROGRAM =
      Key.required("exec", ProbeSection.EXEC.type(), "The program that repairs.");
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
  static final Shape STEP_SHAPE = Shape.of("steps", NAME, PROGRAM, ATTEMPTS, SETTLE);

  /** A remediation for the rules, and the programs for whoever performs it. */
  record Repair(Remediation remediation, List<Remedy> remedies) {}

  private record Rung(Item item, Step step, Remedy remedy) {}

  Optional<Repair> read(Item item) {
    boolean isLadder = item.isList();
    Fields fields = isLadder
        ? Fields.bare(item, SHAPE, Optional.of(defaults))
        : Fields.over(defaults, item, SHAPE);
    boolean agrees = Budget.agrees(fields, interval);
    Optional<List<Rung>> ladder = isLadder ? ladder(item, fields) : given(fields);
    return agrees && fields.isSound()
        ? ladder.map(rungs -> new Repair(
            Budget.over(rungs.stream().map(Rung::step).toList(), fields),
            rungs.stream().map(Rung::remedy).toList()))
        : Optional.empty();
  }

  private Optional<List<Rung>> given(Fields fields) {
    Optional<List<Rung>> single = fields
        .item(EXEC)
        .flatMap(exec -> probes
            .remedy(exec)
            .flatMap(program -> fields
                .find(Budget.SETTLE)
                .map(settle ->
                    List.of(rung(exec, fileName(program), program, AS_OFTEN_AS_ALLOWED, settle)))));
    Optional<List<Rung>> ladder = fields.item(STEPS).flatMap(steps -> ladder(steps, fields));
    return fields.one(List.of(EXEC, STEPS)).flatMap(only -> single.or(() -> ladder));
  }

  private Optional<List<Rung>> ladder(Item steps, Fields budget) {
    List<Item> entries = steps.entries();
    if (entries.isEmpty()) {
      steps.problem(steps.name() + " has no step, expected a list, each entry with exec");
      return Optional.empty();
    }
    List<Rung> rungs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int usual = i == entries.size() - 1 ? AS_OFTEN_AS_ALLOWED : 1;
      step(entries.get(i), usual, budget).ifPresent(rungs::add);
    }
    boolean climbable = areNamedApart(rungs);
    if (rungs.size() < entries.size()) {
      return Optional.empty();
    }
    return climbable & isReached(rungs, budget) ? Optional.of(rungs) : Optional.empty();
  }

  private Optional<Rung> step(Item item, int usual, Fields budget) {
    Fields fields = Fields.of(item, STEP_SHAPE);
    boolean settles = !fields.has(SETTLE) || Budget.lasts(fields, SETTLE, interval);
    Optional<Probe.Exec> program = fields.item(PROGRAM).flatMap(probes::remedy);
    Optional<Duration> settle = fields.find(SETTLE).or(() -> budget.find(Budget.SETTLE));
    return fields.isSound() && settles && settle.isPresent()
        ? program.map(exec -> rung(
            item,
            fields.find(NAME).orElseGet(() -> fileName(exec)),
            exec,
            fields.find(ATTEMPTS).orElse(usual),
            settle.get()))
        : Optional.empty();
  }

  private static Rung rung(
      Item item, String name, Probe.Exec program, int attempts, Duration settle) {
    Step step = new Step(name, attempts, settle);
    return new Rung(item, step, new Remedy(step.name(), program));
  }

  private static boolean areNamedApart(List<Rung> rungs) {
    Map<String, Item> names = new HashMap<>();
    boolean apart = true;
    for (Rung rung : rungs) {
      Optional<Item> first =
          Optional.ofNullable(names.putIfAbsent(rung.step().name(), rung.item()));
      first.ifPresent(other -> rung.item()
          .problem("two steps are named "
              + Item.quoted(rung.step().name()) + ", the first at line " + other.line()
              + ", expected a 'name' of its own for each"));
      apart &= first.isEmpty();
    }
    return apart;
  }

  private static boolean isReached(List<Rung> rungs, Fields budget) {
    int most = budget.find(Budget.PER_INCIDENT).orElse(Integer.MAX_VALUE);
    int before = 0;
    for (Rung rung : rungs) {
      if (before >= most) {
        rung.item()
            .problem("the step " + Item.quoted(rung.step().name())
                + " is never reached: those before it take " + before
                + " attempts, expected fewer than attemptsPerIncident, which is " + most);
        return false;
      }
      before += rung.step().attempts();
    }
    return true;
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
