package dev.tocsin.simulation.contract;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Time;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.RepairAnswer;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The effects of the virtual world: every call is one in a round of its own. */
class VirtualEffectsTest extends EffectsContract {

  private static final Outcome NOTHING = new Outcome.Unclear("it was not called");

  private final AtomicReference<Function<Effects, Outcome>> call =
      new AtomicReference<>(effects -> NOTHING);
  private final AtomicReference<Outcome> said = new AtomicReference<>(NOTHING);
  private final Set<String> broken = new HashSet<>();
  private final Simulation world = Simulation.of(
      Setting.of(
          TARGETS.stream().map(name -> Target.of(name, Policy.DEFAULT)).toList(),
          Duration.ofMinutes(5)),
      ports -> {
        said.set(call.get().apply(ports.effects()));
        return Optional.empty();
      });

  @Override
  protected Effects open() {
    return new Effects() {
      @Override
      public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
        String target = notice.intent().members().get(0).target();
        return VirtualEffectsTest.this.call(target, e -> e.tell(notice, deadline));
      }

      @Override
      public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
        String target = attempt.intent().target();
        return VirtualEffectsTest.this.call(target, e -> e.remediate(attempt, deadline));
      }

      @Override
      public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
        String target = attempt.intent().target();
        return VirtualEffectsTest.this.call(target, e -> e.find(attempt, deadline));
      }
    };
  }

  private Outcome call(String target, Function<Effects, Outcome> made) {
    if (broken.contains(target)) {
      world.apply(new Change.Mails(MailAnswer.REFUSES_LOGIN));
      world.apply(new Change.Repairs(RepairAnswer.FORBIDDEN));
    }
    call.set(made);
    world.apply(new Change.RoundNow());
    if (broken.contains(target)) {
      world.apply(new Change.Mended());
    }
    return said.get();
  }

  @Override
  protected int count(String key) {
    long mails = world.history().mails().filter(m -> m.key().equals(key)).count();
    long restarts = world.history().restarts().filter(r -> r.key().equals(key)).count();
    return (int) (mails + restarts);
  }

  @Override
  protected void breaks(String target) {
    broken.add(target);
  }

  @Override
  protected void hangs() {
    world.apply(new Change.Mails(MailAnswer.TARPIT));
    world.apply(new Change.Repairs(RepairAnswer.LOST));
  }

  @Override
  protected Time time() {
    return new Time() {
      @Override
      public Instant now() {
        return world.now();
      }

      @Override
      public long nanos() {
        return Duration.between(world.setting().start(), world.now()).toNanos();
      }
    };
  }

  /** Not, so that a second call under one key shows. */
  @Override
  protected boolean outsideKnowsKeys() {
    return false;
  }
}
