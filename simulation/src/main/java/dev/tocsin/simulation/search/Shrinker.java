package dev.tocsin.simulation.search;

import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what breaks an invariant as short as it can, and still break the same one. */
public final class Shrinker {

  private static final int PAIRS_UP_TO = 24;

  private final Judge judge;
  private final String name;
  private Setting setting;
  private List<Event> events;
  private Duration length;

  private Shrinker(Judge judge, String name, Setting setting, List<Event> events, Duration length) {
    this.judge = judge;
    this.name = name;
    this.setting = setting;
    this.events = events;
    this.length = length;
  }

  /**
   * What is left.
   *
   * @param setting with the targets that are needed
   * @param events none of which can be left out, nor any two
   * @param length until when it must go on
   * @param broken what it breaks
   */
  public record Shrunk(Setting setting, List<Event> events, Duration length, Judge.Broken broken) {}

  /** Shrinks what breaks the invariant of this name. */
  public static Shrunk shrink(
      Judge judge, String name, Setting setting, List<Event> events, Duration length) {
    Shrinker shrinker = new Shrinker(judge, name, setting, List.copyOf(events), length);
    shrinker.shrink();
    Judge.Broken broken = shrinker.broken(shrinker.setting, shrinker.events).orElseThrow();
    return new Shrunk(shrinker.setting, shrinker.events, broken.length(), broken);
  }

  private void shrink() {
    int before;
    do {
      before = events.size();
      for (int chunk = Math.max(1, events.size() / 2); chunk >= 1; chunk /= 2) {
        withoutChunks(chunk);
      }
      withoutPairs();
      withoutTargets();
    } while (events.size() < before);
    earlier();
    shorter();
  }

  private void withoutChunks(int chunk) {
    int from = 0;
    while (from < events.size()) {
      List<Event> fewer = new ArrayList<>(events);
      fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
      if (!keep(setting, fewer)) {
        from += chunk;
      }
    }
  }

  /** A fault and what ends it often go together. */
  private void withoutPairs() {
    for (int i = 0; i < events.size() && events.size() <= PAIRS_UP_TO; i++) {
      for (int j = i + 1; j < events.size(); j++) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.remove(j);
        fewer.remove(i);
        if (keep(setting, fewer)) {
          j = i;
        }
      }
    }
  }

  private void withoutTargets() {
    for (Workload workload : setting.workloads()) {
      List<Workload> fewer = new ArrayList<>(setting.workloads());
      fewer.remove(workload);
      boolean needed = fewer.isEmpty()
          || fewer.stream().anyMatch(w -> w.target().after().contains(workload.name()));
      if (!needed) {
        keepWithout(fewer);
      }
    }
  }

  /** Events about what is not there any more cannot be played. */
  private void keepWithout(List<Workload> fewer) {
    try {
      keep(new Setting(fewer, setting.interval(), setting.witness(), setting.start()), events);
    } catch (IllegalArgumentException e) {
      return;
    }
  }

  /** Earlier, by whole intervals: what need not wait does not. */
  private void earlier() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < events.size(); i++) {
        Duration floor = i == 0 ? Duration.ZERO : events.get(i - 1).at();
        moved |= earlier(i, floor);
      }
    }
  }

  private boolean earlier(int i, Duration floor) {
    Duration room = events.get(i).at().minus(floor);
    for (long n = room.toMillis() / setting.interval().toMillis(); n >= 1; n /= 2) {
      Duration by = setting.interval().multipliedBy(n);
      List<Event> sooner = new ArrayList<>(events);
      for (int j = i; j < sooner.size(); j++) {
        Event event = sooner.get(j);
        sooner.set(j, new Event(event.at().minus(by), event.change()));
      }
      if (keep(setting, sooner)) {
        return true;
      }
    }
    return false;
  }

  /** A calm may begin as soon as everything has happened. */
  private void shorter() {
    if (broken(setting, events).stream().allMatch(b -> b.calms().isEmpty())) {
      return;
    }
    Duration floor =
        events.isEmpty() ? Duration.ZERO : events.get(events.size() - 1).at();
    long n = length.minus(floor).toMillis() / setting.interval().toMillis();
    while (n >= 1) {
      Duration before = length;
      length = length.minus(setting.interval().multipliedBy(n));
      if (length.compareTo(floor) < 0 || broken(setting, events).isEmpty()) {
        length = before;
        n /= 2;
      }
    }
  }

  private boolean keep(Setting tried, List<Event> fewer) {
    Optional<Judge.Broken> broken = broken(tried, fewer);
    if (broken.isEmpty()) {
      return false;
    }
    setting = tried;
    events = List.copyOf(fewer);
    return true;
  }

  private Optional<Judge.Broken> broken(Setting tried, List<Event> fewer) {
    return judge.judge(tried, fewer, length).filter(b -> b.name().equals(name));
  }
}
