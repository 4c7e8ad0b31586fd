package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import dev.tocsin.runner.config.Configuration.Asked;
import dev.tocsin.runner.config.Configuration.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the targets of a configuration from here, side by side. A probe that several targets ask
 * for is looked at once in a round. Preconditions are read in every round, healthy or not: an
 * attempt has to wait for failures since the last round in which one was not MET.
 */
public final class ProbeObserver implements Observer {

  private static final Observation NOT_FROM_HERE =
      new Observation.Unknown(Cause.OURS_MISSING, "nothing is configured to look at it from here");

  private final Map<String, Watch> watches;
  private final int parallelism;
  private final Supplier<BiFunction<Probe, Deadline, Observation>> prober;

  /**
   * An observer.
   *
   * @param watches what can be looked at
   * @param parallelism how many probes at a time, at least 1
   */
  public ProbeObserver(Collection<Watch> watches, int parallelism) {
    this(watches, parallelism, freshly(new Conditions()));
  }

  ProbeObserver(
      Collection<Watch> watches,
      int parallelism,
      Supplier<BiFunction<Probe, Deadline, Observation>> prober) {
    this.watches =
        watches.stream().collect(Collectors.toMap(w -> w.target().name(), Function.identity()));
    this.parallelism = parallelism;
    this.prober = prober;
  }

  private static Supplier<BiFunction<Probe, Deadline, Observation>> freshly(Conditions conditions) {
    return () -> new Prober(conditions)::look;
  }

  /**
   * {@inheritDoc} A target that is not of this configuration is left out; one without a probe is
   * Unknown, with its preconditions: somebody else looks at it.
   */
  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    List<Watch> watched = targets.stream()
        .flatMap(target -> Optional.ofNullable(watches.get(target.name())).stream())
        .toList();
    Stream<Probe> checks = shuffled(watched.stream().flatMap(w -> w.check().stream()));
    Stream<Probe> asked =
        shuffled(watched.stream().flatMap(w -> w.preconditions().stream().map(Asked::probe)));
    Map<Probe, Observation> seen = look(Stream.concat(checks, asked).toList(), deadline);
    Map<String, Sighting> sightings = new LinkedHashMap<>();
    watched.forEach(watch -> sightings.put(watch.target().name(), sighting(watch, seen)));
    return sightings;
  }

  /** Where there is no time for all, it must not be the same ones in every round. */
  private static Stream<Probe> shuffled(Stream<Probe> probes) {
    List<Probe> shuffled = new ArrayList<>(probes.toList());
    Collections.shuffle(shuffled);
    return shuffled.stream();
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    List<Asked> asked = watches.get(target.name()).preconditions();
    return preconditions(asked, look(asked.stream().map(Asked::probe).toList(), deadline));
  }

  private Map<Probe, Observation> look(List<Probe> probes, Deadline deadline) {
    return new SideBySide(prober.get(), parallelism).look(probes, deadline);
  }

  private static Sighting sighting(Watch watch, Map<Probe, Observation> seen) {
    return new Sighting(
        watch.check().map(seen::get).orElse(NOT_FROM_HERE),
        preconditions(watch.preconditions(), seen),
        Witness.NONE);
  }

  private static List<Precondition> preconditions(List<Asked> asked, Map<Probe, Observation> seen) {
    return asked.stream().map(a -> precondition(a, seen.get(a.probe()))).toList();
  }

  private static Precondition precondition(Asked asked, Observation seen) {
    Verdict verdict = verdict(seen);
    String words = verdict.name().replace('_', ' ');
    String detail = asked.name() + ": " + words + ", " + seen.words();
    return new Precondition(asked.name(), asked.probe().subject(), verdict, detail);
  }

  static Verdict verdict(Observation seen) {
    if (seen instanceof Observation.Passing) {
      return Verdict.MET;
    }
    return seen instanceof Observation.Failing ? Verdict.NOT_MET : Verdict.UNKNOWN;
  }
}
