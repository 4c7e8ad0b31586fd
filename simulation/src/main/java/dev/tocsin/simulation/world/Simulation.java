package dev.tocsin.simulation.world;

import dev.tocsin.incident.Ledger;
import dev.tocsin.round.RoundReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The engine: one virtual world under the eyes of one checker. Not for several threads at once; a
 * {@link #fork()} is another world that begins where this one is.
 */
public final class Simulation {

  /** Steps that a history keeps at least; what lies further back is forgotten. */
  private static final int KEPT = 8192;

  /** So many more are kept before any are forgotten, all at once. */
  private static final int SPARE = KEPT / 8;

  final Setting setting;
  final Cluster cluster;
  final Shelf shelf;
  final Deeds deeds;
  final Clocks clocks;
  final Mailing mailing;
  private final Timetable timetable;
  private final Supply supply;
  private final List<Event> events = new ArrayList<>(2);
  private final List<Change.InRound> armed = new ArrayList<>(1);
  private History history;

  /** Who watches, and by what means. */
  private record Supply(Checker checker, UnaryOperator<Ports> means) {}

  /** A round, or the rehearsal of one. */
  @FunctionalInterface
  private interface Duty {
    Optional<RoundReport> of(Checker checker, Ports ports);
  }

  private Simulation(Setting setting, Supply supply) {
    this.setting = setting;
    this.supply = supply;
    this.cluster = new Cluster(setting);
    this.shelf = new Shelf();
    this.deeds = new Deeds();
    this.clocks = new Clocks(setting.start());
    this.mailing = new Mailing();
    this.timetable = new Timetable(setting.start(), setting.interval());
    this.history = History.start(setting);
  }

  private Simulation(Simulation other) {
    this.setting = other.setting;
    this.supply = other.supply;
    this.cluster = other.cluster.copy();
    this.shelf = other.shelf.copy();
    this.deeds = other.deeds.copy();
    this.clocks = other.clocks.copy();
    this.mailing = other.mailing.copy();
    this.timetable = other.timetable.copy();
    this.events.addAll(other.events);
    this.armed.addAll(other.armed);
    this.history = other.history;
  }

  /** Tocsin in this setting, before anything has happened. */
  public static Simulation of(Setting setting) {
    return of(setting, Checker.tocsin(setting));
  }

  /** Another checker in this setting. */
  public static Simulation of(Setting setting, Checker checker) {
    return of(setting, checker, UnaryOperator.identity());
  }

  /**
   * A checker in this setting, by other means than the virtual ones.
   *
   * @param means wraps, for every round, the ports that it is given
   */
  public static Simulation of(Setting setting, Checker checker, UnaryOperator<Ports> means) {
    return new Simulation(setting, new Supply(checker, means));
  }

  /** One whole history: the rounds of the schedule from the start on, and these events. */
  public static History play(Setting setting, List<Event> events, Duration length) {
    return of(setting).play(events, length);
  }

  /** A world of its own that begins where this one is; a checker's own fields are shared. */
  public Simulation fork() {
    return new Simulation(this);
  }

  /** What the outside has seen so far. */
  public History history() {
    return history;
  }

  /** What is in the store. */
  public Ledger ledger() {
    return shelf.ledger();
  }

  public Setting setting() {
    return setting;
  }

  /** The true time. */
  public Instant now() {
    return clocks.truth();
  }

  /** What is true of a target now. */
  public Truth truth(String target) {
    return cluster.truth(setting.index(target), now());
  }

  /**
   * Lets time go on.
   *
   * @param more what happens, in the order of time; what lies in the past happens at once
   * @param length until when, since the start
   */
  public History play(List<Event> more, Duration length) {
    play(more, length, h -> Optional.empty());
    return history;
  }

  /**
   * Lets time go on until something is found in the history.
   *
   * @param judge asked after every step
   * @return what it found first
   */
  public <T> Optional<T> play(
      List<Event> more, Duration length, Function<History, Optional<T>> judge) {
    Instant end = setting.start().plus(length);
    int next = 0;
    while (true) {
      Instant slot = timetable.next();
      Instant event = next < more.size() ? setting.start().plus(more.get(next).at()) : Instant.MAX;
      if (event.isAfter(end) && slot.isAfter(end)) {
        clocks.to(end);
        return Optional.empty();
      }
      Optional<T> found =
          event.isAfter(slot) ? slot(judge) : happens(event, more.get(next++).change(), judge);
      if (found.isPresent()) {
        return found;
      }
    }
  }

  /** The next time of the schedule, with its rounds. */
  public void slot() {
    slot(h -> Optional.empty());
  }

  private <T> Optional<T> slot(Function<History, Optional<T>> judge) {
    clocks.to(timetable.next());
    int rounds = timetable.take();
    Optional<T> found = Optional.empty();
    for (int i = 0; i < rounds && found.isEmpty(); i++) {
      step(Checker::round);
      found = judge.apply(history);
    }
    return found;
  }

  private <T> Optional<T> happens(Instant at, Change change, Function<History, Optional<T>> judge) {
    clocks.to(at);
    apply(change);
    boolean round = change instanceof Change.RoundNow || change instanceof Change.Rehearsal;
    return round ? judge.apply(history) : Optional.empty();
  }

  /** Something happens now. */
  public void apply(Change change) {
    events.add(new Event(Duration.between(setting.start(), now()), change));
    if (change instanceof Change.RoundNow) {
      step(Checker::round);
    } else if (change instanceof Change.Rehearsal) {
      step(Checker::rehearse);
    } else {
      Changes.apply(change, this);
    }
  }

  /** What the mail server does with mails now. */
  public MailAnswer mail() {
    return mailing.mail();
  }

  /** What the API server does with repairs now. */
  public RepairAnswer repairs() {
    return mailing.repair();
  }

  /** Lets time pass; no round of the schedule may be due within it. */
  public void pass(Duration span) {
    clocks.pass(span);
  }

  /** Lets time pass until the next round of the schedule is due. */
  public void passToSlot() {
    clocks.to(timetable.next());
  }

  /** What is true of every target now. */
  List<Truth> truths() {
    Truth[] all = new Truth[setting.workloads().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = cluster.truth(i, now());
    }
    return List.of(all);
  }

  /** Whether a round has all that it needs to tell. */
  boolean isFair() {
    return mailing.mail() == MailAnswer.FINE
        && mailing.takes().isZero()
        && shelf.isFine()
        && clocks.areRight();
  }

  void arm(Change.InRound inRound) {
    armed.add(inRound);
  }

  Timetable timetable() {
    return timetable;
  }

  /** One round, and whatever runs within it. */
  private void step(Duty duty) {
    Instant begun = now();
    Ledger before = shelf.ledger();
    List<Event> happened = List.copyOf(events);
    events.clear();
    List<Change.InRound> traps = List.copyOf(armed);
    armed.clear();
    List<RoundTrace> traces = new ArrayList<>(1);
    round(duty, new RoundTrace(this, traps, clocks.takeOnce(), traces));
    List<RoundRecord> rounds = new ArrayList<>(traces.size());
    traces.forEach(trace -> rounds.add(trace.record()));
    history = history.with(Step.of(begun, happened, rounds, before, shelf.ledger()));
    if (history.length() >= KEPT + SPARE) {
      history = history.latest(KEPT);
    }
  }

  /** A real one, whatever the one within which it runs is. */
  void round(RoundTrace trace) {
    round(Checker::round, trace);
  }

  private void round(Duty duty, RoundTrace trace) {
    try {
      Ports ports = supply.means().apply(trace.ports());
      Optional<RoundReport> report = duty.of(supply.checker(), ports);
      trace.reported(report);
    } catch (Killed killed) {
      trace.killed(killed.getMessage());
    }
  }
}
