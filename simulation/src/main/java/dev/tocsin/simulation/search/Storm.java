package dev.tocsin.simulation.search;

import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Events at random: the same seed, the same storm, on every machine and every JDK.
 *
 * @param faults the families that exist in it
 * @param events in the order of time
 * @param length until when it lasts, since the start
 */
public record Storm(Set<Fault> faults, List<Event> events, Duration length) {

  /** Times lie on a grid of so many parts of an interval, which is easier to read. */
  private static final int PARTS = 5;

  public Storm {
    events = List.copyOf(events);
  }

  /**
   * Draws which faults exist, then when they strike.
   *
   * @param allowed of which families it may draw
   * @param rounds how long it lasts, in intervals
   */
  public static Storm of(Setting setting, Set<Fault> allowed, int rounds, long seed) {
    Random random = new Random(seed);
    random.nextInt();
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : Fault.values()) {
      boolean drawn = random.nextInt(3) == 0;
      if (allowed.contains(fault) && (drawn || fault == Fault.SICKNESS)) {
        faults.add(fault);
      }
    }
    List<Fault> list = List.copyOf(faults);
    List<Event> events = new ArrayList<>();
    int strikes = 1 + random.nextInt(Math.max(1, rounds / 4));
    for (int i = 0; i < strikes; i++) {
      strike(setting, Fault.pick(list, random), rounds, random, events);
    }
    events.sort(Comparator.comparing(Event::at));
    return new Storm(faults, events, setting.interval().multipliedBy(rounds));
  }

  private static void strike(
      Setting setting, Fault fault, int rounds, Random random, List<Event> events) {
    Duration part = setting.interval().dividedBy(PARTS);
    int at = random.nextInt(rounds * PARTS);
    for (Change change : fault.draw(setting, random)) {
      events.add(new Event(part.multipliedBy(at), change));
      at = Math.min(rounds * PARTS - 1, at + 1 + lasting(rounds, random));
    }
  }

  /** Mostly short, sometimes long. */
  private static int lasting(int rounds, Random random) {
    return random.nextInt(1 + random.nextInt(1 + random.nextInt(rounds * PARTS)));
  }
}
