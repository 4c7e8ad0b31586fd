package dev.tocsin.runner.config;

import dev.tocsin.k8s.look.Asked;
import dev.tocsin.k8s.look.Fact;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a target is the cluster's to say and to do. It loads words of the adapter, so it is not
 * touched where a target has none of them.
 *
 * @param target the whole
 * @param check its check
 * @param preconditions the parameters of what every workload has, by name
 * @param repairs every repair by the cluster, wherever it stands
 */
record WatchedSection(
    Fields target, Fields check, Map<String, Fields> preconditions, List<Item> repairs) {

  /** One of the preconditions that every workload has. */
  static Optional<Fact> fact(Item item) {
    return Scalars.choice(List.of(Fact.values()), Fact::word).read(item);
  }

  /**
   * What the cluster is asked, and what contradicts itself in that.
   *
   * @param steps what the cluster is asked to do, in its word, by the name of the step
   */
  Watched read(Map<String, String> steps) {
    Optional<Workload> own = target.find(TargetSection.WORKLOAD);
    Optional<Workload> checked = check.find(CheckSection.WORKLOAD);
    if (own.isPresent() && checked.isPresent() && !own.equals(checked)) {
      check
          .at(CheckSection.WORKLOAD)
          .problem("the check is of another workload than the target, expected the same");
    }
    Optional<Workload> workload = own.or(() -> checked);
    workload.ifPresent(this::fits);
    boolean none = target.lacks(TargetSection.WORKLOAD) && check.lacks(CheckSection.WORKLOAD);
    if (none && !target.isStrange() && !check.isStrange()) {
      stands();
    }
    return new Watched(how(), workload, asked(), repairs(steps));
  }

  private void fits(Workload workload) {
    boolean rolls =
        workload.type() == Workload.Type.DEPLOYMENT || workload.type() == Workload.Type.STATEFULSET;
    repairs.stream()
        .filter(repair -> !rolls && repair.name().equals(Repair.ROLLOUT_RESTART.word()))
        .forEach(repair -> repair.problem(repair.name() + " is for a deployment or a statefulset,"
            + " not for " + workload + ", expected evictPod or deletePod"));
  }

  /** What of it can stand without a workload. */
  private void stands() {
    repairs.forEach(repair -> needsWorkload(repair, "repairs"));
    target.item(TargetSection.WITHOUT).ifPresent(item -> needsWorkload(item, "is about"));
    preconditions.values().stream()
        .filter(fields -> !fields.has(PreconditionSection.NODE))
        .filter(fields -> !fields.isStrange())
        .forEach(fields -> needsWorkload(fields.item(), "is about"));
  }

  private static void needsWorkload(Item item, String does) {
    boolean node = item.name().equals(PreconditionSection.NODE_READY.name());
    item.problem(item.name() + " " + does + " a workload, and this target has none, expected "
        + (node ? "a 'node' in it, or " : "") + "'workload' beside the check");
  }

  private Watched.Check how() {
    Optional<String> node = check.find(CheckSection.NODE);
    if (node.isPresent()) {
      return new Watched.Check.OfNode(node.get());
    }
    return CheckSection.hasProbe(check)
        ? new Watched.Check.Elsewhere()
        : new Watched.Check.OfWorkload();
  }

  private Asked asked() {
    Optional<Fields> nodeReady =
        Optional.ofNullable(preconditions.get(PreconditionSection.NODE_READY.name()));
    return new Asked(
        span(PreconditionSection.NODE_READY, PreconditionSection.READY_FOR),
        span(PreconditionSection.STARTUP_OVER, PreconditionSection.STARTUP),
        span(PreconditionSection.UNTOUCHED, PreconditionSection.AGO),
        nodeReady.flatMap(fields -> fields.find(PreconditionSection.NODE)),
        without());
  }

  private Duration span(Key<Item> precondition, Key<Duration> span) {
    return Optional.ofNullable(preconditions.get(precondition.name()))
        .flatMap(fields -> fields.find(span))
        .or(span::fallback)
        .orElseThrow();
  }

  private Set<Fact> without() {
    List<Fact> left = target.find(TargetSection.WITHOUT).orElse(List.of());
    for (Fact fact : left) {
      Optional.ofNullable(preconditions.get(fact.word()))
          .ifPresent(fields -> fields
              .item()
              .problem(fact.word()
                  + " is asked for and left out by 'without', expected one or the other"));
    }
    return Set.copyOf(left);
  }

  private static Map<String, Repair> repairs(Map<String, String> steps) {
    Map<String, Repair> repairs = new HashMap<>();
    steps.forEach((step, word) -> Arrays.stream(Repair.values())
        .filter(repair -> repair.word().equals(word))
        .forEach(repair -> repairs.put(step, repair)));
    return repairs;
  }
}
