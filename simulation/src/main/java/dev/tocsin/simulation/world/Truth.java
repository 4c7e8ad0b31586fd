package dev.tocsin.simulation.world;

/**
 * What is true of a target at one time, and how much of it can be seen.
 *
 * @param pod what has become of its pod
 * @param node what its node is
 * @param off scaled to zero on purpose
 * @param seen whether we can look at it
 * @param nodeSeen whether we can look at its node
 * @param held whether something else of the cluster is in the way of a repair
 */
public record Truth(
    Pod pod, NodeState node, boolean off, boolean seen, boolean nodeSeen, boolean held) {

  /** Whether it does what it is there for. */
  public boolean up() {
    return pod == Pod.RUNNING && !off && node.runs();
  }

  /** Down, though nobody switched it off. */
  public boolean down() {
    return !off && !up();
  }

  /** Down, and we can see it. */
  public boolean fails() {
    return down() && seen;
  }

  /** Up, and we can see it. */
  public boolean passes() {
    return up() && seen;
  }

  /** Down where a restart could work, and all of that can be seen. */
  public boolean mayAct() {
    return fails() && node == NodeState.UP && nodeSeen && !held;
  }
}
