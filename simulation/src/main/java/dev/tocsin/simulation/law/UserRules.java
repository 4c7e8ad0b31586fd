package dev.tocsin.simulation.law;

import dev.tocsin.incident.Notice;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.Restart;
import dev.tocsin.simulation.world.RoundRecord;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One's own invariants, a line each, in words. Times are UTC. */
public final class UserRules {

  /** The forms that can be written. */
  public static final List<String> FORMS = List.of(
      "at most N mails|alerts|restarts [of TARGET] per day|hour|week|SPAN",
      "never mail|restart [TARGET] between HH:MM and HH:MM",
      "[TARGET] told within N minutes|hours|SPAN",
      "no restart while its node is down",
      "no pointless restart");

  private static final String SPAN =
      "(?:(\\d{1,5}) ?(s|m|h|d|seconds?|minutes?|hours?|days?|week)" + "|(day|hour|week))";
  private static final Pattern AT_MOST = Pattern.compile(
      "at most (\\d{1,5}) (mails?|alerts?|restarts?)(?: (?:of|about) ([a-z0-9-]+))? (?:per|in|a) "
          + SPAN);
  private static final Pattern NEVER = Pattern.compile(
      "never (mail|restart)(?: ([a-z0-9-]+))? between (\\d\\d:\\d\\d) and (\\d\\d:\\d\\d)");
  private static final Pattern TOLD = Pattern.compile("(?:([a-z0-9-]+) )?told within " + SPAN);

  private UserRules() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException that says what can be written
   */
  public static Invariant read(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    Optional<Invariant.Law> law = matched(AT_MOST, line, UserRules::atMost)
        .or(() -> matched(NEVER, line, UserRules::never))
        .or(() -> matched(TOLD, line, UserRules::told));
    if (line.equals("no restart while its node is down")) {
      law = Optional.of(onRestarts(r -> r.truth().node() != NodeState.UP, "its node was down"));
    } else if (line.equals("no pointless restart")) {
      law = Optional.of(onRestarts(Restart::pointless, "it could not help"));
    }
    return new Invariant(
        line,
        law.orElseThrow(() -> new IllegalArgumentException(
            "'" + line + "' is no invariant; there are: " + String.join("; ", FORMS))));
  }

  private static Optional<Invariant.Law> matched(
      Pattern pattern, String line, Function<MatchResult, Invariant.Law> law) {
    Matcher matcher = pattern.matcher(line);
    return matcher.matches() ? Optional.of(law.apply(matcher)) : Optional.empty();
  }

  private static Invariant.Law onRestarts(Predicate<Restart> bad, String why) {
    return (history, step) -> step.restarts().stream()
        .filter(bad)
        .findFirst()
        .map(r -> "restart of " + r.target() + " at " + r.at() + ": " + why);
  }

  // at most N

  private static Invariant.Law atMost(MatchResult m) {
    int most = Integer.parseInt(m.group(1));
    String what = m.group(2);
    Optional<String> target = Optional.ofNullable(m.group(3));
    Duration span = span(m, 4);
    return (history, step) -> {
      if (step.mails().isEmpty() && step.restarts().isEmpty()) {
        return Optional.empty();
      }
      Instant since = step.at().minus(span);
      long count = 0;
      for (Step one : history) {
        if (!one.at().isAfter(since)) {
          break;
        }
        count += count(one, what, target);
      }
      return count > most && count(step, what, target) > 0
          ? Optional.of(count + " " + what + " in " + words(span))
          : Optional.empty();
    };
  }

  private static long count(Step step, String what, Optional<String> target) {
    if (what.startsWith("restart")) {
      return step.restarts().stream()
          .filter(r -> target.isEmpty() || r.target().equals(target.get()))
          .count();
    }
    return step.mails().stream()
        .filter(m -> what.startsWith("mail") || m.kind() == Notice.Kind.ALERT)
        .filter(m -> target.isEmpty() || m.about().contains(target.get()))
        .count();
  }

  // never between

