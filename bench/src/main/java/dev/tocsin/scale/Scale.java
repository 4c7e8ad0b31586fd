package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures rounds, and fails if their requests grow with the targets. */
@Command(
    name = "bench/scale",
    mixinStandardHelpOptions = true,
    description = {
      "Measures whole rounds of the built runner against a real API server.",
      "Ends with 1 if a round asks for more than its lists have pages and its ledger parts."
    })
public final class Scale implements Callable<Integer> {

  @Option(
      names = "--targets",
      split = ",",
      defaultValue = "10,100,1000,5000",
      description = "How many, growing (${DEFAULT-VALUE}).")
  private List<Integer> targets = List.of();

  @Option(
      names = "--namespaces",
      split = ",",
      defaultValue = "1,50",
      description = "Over how many they are spread (${DEFAULT-VALUE}).")
  private List<Integer> namespaces = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds of a kind, of which the median is shown (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--shards",
      defaultValue = "1",
      description = "Over how many processes, at once, a round is spread (${DEFAULT-VALUE}).")
  private int shards;

  @Option(
      names = "--java",
      defaultValue = "",
      description = "Options for the runner's JVM, for example -Xmx64m.")
  private String javaOptions = "";

  @Option(names = "--markdown", description = "The table as it is in docs/performance.md.")
  private boolean markdown;

  private final List<List<String>> cells = new ArrayList<>();
  private final List<String> ledgers = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  private Scale() {}

  public static void main(String[] args) {
    Project.run(new Scale(), args);
  }

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    Path root = Project.root();
    try (Binaries binaries = Binaries.find(root);
        ControlPlane plane = ControlPlane.up(binaries.directory(), Account.USER);
        Relay relay = new Relay(plane.port())) {
      Account.create(plane.admin());
      for (int spread : namespaces) {
        measure(plane, relay, root.resolve("tocsin"), spread);
      }
    }
    print();
    return broken.isEmpty() ? 0 : 1;
  }

  private void measure(ControlPlane plane, Relay relay, Path launcher, int spread)
      throws IOException {
    Population population = new Population(plane.admin(), "spread-" + spread, spread);
    for (int size : targets) {
      System.err.println("bench/scale: " + size + " targets, namespaces: " + spread);
      population.grow(size);
      Trial trial = new Trial(
          plane,
          population,
          all -> new Installation(plane, relay, all, new Runner(launcher, javaOptions, shards)),
          shards,
          rounds,
          this::measured);
      ledgers.add(trial.run());
      broken.addAll(trial.broken());
      population.become(Health.HEALTHY);
    }
  }

  /** It takes minutes: whoever waits sees what there is. */
  private void measured(Row row) {
    cells.add(row.cells());
    System.err.println("  " + String.join(", ", row.cells()));
  }

  private void print() {
    Table table = markdown ? Table.MARKDOWN : Table.PLAIN;
    System.out.println(Machine.words());
    table.lines(Row.HEAD, cells).forEach(System.out::println);
    ledgers.forEach(System.out::println);
    broken.forEach(line -> System.out.println("TOO MUCH: " + line));
  }
}
