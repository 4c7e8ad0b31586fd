package dev.tocsin.simulation.world;

import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What stands before anything happens.
 *
 * @param workloads what there is; at least one, each name once, kept in the order of names
 * @param interval the schedule that the policy knows
 * @param witness whether the world remembers our deeds
 * @param start the true time at the beginning
 */
public record Setting(List<Workload> workloads, Duration interval, Witness witness, Instant start) {

  /** A midnight. */
  public static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

  public Setting {
    workloads =
        workloads.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    Objects.requireNonNull(witness);
    Objects.requireNonNull(start);
    new Planner(workloads.stream().map(Workload::target).toList(), interval);
    if (workloads.isEmpty()) {
      throw new IllegalArgumentException("a world without a target");
    }
  }

  /** Every target on a node of its own that is named like it, up at once after a start. */
  public static Setting of(List<Target> targets, Duration interval) {
    return new Setting(
        targets.stream()
            .map(target -> new Workload(target, "node-of-" + index(targets, target), Duration.ZERO))
            .toList(),
        interval,
        Witness.FORGETS,
        MIDNIGHT);
  }

  private static int index(List<Target> targets, Target target) {
    return targets.indexOf(target) + 1;
  }

  public Setting with(Witness other) {
    return new Setting(workloads, interval, other, start);
  }

  public List<Target> targets() {
    return workloads.stream().map(Workload::target).toList();
  }

  /**
   * The policy and name of one target.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Target target(String name) {
    return workloads.get(index(name)).target();
  }

  /** Where a target stands in {@link #workloads()}. */
  public int index(String name) {
    for (int i = 0; i < workloads.size(); i++) {
      if (workloads.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no target " + name);
  }

  /** The nodes, in the order of the targets. */
  public List<String> nodes() {
    return workloads.stream().map(Workload::node).distinct().toList();
  }
}
