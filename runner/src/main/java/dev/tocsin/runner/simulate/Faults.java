package dev.tocsin.runner.simulate;

import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.RepairAnswer;
import dev.tocsin.simulation.world.Restart;
import dev.tocsin.simulation.world.RestartEffect;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.StoreAnswer;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds when each fault of a history began, and when it was over. */
final class Faults {

  private static final String HEALTH = "health of ";

  private final History history;
  private final Map<String, Fault> open = new LinkedHashMap<>();
  private final Map<String, Instant> restarted = new HashMap<>();
  private final List<Fault> over = new ArrayList<>();

  Faults(History history) {
    this.history = history;
  }

  /** In the order in which they began. */
  List<Fault> all() {
    Instant start = history.setting().start();
    for (Step step : history.inOrder()) {
      step.events().forEach(event -> event(start.plus(event.at()), event));
      cured(step);
      step.restarts().forEach(this::restart);
    }
    end(history.last().map(Step::ended).orElse(start));
    over.sort(Comparator.comparing(Fault::at));
    return over;
  }

  private void event(Instant at, Event event) {
    Change change = event.change();
    if (change instanceof Change.Mended) {
      end(at);
      return;
    }
    Optional<Fault> before = Optional.ofNullable(open.remove(subject(change)));
    before.ifPresent(fault -> over.add(fault.over(at)));
    Fault fault = new Fault(at, known(change).map(at::plus), change.toString());
    if (lasts(change)) {
      open.put(subject(change), fault);
    } else if (before.isEmpty()) {
      over.add(fault);
    }
  }

  private void end(Instant at) {
    open.values().forEach(fault -> over.add(fault.over(at)));
    open.clear();
  }

  private void restart(Restart restart) {
    restarted.put(restart.target(), restart.at());
  }

  /** A sickness that no event ended was over with the restart after which it was up again. */
  private void cured(Step step) {
    List<Workload> workloads = history.setting().workloads();
    for (int i = 0; i < workloads.size(); i++) {
      String name = workloads.get(i).name();
      Optional<Fault> sick = Optional.ofNullable(open.get(HEALTH + name));
      if (sick.isPresent() && step.truth(i).up()) {
        Instant by = restarted.getOrDefault(name, step.at());
        over.add(sick.get().over(by.isBefore(sick.get().at()) ? step.at() : by));
        open.remove(HEALTH + name);
      }
    }
  }

  /** Two changes of one subject: the second ends the first. */
  private static String subject(Change change) {
    if (change instanceof Change.Node node) {
      return "node " + node.name();
    } else if (change instanceof Change.Target target) {
      return aspect(target.health()) + target.name();
    } else if (change instanceof Change.Restarting restarting) {
      return "restarting " + restarting.target();
    }
    return change.getClass().getSimpleName();
  }

  private static String aspect(Health health) {
    return switch (health) {
      case WELL, SICK -> HEALTH;
      case OFF, ON -> "scale of ";
      case UNSEEN, SEEN -> "sight of ";
      case LEFT_OUT, CONFIGURED -> "configuration of ";
      case HELD, FREE -> "repair of ";
    };
  }

  /** How long it lasts, if it says so itself. */
  private Optional<Duration> known(Change change) {
    if (change instanceof Change.Pause pause) {
      return Optional.of(pause.span());
    } else if (change instanceof Change.Skip skip) {
      return Optional.of(history.setting().interval().multipliedBy(skip.rounds()));
    }
    return Optional.empty();
  }

  /** Whether it goes on until something ends it. */
  private boolean lasts(Change change) {
    if (change instanceof Change.Node node) {
      return node.state() != NodeState.UP;
    } else if (change instanceof Change.Target target) {
      return switch (target.health()) {
        case SICK, OFF, UNSEEN, LEFT_OUT, HELD -> true;
        case WELL, ON, SEEN, CONFIGURED, FREE -> false;
      };
    } else if (change instanceof Change.Restarting restarting) {
      return restarting.effect() != RestartEffect.HELPS;
    } else if (change instanceof Change.NodesSeen nodes) {
      return !nodes.seen();
    }
    return lastsAtServers(change) || lastsInTime(change);
  }

  private static boolean lastsAtServers(Change change) {
    if (change instanceof Change.Mails mails) {
      return mails.answer() != MailAnswer.FINE;
    } else if (change instanceof Change.Repairs repairs) {
      return repairs.answer() != RepairAnswer.FINE;
    } else if (change instanceof Change.Store store) {
      return store.answer() != StoreAnswer.FINE;
    }
    return change instanceof Change.MailTakes takes && !takes.span().isZero();
  }

  private boolean lastsInTime(Change change) {
    if (change instanceof Change.Every every) {
      return !every.span().equals(history.setting().interval());
    }
    return change instanceof Change.PerSlot slot && slot.rounds() != 1;
  }
}
