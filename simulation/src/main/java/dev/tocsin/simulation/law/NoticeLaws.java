package dev.tocsin.simulation.law;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Telling;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.RoundRecord;
import dev.tocsin.simulation.world.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of mails. */
final class NoticeLaws {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Set<Notice.Kind> OF_THE_TROUBLE =
      Set.of(Notice.Kind.ALERT, Notice.Kind.GAVE_UP, Notice.Kind.REMINDER);

  private NoticeLaws() {}

  static Optional<String> toldOnce(History history, Step step) {
    for (int i = 0; i < step.rounds().size(); i++) {
      for (Mail mail : step.rounds().get(i).mails()) {
        if (mail.kind() == Notice.Kind.ALERT) {
          Set<IncidentId> alerted = Past.about(mail);
          Optional<IncidentId> twice =
              within(step, i, alerted).or(() -> before(history, step, alerted));
          if (twice.isPresent()) {
            return twice.map(IncidentId::toString);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Known from a round that ran within the one of this number. */
  private static Optional<IncidentId> within(Step step, int number, Set<IncidentId> alerted) {
    for (int i = number + 1; i < step.rounds().size(); i++) {
      Optional<IncidentId> told = knownAsTold(step.rounds().get(i), alerted);
      if (told.isPresent()) {
        return told;
      }
    }
    return Optional.empty();
  }

  private static Optional<IncidentId> before(
      History history, Step newest, Set<IncidentId> alerted) {
    for (Step step : Past.known(history)) {
      for (RoundRecord round : step == newest ? List.<RoundRecord>of() : step.rounds()) {
        Optional<IncidentId> told = knownAsTold(round, alerted);
        if (told.isPresent()) {
          return told;
        }
      }
      if (Past.editedByHand(step)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<IncidentId> knownAsTold(RoundRecord round, Set<IncidentId> alerted) {
    for (Mail mail : round.mails()) {
      if (round.settled() && mail.answered() && mail.kind() == Notice.Kind.ALERT) {
        for (IncidentId id : Past.about(mail)) {
          if (alerted.contains(id)) {
            return Optional.of(id);
          }
        }
      }
    }
    return Optional.empty();
  }

  static Optional<String> fewRepeats(History history, Step step) {
    for (Mail mail : step.mails()) {
      List<Mail> same = mailsOf(Past.known(history)).stream()
          .filter(m -> m.key().equals(mail.key()))
          .toList();
      boolean spaced =
          same.size() <= 3 || !mail.at().isBefore(same.get(1).at().plus(DAY.dividedBy(2)));
      if (!spaced) {
        return Optional.of(same.size() + " mails with the key " + mail.key());
      }
    }
    return Optional.empty();
  }

  /** The newest first. */
  private static List<Mail> mailsOf(List<Step> newestFirst) {
    List<Mail> all = new ArrayList<>();
    for (Step step : newestFirst) {
      if (!step.mails().isEmpty()) {
        List<Mail> mails = new ArrayList<>(step.mails());
        Collections.reverse(mails);
        all.addAll(mails);
      }
    }
    return all;
  }

  static Optional<String> sameMail(History history, Step step) {
    for (Mail mail : step.mails()) {
      if (mail.kind() != Notice.Kind.REMINDER) {
        Set<String> keys = keys(history, mail);
        if (keys.size() > 1) {
          return Optional.of(keys.toString());
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> keys(History history, Mail mail) {
    Set<IncidentId> about = Past.about(mail);
    Set<String> keys = new HashSet<>();
    for (Step step : Past.known(history)) {
      for (Mail other : step.mails()) {
        if (other.kind() == mail.kind() && !Collections.disjoint(Past.about(other), about)) {
          keys.add(other.key());
        }
      }
      if (Past.editedByHand(step)) {
        return keys;
      }
    }
    return keys;
  }

  static Optional<String> noStrayRecovery(History history, Step step) {
    for (Mail mail : step.mails()) {
      if (mail.kind() == Notice.Kind.RECOVERY) {
        for (Notice.Member member : Past.members(mail)) {
          if (member.begun() == Telling.TOLD
              && !Past.isMailed(history, Notice.Kind.ALERT, member.about())) {
            return Optional.of(member.about().toString());
          }
        }
      }
    }
    return Optional.empty();
  }

  static Optional<String> inOrder(History history, Step step) {
    for (int i = 0; i < step.mails().size(); i++) {
      Mail mail = step.mails().get(i);
      List<Notice.Member> members = Past.members(mail);
      if (members.size() == 1) {
        List<Mail> earlier = new ArrayList<>(step.mails().subList(0, i));
        Past.known(history).stream().filter(s -> s != step).forEach(s -> earlier.addAll(s.mails()));
        if (outdated(earlier, mail.kind(), members.get(0))) {
          return Optional.of(mail.key());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an earlier mail makes news of this kind about this member old. */
  private static boolean outdated(List<Mail> earlier, Notice.Kind kind, Notice.Member member) {
    for (Mail mail : earlier) {
      boolean recovered = mail.kind() == Notice.Kind.RECOVERY
          && OF_THE_TROUBLE.contains(kind)
          && Past.about(mail).contains(member.about());
      boolean downAgain = mail.kind() == Notice.Kind.ALERT
          && kind == Notice.Kind.RECOVERY
          && Past.about(mail).stream()
              .anyMatch(id -> isNewer(id, member.about()) && !isOver(earlier, id));
      if (recovered || downAgain) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOver(List<Mail> mails, IncidentId incident) {
    return mails.stream()
        .anyMatch(m -> m.kind() == Notice.Kind.RECOVERY && Past.about(m).contains(incident));
  }

  /** By round and by time: a lost ledger counts rounds from the start, a clock may go back. */
  private static boolean isNewer(IncidentId one, IncidentId other) {
    return one.target().equals(other.target())
        && one.round() > other.round()
        && one.openedAt().isAfter(other.openedAt());
  }

  static Optional<String> notTooMany(History history, Step step) {
    for (Mail mail : step.mails()) {
      for (String target : mail.about()) {
        int count = ofToday(history, target, mail.at().minus(DAY));
        if (count > Memory.NOTICES_A_DAY) {
          return Optional.of(count + " notices of " + target);
        }
      }
    }
    return Optional.empty();
  }

  private static int ofToday(History history, String target, Instant since) {
    Set<String> keys = new HashSet<>();
    for (Step step : Past.remembered(history)) {
      if (!step.at().isAfter(since)) {
        break;
      }
      for (Mail mail : step.mails()) {
        if (mail.about().contains(target)) {
          keys.add(mail.key());
        }
      }
    }
    return keys.size();
  }
}
