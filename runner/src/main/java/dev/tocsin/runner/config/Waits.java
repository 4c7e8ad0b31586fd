package dev.tocsin.runner.config;

import dev.tocsin.runner.config.TargetSection.Draft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who waits for whom: each must exist, and nobody may wait for himself, however far around. */
final class Waits {

  /** By name, in the order of the file: the targets it waits for, and where that is said. */
  private final Map<String, Map<String, Item>> waits = new LinkedHashMap<>();

  private final Set<String> seen = new HashSet<>();

  private Waits(List<Draft> drafts) {
    for (Draft draft : drafts) {
      draft.name().ifPresent(name -> waits.putIfAbsent(name, draft.after()));
    }
  }

  static void check(List<Draft> drafts) {
    Waits waits = new Waits(drafts);
    drafts.forEach(draft -> draft.after().forEach(waits::exists));
    waits.waits.keySet().stream().filter(waits.seen::add).forEach(waits::walk);
  }

  private void exists(String name, Item where) {
    Set<String> known = waits.keySet();
    if (!known.contains(name) && TargetSection.NAME.type().read(where).isPresent()) {
      where.problem("after names an unknown target " + Item.quoted(name)
          + ", expected the name of another target" + Spelling.hint(name, known));
    }
  }

  /** Depth first, without recursion: a chain may be as long as the file. */
  private void walk(String start) {
    List<String> path = new ArrayList<>(List.of(start));
    Set<String> onPath = new HashSet<>(path);
    Deque<Iterator<String>> branches = new ArrayDeque<>(List.of(next(start)));
    while (!path.isEmpty()) {
      if (!branches.peek().hasNext()) {
        branches.pop();
        onPath.remove(path.remove(path.size() - 1));
        continue;
      }
      String next = branches.peek().next();
      if (onPath.contains(next)) {
        circle(path.subList(path.indexOf(next), path.size()));
      } else if (seen.add(next)) {
        path.add(next);
        onPath.add(next);
        branches.push(next(next));
      }
    }
  }

  private Iterator<String> next(String name) {
    return waits.get(name).keySet().stream().filter(waits::containsKey).iterator();
  }

  private void circle(List<String> members) {
    List<String> shown = new ArrayList<>(members);
    shown.add(members.get(0));
    waits
        .get(shown.get(0))
        .get(shown.get(1))
        .problem(
            "targets wait for each other: " + String.join(" -> ", shown) + ", expected no circle");
  }
}