  private static Invariant.Law never(MatchResult m) {
    boolean mail = m.group(1).equals("mail");
    Optional<String> target = Optional.ofNullable(m.group(2));
    LocalTime from = LocalTime.parse(m.group(3));
    LocalTime to = LocalTime.parse(m.group(4));
    return (history, step) -> {
      Predicate<Instant> inside = at -> between(from, to, at);
      return mail
          ? step.mails().stream()
              .filter(a -> target.isEmpty() || a.about().contains(target.get()))
              .filter(a -> inside.test(a.at()))
              .findFirst()
              .map(a -> "mail '" + a.subject() + "' at " + a.at())
          : step.restarts().stream()
              .filter(r -> target.isEmpty() || r.target().equals(target.get()))
              .filter(r -> inside.test(r.at()))
              .findFirst()
              .map(r -> "restart of " + r.target() + " at " + r.at());
    };
  }

  /** From the first, before the second; over midnight too. */
  private static boolean between(LocalTime from, LocalTime to, Instant at) {
    LocalTime time = LocalTime.ofInstant(at, ZoneOffset.UTC);
    boolean after = !time.isBefore(from);
    boolean before = time.isBefore(to);
    return from.isBefore(to) ? after && before : after || before;
  }

  // told within

  private static Invariant.Law told(MatchResult m) {
    Optional<String> target = Optional.ofNullable(m.group(1));
    Duration span = span(m, 2);
    return (history, step) -> history.setting().workloads().stream()
        .map(w -> w.name())
        .filter(name -> target.isEmpty() || name.equals(target.get()))
        .filter(name -> untold(history, name, span))
        .findFirst()
        .map(name -> name + " is down, and nobody was told within " + words(span));
  }

  /**
   * Down and seen for so long, while the rounds came and had all they need to tell: what nobody can
   * tell for a fault of the mail server is not held against the policy.
   */
  private static boolean untold(History history, String name, Duration span) {
    int target = history.setting().index(name);
    Instant newest = history.last().orElseThrow().at();
    Instant later = newest;
    Duration gap = history.setting().interval().multipliedBy(3).dividedBy(2);
    boolean fair = true;
    for (Step step : history) {
      Truth truth = step.truth(target);
      if (!truth.fails() || alerted(step, name)) {
        return false;
      }
      RoundRecord round = step.round();
      fair &= round.fair() && round.killed().isEmpty() && !step.forgot() && !step.isRehearsal();
      fair &= Duration.between(step.at(), later).compareTo(gap) <= 0 && !paused(step, name);
      later = step.at();
      if (!fair) {
        return false;
      }
      if (Duration.between(step.at(), newest).compareTo(span) >= 0) {
        return !alertedBefore(history, step, name, target);
      }
    }
    return false;
  }

  /**
   * Whether what was told last of it, until the time that counts, is that it is down; or whether a
   * round of the same outage could not tell it: what was refused for good is told to nobody.
   */
  private static boolean alertedBefore(History history, Step first, String name, int target) {
    boolean same = true;
    for (Step step : history) {
      if (step.at().isAfter(first.at())) {
        continue;
      }
      same &= step.truth(target).fails();
      Optional<Notice.Kind> last = step.lastTold(name);
      if (last.isPresent() || same && !step.round().fair()) {
        return last.filter(Notice.Kind.RECOVERY::equals).isEmpty();
      }
    }
    return false;
  }

  private static boolean alerted(Step step, String name) {
    for (Mail mail : step.mails()) {
      if (mail.kind() == Notice.Kind.ALERT && mail.about().contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean paused(Step step, String name) {
    return step.before().of(name).pausedUntil().isPresent();
  }

  /** For people: {@code 1h30m}. */
  private static String words(Duration span) {
    return span.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private static Duration span(MatchResult m, int group) {
    String unit = m.group(group + 1) == null ? m.group(group + 2) : m.group(group + 1);
    long count = m.group(group) == null ? 1 : Long.parseLong(m.group(group));
    return switch (unit.charAt(0)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      case 'd' -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }
}
