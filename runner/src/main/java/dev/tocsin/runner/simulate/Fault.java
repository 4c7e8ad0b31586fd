package dev.tocsin.runner.simulate;

import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.RepairAnswer;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.StoreAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that went wrong.
 *
 * @param at since when
 * @param until when it was over; absent: it took no time, or was never over
 * @param what in the words of a story
 */
record Fault(Instant at, Optional<Instant> until, String what) {

  /** All faults of a history, in the order in which they began. */
  static List<Fault> of(History history) {
    Instant start = history.setting().start();
    Map<String, Fault> open = new LinkedHashMap<>();
    List<Fault> all = new ArrayList<>();
    for (Step step : history.inOrder()) {
      for (Event event : step.events()) {
        Instant at = start.plus(event.at());
        if (event.change() instanceof Change.Mended) {
          open.values().forEach(fault -> all.add(fault.over(at)));
          open.clear();
          continue;
        }
        Optional<Fault> before = Optional.ofNullable(open.remove(subject(event.change())));
        before.ifPresent(fault -> all.add(fault.over(at)));
        Fault fault = new Fault(at, Optional.empty(), event.change().toString());
        if (lasts(event.change())) {
          open.put(subject(event.change()), fault);
        } else if (before.isEmpty()) {
          all.add(fault);
        }
      }
    }
    Instant end = history.last().map(Step::ended).orElse(start);
    open.values().forEach(fault -> all.add(fault.over(end)));
    all.sort((a, b) -> a.at().compareTo(b.at()));
    return all;
  }

  private Fault over(Instant end) {
    return new Fault(at, Optional.of(end), what);
  }

  /** Two changes of one subject: the second ends the first. */
  private static String subject(Change change) {
    if (change instanceof Change.Node node) {
      return "node " + node.name();
    } else if (change instanceof Change.Target target) {
      return aspect(target.health()) + " of " + target.name();
    } else if (change instanceof Change.Restarting restarting) {
      return "restarting " + restarting.target();
    }
    return change.getClass().getSimpleName();
  }

  private static String aspect(Health health) {
    return switch (health) {
      case WELL, SICK -> "health";
      case OFF, ON -> "scale";
      case UNSEEN, SEEN -> "sight";
    };
  }

  /**
   * Whether it goes on until something ends it; a restart ends a sickness, unseen by the events.
   */
  private static boolean lasts(Change change) {
    if (change instanceof Change.Node node) {
      return node.state() != NodeState.UP;
    } else if (change instanceof Change.Target target) {
      return switch (target.health()) {
        case OFF, UNSEEN -> true;
        case SICK, WELL, ON, SEEN -> false;
      };
    } else if (change instanceof Change.Mails mails) {
      return mails.answer() != MailAnswer.FINE;
    } else if (change instanceof Change.Repairs repairs) {
      return repairs.answer() != RepairAnswer.FINE;
    } else if (change instanceof Change.Store store) {
      return store.answer() != StoreAnswer.FINE;
    } else if (change instanceof Change.MailTakes takes) {
      return !takes.span().equals(Duration.ZERO);
    } else if (change instanceof Change.PerSlot slot) {
      return slot.rounds() != 1;
    }
    return change instanceof Change.NodesSeen nodes && !nodes.seen();
  }
}
