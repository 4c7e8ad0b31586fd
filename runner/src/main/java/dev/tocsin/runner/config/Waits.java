package dev.tocsin.runner.config;

import dev.tocsin.runner.config.TargetSection.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who waits for whom: each must exist, and nobody may wait for himself, however far around. */
final class Waits {

  /** By name, in the order of the file: the targets it waits for, and where that is said. */
  private final Map<String, Map<String, Item>> waits = new LinkedHashMap<>();

  private Waits(List<Draft> drafts) {
    for (Draft draft : drafts) {
      draft.name().ifPresent(name -> waits.putIfAbsent(name, draft.after()));
    }
  }

  static void check(List<Draft> drafts) {
    Waits waits = new Waits(drafts);
    drafts.forEach(draft -> draft.after().forEach(waits::exists));
    waits.cycles();
  }

  private void exists(String name, Item where) {
    Set<String> known = waits.keySet();
    if (!known.contains(name) && TargetSection.NAME.type().read(where).isPresent()) {
      where.problem("after names an unknown target " + Item.quoted(name)
          + ", expected the name of another target" + Spelling.hint(name, known));
    }
  }

  private void cycles() {
    dropFree();
    while (!waits.isEmpty()) {
      List<String> cycle = cycle();
      List<String> shown = new ArrayList<>(cycle);
      shown.add(cycle.get(0));
      next(cycle.get(0))
          .map(waits.get(cycle.get(0))::get)
          .ifPresent(where -> where.problem("targets wait for each other: "
              + String.join(" -> ", shown) + ", expected no circle"));
      waits.keySet().removeAll(cycle);
      dropFree();
    }
  }

  /** Drops those that wait for nobody who is left, again and again: the rest runs in circles. */
  private void dropFree() {
    boolean dropped = true;
    while (dropped) {
      dropped = waits.keySet().removeIf(name -> next(name).isEmpty());
    }
  }

  /** Follows the first of the rest until a name comes twice. */
  private List<String> cycle() {
    List<String> path = new ArrayList<>();
    String name = waits.keySet().iterator().next();
    while (!path.contains(name)) {
      path.add(name);
      name = next(name).orElseThrow();
    }
    return path.subList(path.indexOf(name), path.size());
  }

  private Optional<String> next(String name) {
    return waits.get(name).keySet().stream().filter(waits::containsKey).sorted().findFirst();
  }
}
