package dev.tocsin.runner;

import dev.tocsin.email.MailSettings;
import dev.tocsin.email.Postman;
import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Target;
import dev.tocsin.ledger.FileStore;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.runner.check.ProbeObserver;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.Watch;
import dev.tocsin.runner.remedy.ExecRemedy;
import dev.tocsin.runner.report.Words;
import java.io.PrintStream;
import java.util.List;

/** The real parts: a file, probes, programs, and mail or print. */
final class Wiring implements Workshop {

  private static final List<String> NO_MAIL = List.of("stdout");

  private final Words words;

  Wiring(Words words) {
    this.words = words;
  }

  static Planner planner(Configuration configuration) {
    List<Target> targets = configuration.watches().stream().map(Watch::target).toList();
    return new Planner(targets, configuration.interval());
  }

  /** The targets' names, in order. */
  static List<String> names(Configuration configuration) {
    return configuration.watches().stream().map(w -> w.target().name()).sorted().toList();
  }

  /** Who is told, by name. */
  static List<String> recipients(Configuration configuration) {
    return configuration
        .mail()
        .map(m -> m.to().stream().map(MailSettings.Recipient::name).toList())
        .orElse(NO_MAIL);
  }

  @Override
  public IncidentStore store(Configuration configuration) {
    return new FileStore(configuration.ledger());
  }

  @Override
  public Observer observer(Configuration configuration) {
    return new ProbeObserver(configuration.watches(), configuration.parallelism());
  }

  @Override
  public Effects effects(Configuration configuration, PrintStream told) {
    Deeds.Teller teller = configuration
        .mail()
        .map(mail -> Postman.of(mail, words.zone()))
        .<Deeds.Teller>map(postman -> postman::tell)
        .orElseGet(() -> new PrintedNotices(told, words));
    return new Deeds(teller, (attempt, deadline) -> remediate(configuration, attempt, deadline));
  }

  private static Outcome remediate(
      Configuration configuration, Attempt attempt, Deadline deadline) {
    return configuration.watches().stream()
        .filter(w -> w.target().name().equals(attempt.target()))
        .flatMap(w -> w.remedies().stream())
        .filter(r -> r.step().equals(attempt.step()))
        .findFirst()
        .map(r -> new ExecRemedy(r.program()).run(attempt, deadline))
        .orElseGet(() -> new Outcome.Refused("the step is no longer configured"));
  }
}
