package dev.tocsin.runner.config;

import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Remediation.Step;
import dev.tocsin.runner.config.Configuration.Remedy;
import dev.tocsin.runner.config.StepSection.Rung;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code remediation} of a target: a budget with one step or a ladder of them, or just the ladder.
 */
record RemediationSection(Fields defaults, ProbeSection probes, Optional<Duration> interval) {

  private static final int AS_OFTEN_AS_ALLOWED = 50;

  static final Key<Item> STEPS = Key.optional(
      "steps",
      Type.later("a list, see `steps`", Form.mapping("steps").list()),
      "–",
      "The ladder: each step as often as it allows, then the next. Excludes a single step.");
  static final Shape SHAPE = Shape.of(
          "remediation",
          StepSection.EXEC,
          StepSection.EVICT_POD,
          StepSection.DELETE_POD,
          StepSection.ROLLOUT_RESTART,
          STEPS)
      .and(Budget.SHAPE)
      .one(Stream.concat(StepSection.KEYS.stream(), Stream.of(STEPS)).toList());

  /**
   * A remediation for the rules, and what its steps do, for whoever performs it.
   *
   * @param repairs what the cluster is asked to do, in its word, by the name of the step
   */
  record Ladder(Remediation remediation, List<Remedy> remedies, Map<String, String> repairs) {

    static Ladder of(List<Rung> rungs, Fields budget) {
      List<Step> steps = new ArrayList<>();
      List<Remedy> remedies = new ArrayList<>();
      Map<String, String> repairs = new HashMap<>();
      for (Rung rung : rungs) {
        steps.add(rung.step());
        if (rung.program().isPresent()) {
          remedies.add(new Remedy(rung.step().name(), rung.program().get()));
        } else {
          repairs.put(rung.step().name(), rung.repair().orElseThrow());
        }
      }
      return new Ladder(Budget.over(steps, budget), remedies, repairs);
    }
  }

  /**
   * Reads it.
   *
   * @param repairs where every repair by the cluster is put, whatever else is wrong
   */
  Optional<Ladder> read(Item item, List<Item> repairs) {
    boolean isLadder = item.isList();
    Fields fields = isLadder
        ? Fields.bare(item, SHAPE, Optional.of(defaults))
        : Fields.over(defaults, item, SHAPE);
    boolean agrees = Budget.agrees(fields, interval);
    StepSection steps = new StepSection(probes, interval, fields, repairs);
    Optional<List<Rung>> rungs = isLadder ? ladder(item, steps) : given(fields, steps);
    return agrees && fields.isSound() ? rungs.map(all -> Ladder.of(all, fields)) : Optional.empty();
  }

  private static Optional<List<Rung>> given(Fields fields, StepSection steps) {
    boolean one = fields.hasOne();
    Optional<List<Rung>> single = steps.among(fields, AS_OFTEN_AS_ALLOWED).map(List::of);
    Optional<List<Rung>> ladder = fields.item(STEPS).flatMap(item -> ladder(item, steps));
    return one ? single.or(() -> ladder) : Optional.empty();
  }

  private static Optional<List<Rung>> ladder(Item list, StepSection steps) {
    List<Item> entries = list.entries();
    if (entries.isEmpty()) {
      list.problem(list.name() + " has no step, expected a list, each entry with one of "
          + String.join(", ", StepSection.KEYS.stream().map(Key::name).toList()));
      return Optional.empty();
    }
    List<Rung> rungs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int usual = i == entries.size() - 1 ? AS_OFTEN_AS_ALLOWED : 1;
      steps.read(entries.get(i), usual).ifPresent(rungs::add);
    }
    boolean climbable = areNamedApart(rungs);
    if (rungs.size() < entries.size()) {
      return Optional.empty();
    }
    return climbable & isReached(rungs, steps.budget()) ? Optional.of(rungs) : Optional.empty();
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
}
