package dev.tocsin.k8s.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Notice;
import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.k8s.testing.FaultyApi.Fault;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A round that alerts and evicts, killed at its n-th request, for every n: from then on nobody
 * hears of it any more. What comes after is judged from outside.
 */
final class Killing {

  /** On which side of the request's effect; what only reads has none. */
  private enum Side {
    BEFORE,
    AFTER
  }

  /** Within so many rounds an incident that is over is told to be. */
  private static final int ROUNDS = 8;

  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");

  private final Night night;
  private int asked;
  private boolean dead;
  private boolean wrote;

  Killing(Night night) {
    this.night = night;
    night.mailbox().senderLives(() -> !isDead());
  }

  /** How many rounds were killed. */
  int atEveryThirdFrom(int first) {
    int killed = 0;
    for (int request = first; killedAt(request, Side.BEFORE); request += 3) {
      killed++;
      if (wrote && killedAt(request, Side.AFTER)) {
        killed++;
      }
    }
    return killed;
  }

  /** Whether the round made so many requests at all. */
  private boolean killedAt(int request, Side side) {
    night.forget();
    night.sleepUntilStarted();
    night.round();
    Set<String> pods = new HashSet<>(names());
    int mails = night.mailbox().mails().size();
    night.breakPod();
    night.round();
    arm(request, side);
    night.round();
    boolean killed = isDead();
    heal();
    night.rounds(3);
    pods.addAll(names());
    night.letGo();
    untilRecovered();
    pods.addAll(names());
    judge("killed " + side + " request " + request, mails, pods);
    return killed;
  }

  private void judge(String where, int before, Set<String> pods) {
    List<Notice> mails = night.mailbox().mails();
    List<Notice> since = mails.subList(before, mails.size());
    assertThat(of(Notice.Kind.ALERT, since)).as(where).hasSizeBetween(1, 2);
    assertThat(of(Notice.Kind.ALERT, since).stream().distinct()).as(where).hasSize(1);
    assertThat(of(Notice.Kind.RECOVERY, since)).as(where).hasSize(1);
    assertThat(of(Notice.Kind.GAVE_UP, since)).as(where).isEmpty();
    assertThat(pods).as(where + ": the broken pod, and the one after it").hasSize(2);
  }

  private void untilRecovered() {
    long before = night.mailbox().of(Notice.Kind.RECOVERY);
    for (int i = 0; i < ROUNDS && night.mailbox().of(Notice.Kind.RECOVERY) == before; i++) {
      night.round();
    }
  }

  private static List<String> of(Notice.Kind kind, List<Notice> mails) {
    return mails.stream().filter(m -> m.kind() == kind).map(Notice::key).toList();
  }

  private List<String> names() {
    return night.allPods().stream()
        .map(Pod::getMetadata)
        .map(pod -> pod.getName())
        .collect(Collectors.toList());
  }

  private synchronized void arm(int request, Side side) {
    asked = 0;
    METHODS.forEach(method -> {
      boolean writes = !method.equals("GET");
      night.api().always(method, call -> fate(request, side, writes).meet(call));
    });
  }

  private synchronized Fault fate(int request, Side side, boolean writes) {
    asked++;
    if (asked < request) {
      return FaultyApi.passes();
    }
    dead = true;
    wrote = asked == request ? writes : wrote;
    return asked == request && side == Side.AFTER ? FaultyApi.doesAndBreaks() : FaultyApi.breaks();
  }

  private synchronized void heal() {
    dead = false;
    night.api().heal();
  }

  private synchronized boolean isDead() {
    return dead;
  }
}
