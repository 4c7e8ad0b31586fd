package dev.tocsin.examples.embedded;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.ledger.FileStore;
import dev.tocsin.round.Round;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody's checker, run by cron every five minutes: {@code PortWatch host port ledger-file}. */
public final class PortWatch {

  public static void main(String[] args) {
    System.exit(run(args, Time.system()));
  }

  static int run(String[] args, Time time) {
    var address = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
    return new Round(
            new FileStore(Path.of(args[2])),
            (targets, deadline) -> Map.of("port", Sighting.of(look(address))),
            (notice, deadline) -> tell(notice.intent(), address),
            new Planner(List.of(Target.of("port", Policy.DEFAULT)), Duration.ofMinutes(5)),
            time,
            StopSignal.NEVER)
        .run()
        .exitCode();
  }

  private static Observation look(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, 2_000);
      return new Observation.Passing("open");
    } catch (IOException e) {
      return new Observation.Failing(e.toString());
    }
  }

  private static Outcome tell(Notice notice, InetSocketAddress address) {
    System.out.println(notice.kind() + " " + address + " " + notice.key());
    return System.out.checkError() ? new Outcome.NotDone("no output") : new Outcome.Done("printed");
  }
}
