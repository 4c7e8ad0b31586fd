package dev.tocsin.simulation.world;

import dev.tocsin.incident.Planner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the outside saw, step by step. Never changes, so that histories can share their beginnings.
 */
public final class History implements Iterable<Step> {

  private final Setting setting;
  private final Planner planner;
  private final Optional<Step> last;
  private final Optional<History> before;
  private final Optional<History> eventfulBefore;
  private final int length;

  private History(Setting setting) {
    this.setting = setting;
    this.planner = new Planner(setting.targets(), setting.interval());
    this.last = Optional.empty();
    this.before = Optional.empty();
    this.eventfulBefore = Optional.empty();
    this.length = 0;
  }

  private History(History before, Step last) {
    Optional<History> whole = Optional.of(before);
    this.setting = before.setting;
    this.planner = before.planner;
    this.last = Optional.of(last);
    this.before = whole;
    this.eventfulBefore = before.isEventful() ? whole : before.eventfulBefore;
    this.length = before.length + 1;
  }

  static History start(Setting setting) {
    return new History(setting);
  }

  History with(Step step) {
    return new History(this, step);
  }

  /** The same without what lies further back than so many steps. */
  History latest(int steps) {
    List<Step> kept = new ArrayList<>(steps().limit(steps).toList());
    Collections.reverse(kept);
    History latest = start(setting);
    for (Step step : kept) {
      latest = latest.with(step);
    }
    return latest;
  }

  public Setting setting() {
    return setting;
  }

  /** The rules of this setting, to ask them again. */
  public Planner planner() {
    return planner;
  }

  /** How many steps it has. */
  public int length() {
    return length;
  }

  /** The newest step. */
  public Optional<Step> last() {
    return last;
  }

  /** As it was before the newest step. */
  public Optional<History> before() {
    return before;
  }

  /** All steps, the newest first. */
  @Override
  public Iterator<Step> iterator() {
    return new Backwards(this, history -> history.before);
  }

  /** Only steps in which something happened, arrived or took effect, the newest first. */
  public Iterable<Step> eventful() {
    Optional<History> newest = isEventful() ? Optional.of(this) : eventfulBefore;
    return () -> new Backwards(newest.orElseGet(() -> start(setting)), h -> h.eventfulBefore);
  }

  private boolean isEventful() {
    return last.isPresent() && last.get().isEventful();
  }

  /** All steps, the newest first. */
  public Stream<Step> steps() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** The steps before the newest, the newest first. */
  public Stream<Step> earlier() {
    return before.stream().flatMap(History::steps);
  }

  /** All steps, the oldest first. */
  public List<Step> inOrder() {
    List<Step> all = new ArrayList<>(steps().toList());
    Collections.reverse(all);
    return all;
  }

  public Stream<Mail> mails() {
    return inOrder().stream().flatMap(step -> step.mails().stream());
  }

  public Stream<Restart> restarts() {
    return inOrder().stream().flatMap(step -> step.restarts().stream());
  }

  private static final class Backwards implements Iterator<Step> {
    private final Function<History, Optional<History>> earlier;
    private Optional<History> next;

    Backwards(History newest, Function<History, Optional<History>> earlier) {
      this.earlier = earlier;
      this.next = Optional.of(newest);
    }

    @Override
    public boolean hasNext() {
      return next.isPresent() && next.get().last.isPresent();
    }

    @Override
    public Step next() {
      History at = next.orElseThrow(NoSuchElementException::new);
      next = earlier.apply(at);
      return at.last.orElseThrow(NoSuchElementException::new);
    }
  }
}
