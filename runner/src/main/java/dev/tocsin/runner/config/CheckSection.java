package dev.tocsin.runner.config;

import dev.tocsin.k8s.look.Workload;
import java.util.Optional;

/** {@code check}: a probe, or what the cluster says. */
final class CheckSection {

  /** A method's reference would load the adapter here, and not only where one is written. */
  private static final Type<Workload> A_WORKLOAD = Type.scalar(
      "deployment/NAMESPACE/NAME, statefulset/…, daemonset/… or pods/NAMESPACE/LABEL=VALUE,…",
      text -> Workload.parse(text));

  static final Key<Workload> WORKLOAD = Key.optional(
      "workload", A_WORKLOAD, "–", "Enough of a workload is available, as the cluster says.");
  static final Key<String> NODE =
      Key.optional("node", ClusterNames.name(253), "–", "A node is ready, as the cluster says.");
  static final Shape SHAPE = Shape.of("check", WORKLOAD, NODE)
      .and(ProbeSection.SHAPE)
      .one(ProbeSection.oneWith(WORKLOAD, NODE));

  private CheckSection() {}

  /** Reads the check of a target, which must have one but for a workload. */
  static Fields of(Fields target) {
    if (target.lacks(TargetSection.WORKLOAD)) {
      target.require(TargetSection.CHECK);
    }
    return target.has(TargetSection.CHECK)
        ? read(target.at(TargetSection.CHECK))
        : Fields.bare(target.item(), SHAPE, Optional.empty());
  }

  /** Whether it is looked at from here. */
  static boolean hasProbe(Fields check) {
    return check.has(ProbeSection.HTTP)
        || check.has(ProbeSection.TCP)
        || check.has(ProbeSection.EXEC);
  }

  private static Fields read(Item item) {
    Fields fields = Fields.of(item, SHAPE);
    fields.hasOne();
    return fields;
  }
}
