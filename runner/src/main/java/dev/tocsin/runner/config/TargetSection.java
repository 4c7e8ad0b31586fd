package dev.tocsin.runner.config;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.look.Fact;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Remedy;
import dev.tocsin.runner.config.Configuration.Watch;
import dev.tocsin.runner.config.RemediationSection.Ladder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One entry of {@code targets}. */
record TargetSection(Fields defaults, ProbeSection probes, RemediationSection remediations) {

  static final Key<String> NAME = Key.required(
      "name",
      Type.scalar(
          "a DNS label: lower-case letters, digits and hyphens, at most 63",
          Form.text(ClusterNames.NAMESPACE),
          text -> Optional.of(text).filter(Target::isName)),
      "By which the target is remembered: renaming it begins anew.");
  static final Key<Item> CHECK = Key.optional(
      "check",
      Type.later("a mapping, see `check`", Form.mapping("check")),
      "whether the `workload` is available; required without one",
      "How it is looked at.");
  static final Key<Workload> WORKLOAD = Key.optional(
      "workload",
      CheckSection.WORKLOAD.type(),
      "that of the check, if it has one",
      "What runs it: what must hold before it is repaired, and what can be restarted.");
  static final Key<List<Item>> PRECONDITIONS = Key.optional(
      "preconditions",
      Type.later("a mapping, see `preconditions`", Form.mapping("preconditions"))
          .list(),
      "those of the workload",
      "What must hold before it is repaired. Telling never waits for it.");
  static final Key<List<Fact>> WITHOUT = Key.optional(
      "without",
      new Type<Fact>("a precondition of every workload", item -> WatchedSection.fact(item))
          .oneOrMore(),
      "none",
      "What a workload asks for and this one shall not, by its name; see kubernetes.md.");
  static final Key<Item> REMEDIATION = Key.optional(
      "remediation",
      Type.later(
          "a mapping, see `remediation`, or a list, see `steps`",
          Form.mapping("remediation").or(Form.mapping("steps").list())),
      "only told",
      "How it is repaired.");
  static final Shape SHAPE = Shape.of(
          "targets", NAME, CHECK, WORKLOAD, PRECONDITIONS, WITHOUT, REMEDIATION)
      .and(Knobs.SHAPE);

  /**
   * A target whose references are not yet followed.
   *
   * @param name as written, a DNS label or not
   * @param at where the name stands
   * @param after the targets it waits for, and where that is said
   * @param watch absent: something is wrong with it
   */
  record Draft(Optional<String> name, Item at, Map<String, Item> after, Optional<Watch> watch) {}

  Draft read(Item item) {
    Fields fields = Fields.over(defaults, item, SHAPE);
    Fields check = CheckSection.of(fields);
    Optional<Probe> probe = probes.any(check);
    PreconditionSection asked = preconditions(fields);
    List<Item> repairs = new ArrayList<>();
    Optional<Ladder> ladder =
        fields.item(REMEDIATION).flatMap(found -> remediations.read(found, repairs));
    Optional<Watched> watched = isOfCluster(fields, check, asked, repairs)
        ? Optional.of(new WatchedSection(fields, check, asked.ofWorkload(), repairs)
            .read(ladder.map(Ladder::repairs).orElse(Map.of())))
        : Optional.empty();
    Optional<Target> target = target(fields, ladder, asked.after().keySet());
    boolean whole = target.isPresent()
        && probe.isPresent() == CheckSection.hasProbe(check)
        && ladder.isPresent() == fields.has(REMEDIATION);
    List<Remedy> remedies = ladder.map(Ladder::remedies).orElse(List.of());
    Optional<Watch> watch = whole
        ? Optional.of(new Watch(target.get(), probe, asked.asked(), remedies, watched))
        : Optional.empty();
    return new Draft(fields.item(NAME).flatMap(Item::text), fields.at(NAME), asked.after(), watch);
  }

  private static Optional<Target> target(
      Fields fields, Optional<Ladder> ladder, Set<String> after) {
    Optional<Policy> policy = Knobs.read(fields);
    if (!fields.isSound() || policy.isEmpty()) {
      return Optional.empty();
    }
    Policy knobs =
        ladder.isPresent() ? policy.get().remediation(ladder.get().remediation()) : policy.get();
    return Optional.of(new Target(fields.value(NAME), knobs, after));
  }

  private PreconditionSection preconditions(Fields fields) {
    if (!fields.has(REMEDIATION) && !fields.isStrange()) {
      fields
          .item(PRECONDITIONS)
          .ifPresent(item -> item.problem("preconditions without a remediation hold nothing back,"
              + " expected 'remediation' beside them: telling never waits"));
      fields
          .item(WITHOUT)
          .ifPresent(item -> item.problem("without a remediation nothing is held back, expected"
              + " 'remediation' beside 'without': telling never waits"));
    }
    List<Item> entries = fields.item(PRECONDITIONS).map(Item::entries).orElse(List.of());
    return PreconditionSection.of(entries, probes);
  }

  /** Else nothing of the adapter is touched, so that it is not loaded. */
  private static boolean isOfCluster(
      Fields fields, Fields check, PreconditionSection asked, List<Item> repairs) {
    return fields.has(WORKLOAD)
        || fields.has(WITHOUT)
        || check.has(CheckSection.WORKLOAD)
        || check.has(CheckSection.NODE)
        || !asked.ofWorkload().isEmpty()
        || !repairs.isEmpty();
  }
}
