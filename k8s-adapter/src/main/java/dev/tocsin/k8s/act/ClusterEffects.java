package dev.tocsin.k8s.act;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.RoundReport;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Repairs workloads, and writes Events about them; telling people is somebody else's. */
public final class ClusterEffects implements Effects {

  /** Events about one notice must not cost the next notice its time. */
  private static final Duration EVENTS = Duration.ofSeconds(5);

  /** Nor those about many notices the last one: what is left out is written after the round. */
  private static final Duration EVENTS_IN_ALL = Duration.ofSeconds(10);

  private final Kubernetes kubernetes;
  private final Gazette gazette;
  private final Victims victims;
  private final Bulletin bulletin;
  private final Map<String, Watched> watched;
  private final Effects beside;
  private final AtomicReference<Duration> left = new AtomicReference<>(EVENTS_IN_ALL);

  /**
   * Effects.
   *
   * @param chronicle what the cluster remembers of our deeds, shared with the observer; one for a
   *     round, and so are the effects
   * @param watched by target name
   * @param beside tells, and makes the attempts that are not the cluster's
   */
  public ClusterEffects(
      Kubernetes kubernetes, Chronicle chronicle, Map<String, Watched> watched, Effects beside) {
    this(kubernetes, chronicle, watched, beside, new FreshLook(kubernetes, chronicle.owner()));
  }

  ClusterEffects(
      Kubernetes kubernetes,
      Chronicle chronicle,
      Map<String, Watched> watched,
      Effects beside,
      Victims victims) {
    this.kubernetes = kubernetes;
    this.gazette = new Gazette(kubernetes, chronicle);
    this.victims = victims;
    this.watched = Map.copyOf(watched);
    this.bulletin = new Bulletin(kubernetes, gazette, chronicle, this.watched);
    this.beside = beside;
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    Outcome outcome = beside.tell(notice, deadline);
    if (outcome instanceof Outcome.Done) {
      Deadline events = deadline.within(EVENTS).within(left.get());
      Duration before = events.remaining();
      bulletin.told(notice.intent(), events);
      left.updateAndGet(all -> all.minus(before).plus(events.remaining()));
    }
    return outcome;
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    return remedy(attempt.intent())
        .map(remedy -> remedy.make(attempt.intent(), deadline))
        .orElseGet(() -> beside.remediate(attempt, deadline));
  }

  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return remedy(attempt.intent())
        .map(remedy -> remedy.find(attempt.intent(), deadline))
        .orElseGet(() -> beside.find(attempt, deadline));
  }

  /**
   * Writes Events about what a round decided: what holds a repair, once for every change; and lets
   * those live on that say what was told and tried in incidents that last. Changes nothing else.
   *
   * @return what was in the way of Events in this round, one line each
   */
  public List<String> publish(RoundReport report, Deadline deadline) {
    return bulletin.publish(report, deadline);
  }

  /** Nothing, if it is not the cluster's to do. */
  private Optional<Remedy> remedy(Attempt attempt) {
    return Optional.ofNullable(watched.get(attempt.target()))
        .flatMap(target -> Optional.ofNullable(target.repairs().get(attempt.step()))
            .map(repair -> remedy(target, repair)));
  }

  private Remedy remedy(Watched target, Repair repair) {
    Optional<Workload> workload = target.workload();
    if (workload.isEmpty()) {
      return new Remedy.Impossible("there is no workload to repair");
    }
    return switch (repair) {
      case EVICT_POD -> removal(target, Removal.EVICT);
      case DELETE_POD -> removal(target, Removal.DELETE);
      case ROLLOUT_RESTART -> restart(workload.get());
    };
  }

  private Remedy removal(Watched target, Removal removal) {
    return new PodRemoval(kubernetes, gazette, victims, target, removal);
  }

  private Remedy restart(Workload workload) {
    Optional<Ref<? extends HasMetadata>> ref = Workloads.ref(workload);
    return ref.isEmpty() || workload.type() == Workload.Type.DAEMONSET
        ? new Remedy.Impossible("a " + workload + " is not restarted as a whole")
        : new RolloutRestart(kubernetes, gazette, ref.get());
  }
}
