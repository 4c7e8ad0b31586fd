package dev.tocsin.simulation.story;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Target;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Deed;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Witness;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The setting of a story, while it is read. */
final class Stage {

  private static final Pattern TARGET =
      Pattern.compile("([a-z0-9-]+) on ([a-z0-9-]+)((?:, (?:starts in|after) [a-z0-9-]+)*)");
  private static final String STARTS = "starts in ";

  private final List<Workload> workloads = new ArrayList<>();
  private Instant start = Setting.MIDNIGHT;
  private Duration interval = Duration.ofMinutes(5);
  private Witness witness = Witness.FORGETS;

  void starts(Instant at) {
    start = at;
  }

  Instant start() {
    return start;
  }

  void interval(Duration span) {
    if (span.compareTo(Duration.ofSeconds(1)) < 0 || span.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("an interval is 1s to 1d");
    }
    interval = span;
  }

  void witness(String word) {
    for (Witness one : Witness.values()) {
      if (one.word().equals(word)) {
        witness = one;
        return;
      }
    }
    throw new IllegalArgumentException("a cluster remembers or forgets, not '" + word + "'");
  }

  void target(String text) {
    Matcher target = TARGET.matcher(text.replaceAll("\\s+", " "));
    if (!target.matches()) {
      throw new IllegalArgumentException(
          "a target is: NAME on NODE[, starts in SPAN][, after TARGET]…, not '" + text + "'");
    }
    if (workloads.stream().anyMatch(w -> w.name().equals(target.group(1)))) {
      throw new IllegalArgumentException("a second target " + target.group(1));
    }
    Duration startUp = Duration.ZERO;
    Set<String> after = new LinkedHashSet<>();
    for (String more : target.group(3).split(", ")) {
      if (more.startsWith(STARTS)) {
        startUp = Words.span(more.substring(STARTS.length()));
      } else if (!more.isEmpty()) {
        after.add(more.substring("after ".length()));
      }
    }
    Target watched = new Target(target.group(1), Policies.DEFAULT, after);
    workloads.add(new Workload(watched, target.group(2), startUp));
  }

  /** Of the target above it. */
  void policy(Policy policy) {
    if (workloads.isEmpty()) {
      throw new IllegalArgumentException("a policy stands below the target that it is of");
    }
    Workload last = workloads.remove(workloads.size() - 1);
    Target target = new Target(last.name(), policy, last.target().after());
    workloads.add(new Workload(target, last.node(), last.startUp()));
  }

  void requireKnown(Change change) {
    if (change instanceof Change.Node node) {
      requireNode(node.name());
    } else if (change instanceof Change.InRound in && in.deed() instanceof Deed.Flip flip) {
      requireNode(flip.node().name());
    } else if (change instanceof Change.Target target) {
      requireTarget(target.name());
    } else if (change instanceof Change.Restarting restarting) {
      requireTarget(restarting.target());
    } else if (change instanceof Change.Pause pause) {
      requireTarget(pause.target());
    } else if (change instanceof Change.HandEdit edit) {
      requireTarget(edit.target());
    }
  }

  private void requireNode(String name) {
    List<String> nodes = workloads.stream().map(Workload::node).distinct().toList();
    if (!nodes.contains(name)) {
      throw new IllegalArgumentException("no node " + name + "; there are: " + nodes);
    }
  }

  private void requireTarget(String name) {
    List<String> names = workloads.stream().map(Workload::name).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException("no target " + name + "; there are: " + names);
    }
  }

  boolean isReady() {
    return !workloads.isEmpty();
  }

  Setting setting() {
    return new Setting(workloads, interval, witness, start);
  }
}
