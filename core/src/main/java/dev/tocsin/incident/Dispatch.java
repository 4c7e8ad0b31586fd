package dev.tocsin.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes notices of what is owed: what may be out stays as it is, and one cause is one notice. */
final class Dispatch {

  private static final int TRIES_A_ROUND_APART = 3;
  private static final Duration THEN_EVERY = Duration.ofDays(1);
  private static final Duration AT_MOST = Duration.ofDays(7);
  private static final int ONE_BY_ONE_AT_MOST = 3;

  private final SortedMap<String, Memory> memories = new TreeMap<>();
  private final List<Owed> owed = new ArrayList<>();
  private final Set<Owed> covered = new HashSet<>();
  private final List<Notice> unsettled = new ArrayList<>();
  private final List<Notice> toSend = new ArrayList<>();
  private final Now now;

  Dispatch(List<Notice> before, List<Decision> decisions, Now now) {
    this.now = now;
    for (Decision decision : decisions) {
      memories.put(decision.target(), decision.after());
      owed.addAll(Owed.of(decision));
    }
    before.forEach(notice -> again(notice.notAfter(now.moment())));
    planned().forEach(this::send);
    toSend.sort(Comparator.comparing(Notice::kind).thenComparing(Notice::key));
  }

  /** What is remembered now: what could be told nobody for too long is lost. */
  SortedMap<String, Memory> memories() {
    return memories;
  }

  /** All notices that may be out, those to be sent now among them. */
  List<Notice> unsettled() {
    return unsettled;
  }

  /** Those that this round has claimed, in the order in which they are sent. */
  List<Notice> toSend() {
    return toSend;
  }

  private void again(Notice notice) {
    List<Owed> members = owed.stream().filter(o -> o.isIn(notice)).toList();
    if (members.isEmpty()) {
      return;
    }
    covered.addAll(members);
    if (notice.tries() >= TRIES_A_ROUND_APART && now.passed(AT_MOST, notice.planned())) {
      members.forEach(this::lose);
    } else if (!Claim.alive(notice.claimed(), now)
        && due(notice)
        && members.stream().anyMatch(this::maySay)) {
      send(notice);
    } else {
      unsettled.add(notice);
    }
  }

  private boolean due(Notice notice) {
    if (notice.tries() == 0) {
      return true;
    }
    return notice.tries() < TRIES_A_ROUND_APART
        ? now.aRoundApart(notice.lastTry())
        : now.passed(THEN_EVERY, notice.lastTry());
  }

  private void lose(Owed lost) {
    Notice.Member member = lost.member();
    memories.computeIfPresent(
        member.target(), (t, m) -> Owed.told(m, lost.kind(), member.about(), Telling.LOST));
  }

  private void send(Notice notice) {
    Notice tried = notice.tried(now.moment());
    unsettled.add(tried);
    toSend.add(tried);
  }

  /** Whether it may be said in this round; else it waits, still owed. */
  private boolean maySay(Owed what) {
    Memory memory = memories.get(what.member().target());
    if (memory.paused(now)) {
      return false;
    }
    return switch (what.kind()) {
      case ALERT -> memory.state() != State.RECOVERED;
      case GAVE_UP, REMINDER -> memory.state() != State.RECOVERED && alertIsOut(what);
      case BLIND, SIGHT_BACK, RECOVERY -> true;
    };
  }

  /** Nobody hears of the rest before the beginning. */
  private boolean alertIsOut(Owed what) {
    return what.member().begun() != Telling.OWED
        || unsettled.stream()
            .filter(n -> n.kind() == Notice.Kind.ALERT && !toSend.contains(n))
            .flatMap(n -> n.members().stream())
            .anyMatch(m -> m.about().equals(what.member().about()));
  }

  private List<Notice> planned() {
    if (owed.isEmpty()) {
      return List.of();
    }
    List<Notice> planned = new ArrayList<>();
    for (Notice.Kind kind : Notice.Kind.values()) {
      List<Owed> ofKind = owed.stream()
          .filter(o -> o.kind() == kind && !covered.contains(o) && maySay(o))
          .toList();
      planned.addAll(planned(ofKind));
    }
    return planned;
  }

  private List<Notice> planned(List<Owed> ofKind) {
    Map<String, List<Owed>> groups = new LinkedHashMap<>();
    for (Owed one : ofKind) {
      String group = one.cause().map(c -> "cause " + c).orElse(one.member().target());
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(one);
    }
    return groups.size() > ONE_BY_ONE_AT_MOST
        ? List.of(notice(ofKind))
        : groups.values().stream().map(this::notice).toList();
  }

  private Notice notice(List<Owed> group) {
    Owed first = group.get(0);
    Optional<String> cause =
        group.stream().map(Owed::cause).distinct().count() == 1 ? first.cause() : Optional.empty();
    return new Notice(
        first.kind(),
        group.stream().map(Owed::member).toList(),
        cause,
        first.number(),
        now.moment(),
        0,
        now.moment(),
        Optional.empty(),
        new TreeSet<>());
  }
}
