package dev.tocsin.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything one round saw of one target.
 *
 * @param observation the check's answer
 * @param preconditions every precondition that was asked for, with this round's verdict
 * @param witness what the outside world remembers of our own deeds
 * @param place where it was seen to run, for example {@code still-fawn}: remembered while an
 *     incident is open, for whoever looks next and finds it gone
 */
public record Sighting(
    Observation observation,
    List<Precondition> preconditions,
    Witness witness,
    Optional<String> place) {

  public Sighting {
    Objects.requireNonNull(observation);
    preconditions = List.copyOf(preconditions);
    Objects.requireNonNull(witness);
    place = place.map(Text::oneLine);
  }

  /** A sighting of something that runs at no place in particular. */
  public Sighting(Observation observation, List<Precondition> preconditions, Witness witness) {
    this(observation, preconditions, witness, Optional.empty());
  }

  /** A sighting with no precondition asked for and no outside memory. */
  public static Sighting of(Observation observation) {
    return new Sighting(observation, List.of(), Witness.NONE);
  }

  /** The same with other preconditions. */
  public Sighting with(List<Precondition> others) {
    return new Sighting(observation, others, witness, place);
  }

  /** The first precondition that is not MET. */
  public Optional<Precondition> firstNotMet() {
    for (Precondition precondition : preconditions) {
      if (!precondition.met()) {
        return Optional.of(precondition);
      }
    }
    return Optional.empty();
  }

  /**
   * Our own deeds as the watched world remembers them (annotations, Events): read back where the
   * ledger knows less, so that a lost ledger neither refills a budget nor tells twice.
   *
   * @param attempts attempts that took effect, with their times
   * @param told the open incident that somebody was told of, if any
   * @param over incidents of which the end was told: no ledger that was put back opens them again
   */
  public record Witness(
      List<PastAttempt> attempts, Optional<PastAlert> told, List<IncidentId> over) {
    public static final Witness NONE = new Witness(List.of(), Optional.empty(), List.of());

    public Witness {
      attempts = List.copyOf(attempts);
      Objects.requireNonNull(told);
      over = List.copyOf(over);
    }
  }

  /** An attempt that took effect. */
  public record PastAttempt(String key, Instant at) {}

  /**
   * An alert that was told and not yet followed by its recovery.
   *
   * @param incident what it was about; one of another target is passed over
   * @param gaveUp {@code TOLD} if a human was asked for too, else {@code NOT_DUE}
   */
  public record PastAlert(IncidentId incident, Telling gaveUp) {}
}
