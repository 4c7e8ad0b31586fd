package dev.tocsin.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Trust is lost faster than it is won: every setback of the last 24 hours, the first aside, doubles
 * the quiet time that has to pass before an end is believed. Outlives incidents.
 *
 * @param setbacks new incidents and relapses (or blindnesses), oldest first, the newest 16 at most
 */
public record Trust(List<Moment> setbacks) {

  public static final Trust FULL = new Trust(List.of());

  static final Duration MEMORY = Duration.ofHours(24);
  private static final int REMEMBERED = 16;

  public Trust {
    setbacks = List.copyOf(setbacks);
  }

  Trust setback(Moment now) {
    return new Trust(newest(setbacks, now, REMEMBERED));
  }

  /** None at first, then one interval doubled for every further setback, up to the limit. */
  Duration quiet(Duration interval, Duration limit) {
    int further = setbacks.size() - 1;
    if (further <= 0) {
      return Duration.ZERO;
    }
    Duration quiet = interval.multipliedBy(1L << further);
    return quiet.compareTo(limit) > 0 ? limit : quiet;
  }

  Trust remembered(Now now) {
    List<Moment> kept = stillRemembered(setbacks, now);
    return kept.equals(setbacks) ? this : new Trust(kept);
  }

  /** Those of the last 24 hours, none of them in the future. */
  static List<Moment> stillRemembered(List<Moment> moments, Now now) {
    if (moments.isEmpty() || allOfToday(moments, now)) {
      return moments;
    }
    return moments.stream()
        .map(m -> m.notAfter(now.moment()))
        .filter(m -> !now.passed(MEMORY, m))
        .toList();
  }

  /** Oldest first, so the ends speak for all. */
  private static boolean allOfToday(List<Moment> moments, Now now) {
    Moment newest = moments.get(moments.size() - 1);
    return !now.passed(MEMORY, moments.get(0)) && newest.notAfter(now.moment()) == newest;
  }

  static List<Moment> newest(List<Moment> moments, Moment added, int most) {
    List<Moment> all = new ArrayList<>(moments);
    all.add(added);
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
