package dev.tocsin.runner;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.RoundReport;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real parts, but a ledger of several parts, which are kept in memory. */
final class InParts implements Workshop {

  final Map<Integer, IncidentStore> stores = new TreeMap<>();
  final List<Collection<Target>> looks = new ArrayList<>();
  final List<RoundReport> published = new ArrayList<>();
  private final int count;
  private int closed;

  InParts(int count) {
    this.count = count;
    for (int i = 0; i < count; i++) {
      stores.put(i, new MemoryStore());
    }
  }

  int closed() {
    return closed;
  }

  Ledger ledger(int part) {
    return ((IncidentStore.Loaded.Found) stores.get(part).load()).ledger();
  }

  /** The ledger of this part does not answer. */
  void lose(int part) {
    stores.put(part, new IncidentStore() {
      @Override
      public Loaded load() {
        return new Loaded.Unusable("no answer from part " + part);
      }

      @Override
      public Written write(Ledger next, Version base) {
        throw new AssertionError("written");
      }
    });
  }

  @Override
  public Kit kit(Configuration configuration, Surroundings around) {
    return new ForwardingKit(new LocalKit(configuration, around)) {
      @Override
      public List<Part> parts() {
        List<Target> targets =
            configuration.watches().stream().map(Watch::target).toList();
        List<Part> parts = new ArrayList<>();
        for (List<Target> some : new Partition(targets, count).parts()) {
          parts.add(
              new Part(stores.get(parts.size()), new Planner(some, configuration.interval())));
        }
        return parts;
      }

      @Override
      public Observer observer() {
        return counted(super.observer());
      }

      @Override
      public List<String> publish(RoundReport report, Deadline deadline) {
        published.add(report);
        return List.of("no room for an Event");
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }

  private Observer counted(Observer observer) {
    return new Observer() {
      @Override
      public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
        looks.add(targets);
        return observer.look(targets, deadline);
      }
    };
  }
}
