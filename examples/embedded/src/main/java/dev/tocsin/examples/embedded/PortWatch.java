package dev.tocsin.examples.embedded;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.ledger.FileStore;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Round;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Somebody's checker, run by cron every five minutes: {@code PortWatch host port ledger-file}. */
public record PortWatch(InetSocketAddress address) implements Observer, Effects {

  public static void main(String[] args) {
    System.exit(run(args, Time.system()));
  }

  static int run(String[] args, Time time) {
    var watch = new PortWatch(new InetSocketAddress(args[0], Integer.parseInt(args[1])));
    var store = new FileStore(Path.of(args[2]));
    var planner = new Planner(List.of(Target.of("port", Policy.DEFAULT)), Duration.ofMinutes(5));
    return new Round(store, watch, watch, planner, time, StopSignal.NEVER).run().exitCode();
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    try (Socket socket = new Socket()) {
      socket.connect(address, 2_000);
      return Map.of("port", Sighting.of(new Observation.Passing("open")));
    } catch (IOException e) {
      return Map.of("port", Sighting.of(new Observation.Failing(e.toString())));
    }
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    System.out.println(notice.intent().kind() + " " + address + " " + notice.key());
    return System.out.checkError() ? new Outcome.NotDone("no output") : new Outcome.Done("printed");
  }

  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return new Outcome.NotDone("nothing here is repaired");
  }
}
