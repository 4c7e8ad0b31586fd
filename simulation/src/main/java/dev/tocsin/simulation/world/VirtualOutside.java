package dev.tocsin.simulation.world;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Precondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The world, as another checker sees it; the same calls, with the same faults. */
final class VirtualOutside implements Outside {

  private final RoundTrace trace;
  private final Simulation world;
  private int deeds;

  VirtualOutside(RoundTrace trace) {
    this.trace = trace;
    this.world = trace.world;
  }

  @Override
  public Instant now() {
    return trace.time().now();
  }

  @Override
  public Observation look(String target) {
    return trace.call(Call.LOOK, () -> world.cluster.observation(truth(target)));
  }

  @Override
  public Precondition.Verdict nodeReady(String target) {
    return trace.call(Call.RECHECK, () -> {
      int i = world.setting.index(target);
      Truth truth = truth(target);
      trace.checked(i, truth);
      return world.cluster.preconditions(i, truth).get(0).verdict();
    });
  }

  @Override
  public boolean mail(Notice.Kind kind, String target, String subject) {
    return trace.call(Call.TELL, () -> {
      MailAnswer answer = world.mailing.mail();
      boolean answered = answer == MailAnswer.FINE;
      if (answer.delivered()) {
        List<String> about = List.of(target);
        trace.arrived(
            new Mail(world.now(), key(target), kind, about, subject, Optional.empty(), answered));
      }
      return answered;
    });
  }

  @Override
  public boolean restart(String target) {
    return trace.call(Call.REMEDIATE, () -> {
      RepairAnswer answer = world.mailing.repair();
      if (answer.done()) {
        new VirtualHands(trace).restart(key(target), target, "restart", Optional.empty());
      }
      return answer == RepairAnswer.FINE;
    });
  }

  private Truth truth(String target) {
    return world.cluster.truth(world.setting.index(target), world.now());
  }

  private String key(String target) {
    return target + "-" + world.now() + "-" + deeds++;
  }
}
