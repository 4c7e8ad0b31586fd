package dev.tocsin.simulation.law;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Notice;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Harm;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.Witness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What lies behind, as far as it can be known to whoever is judged. */
final class Past {

  private Past() {}

  /** The eventful steps since our memory was last lost for good, the newest first. */
  static List<Step> known(History history) {
    return history.setting().witness() == Witness.REMEMBERS
        ? since(history, step -> has(step, Harm.RESTORED))
        : since(history, Step::forgot);
  }

  /** The eventful steps since the ledger was last lost, the newest first. */
  static List<Step> remembered(History history) {
    return since(history, Step::forgot);
  }

  /** That one included. */
  private static List<Step> since(History history, Predicate<Step> end) {
    List<Step> all = new ArrayList<>();
    for (Step step : history.eventful()) {
      all.add(step);
      if (end.test(step)) {
        return all;
      }
    }
    return all;
  }

  static boolean has(Step step, Harm harm) {
    for (Event event : step.events()) {
      if (event.change() instanceof Change.Ledger harmed && harmed.harm() == harm) {
        return true;
      }
    }
    return false;
  }

  /** Whether a human wrote into the ledger how it stands with telling. */
  static boolean editedByHand(Step step) {
    for (Event event : step.events()) {
      if (event.change() instanceof Change.HandEdit) {
        return true;
      }
    }
    return false;
  }

  /** Whether a target was taken out of the configuration, which ends its incident untold. */
  static boolean leftOut(Step step) {
    for (Event event : step.events()) {
      if (event.change() instanceof Change.Target target && target.health() == Health.LEFT_OUT) {
        return true;
      }
    }
    return false;
  }

  static Set<IncidentId> about(Mail mail) {
    Set<IncidentId> all = new HashSet<>();
    for (Notice.Member member : members(mail)) {
      all.add(member.about());
    }
    return all;
  }

  /** Whether a mail of this kind about this incident has arrived. */
  static boolean isMailed(History history, Notice.Kind kind, IncidentId id) {
    for (Step step : history.eventful()) {
      for (Mail mail : step.mails()) {
        if (mail.kind() == kind && about(mail).contains(id)) {
          return true;
        }
      }
    }
    return false;
  }

  static List<Notice.Member> members(Mail mail) {
    return mail.notice().map(Notice::members).orElse(List.of());
  }
}
