package dev.tocsin.simulation.world;

import dev.tocsin.incident.Planner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
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
  private final int length;

  private History(
      Setting setting, Planner planner, Optional<Step> last, Optional<History> before, int length) {
    this.setting = setting;
    this.planner = planner;
    this.last = last;
    this.before = before;
    this.length = length;
  }

  static History start(Setting setting) {
    Planner planner = new Planner(setting.targets(), setting.interval());
    return new History(setting, planner, Optional.empty(), Optional.empty(), 0);
  }

  History with(Step step) {
    return new History(setting, planner, Optional.of(step), Optional.of(this), length + 1);
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
    return new Backwards(this);
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
    private History next;

    Backwards(History newest) {
      next = newest;
    }

    @Override
    public boolean hasNext() {
      return next.last.isPresent();
    }

    @Override
    public Step next() {
      Step step = next.last.orElseThrow(NoSuchElementException::new);
      next = next.before.orElseThrow(NoSuchElementException::new);
      return step;
    }
  }
}
