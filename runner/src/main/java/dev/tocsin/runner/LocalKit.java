package dev.tocsin.runner;

import dev.tocsin.email.Postman;
import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Target;
import dev.tocsin.ledger.FileStore;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Observer;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import dev.tocsin.runner.check.Isolation;
import dev.tocsin.runner.check.ProbeObserver;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InFile;
import dev.tocsin.runner.config.Configuration.Watch;
import dev.tocsin.runner.remedy.ExecRemedy;
import java.io.PrintStream;
import java.util.List;

/** Of this machine: a file, probes, programs, and mail or print. */
record LocalKit(Configuration configuration, Surroundings around) implements Kit {

  @Override
  public List<Part> parts() {
    List<Target> targets = configuration.watches().stream().map(Watch::target).toList();
    FileStore store = new FileStore(((InFile) configuration.ledger()).file());
    return List.of(new Part(store, new Planner(targets, configuration.interval())));
  }

  @Override
  public Observer observer() {
    return isolated(probes());
  }

  /** What is looked at from here. */
  Observer probes() {
    return new ProbeObserver(configuration.watches(), configuration.parallelism());
  }

  /** The same observer, if no reference is configured. */
  Observer isolated(Observer observer) {
    return configuration
        .isolation()
        .<Observer>map(reference -> new Isolation(reference, configuration.watches(), observer))
        .orElse(observer);
  }

  @Override
  public Effects effects(PrintStream told) {
    return new Deeds(new Late(() -> teller(told)), this::remediate);
  }

  private Deeds.Teller teller(PrintStream told) {
    return configuration
        .mail()
        .map(mail -> mail.with(mail.wording().with(Hints.of(configuration))))
        .map(mail -> Postman.of(mail, around.zone()))
        .<Deeds.Teller>map(postman -> postman::tell)
        .orElseGet(() -> new PrintedNotices(told, around.words(time())));
  }

  private Outcome remediate(Attempt attempt, Deadline deadline) {
    return configuration.watches().stream()
        .filter(w -> w.target().name().equals(attempt.target()))
        .flatMap(w -> w.remedies().stream())
        .filter(r -> r.step().equals(attempt.step()))
        .findFirst()
        .map(r -> new ExecRemedy(r.program()).run(attempt, deadline))
        .orElseGet(() -> new Outcome.Refused("the step is no longer configured"));
  }

  @Override
  public Time time() {
    return around.time();
  }

  /** {@inheritDoc} There is no cluster. */
  @Override
  public List<String> publish(RoundReport report, Deadline deadline) {
    return List.of();
  }

  @Override
  public Examination examine(Deadline deadline) {
    return Examination.of(new LocalCheckup(configuration, deadline).checks());
  }

  /** {@inheritDoc} There is nothing to close. */
  @Override
  public void close() {}
}
