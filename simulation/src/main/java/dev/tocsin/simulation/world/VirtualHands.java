package dev.tocsin.simulation.world;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import java.time.Duration;
import java.util.Optional;

/** What one round can do; as every adapter, it begins nothing after its deadline. */
final class VirtualHands implements Effects {

  private static final Outcome LATE = new Outcome.NotDone("no time was left for it");

  private final RoundTrace trace;
  private final Simulation world;

  VirtualHands(RoundTrace trace) {
    this.trace = trace;
    this.world = trace.world;
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return trace.call(Call.TELL, () -> {
      trace.acted();
      return tell(notice.intent(), deadline);
    });
  }

  private Outcome tell(Notice notice, Deadline deadline) {
    if (deadline.passed()) {
      return LATE;
    }
    MailAnswer answer = world.mailing.mail();
    Duration takes = answer == MailAnswer.TARPIT ? Duration.ofDays(1) : world.mailing.takes();
    if (takes.compareTo(deadline.remaining()) > 0) {
      world.clocks.pass(deadline.remaining());
      return MailAnswer.TARPIT.outcome();
    }
    world.clocks.pass(takes);
    if (answer.delivered()) {
      boolean answered = answer.outcome() instanceof Outcome.Done;
      trace.arrived(Mail.of(notice, world.now(), answered));
      world.deeds.add(notice);
    }
    return answer.outcome();
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    return trace.call(Call.REMEDIATE, () -> {
      trace.acted();
      return deadline.passed() ? LATE : remediate(attempt.intent());
    });
  }

  /** Not idempotent by itself, so that a second call under one key shows. */
  private Outcome remediate(Attempt attempt) {
    RepairAnswer answer = world.mailing.repair();
    if (answer.done()) {
      String target = attempt.target();
      restart(attempt.key(), target, attempt.step(), Optional.of(attempt));
    }
    return answer.outcome();
  }

  void restart(String key, String target, String step, Optional<Attempt> attempt) {
    int i = world.setting.index(target);
    Truth truth = world.cluster.truth(i, world.now());
    Restart restart =
        new Restart(world.now(), key, target, step, truth, trace.checked(i).orElse(truth), attempt);
    trace.restarted(restart);
    world.deeds.add(restart);
    world.cluster.restart(target, world.now());
  }

  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return trace.call(Call.FIND, () -> {
      trace.acted();
      if (!world.mailing.repair().finds()) {
        return world.mailing.repair().outcome();
      }
      return world.deeds.made(attempt.intent().target(), attempt.key())
          ? new Outcome.Done("found")
          : new Outcome.NotDone("not found");
    });
  }
}
