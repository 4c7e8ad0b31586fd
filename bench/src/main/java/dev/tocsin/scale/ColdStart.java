package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures whole cold rounds side by side. */
@Command(
    name = "bench/cold-start",
    mixinStandardHelpOptions = true,
    description = {
      "Measures one cold round of the built runner against a real API server, beside a bash script",
      "with five calls of kubectl and a program with Python's client that do the same."
    })
public final class ColdStart implements Callable<Integer> {

  @Option(
      names = "--targets",
      split = ",",
      defaultValue = "1,5,20,100",
      description = "How many, growing (${DEFAULT-VALUE}).")
  private List<Integer> targets = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds of each, in turn (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--jdks",
      split = ",",
      description = "On which the runner runs (those of 17, and of 25 or later, that are here).")
  private List<Path> jdks = List.of();

  @Option(names = "--markdown", description = "The table as it is in docs/performance.md.")
  private boolean markdown;

  private int measured;
  private final List<List<String>> cells = new ArrayList<>();

  private ColdStart() {}

  public static void main(String[] args) {
    Project.run(new ColdStart(), args);
  }

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    Path root = Project.root();
    Path scratch = Files.createDirectories(root.resolve("bench/target/cold-start"));
    try (Binaries binaries = Binaries.find(root);
        ControlPlane plane = ControlPlane.up(binaries.directory(), Account.USER)) {
      Account.create(plane.admin());
      Path kubeconfig = Account.kubeconfig(plane, plane.port());
      Cell cell = new Cell(plane, kubeconfig, scratch);
      List<Contender> contenders = contenders(root, scratch, binaries.directory(), cell);
      Population population = new Population(plane.admin(), "cold", 1);
      for (int size : targets) {
        population.grow(size);
        measure(contenders, population, "healthy");
        population.become(0, Health.FAILING);
        measure(contenders, population, "one alert");
        population.become(0, Health.HEALTHY);
      }
    }
    System.out.println(Machine.words());
    Table table = markdown ? Table.MARKDOWN : Table.PLAIN;
    table.lines(Versus.HEAD, cells).forEach(System.out::println);
    return 0;
  }

  private List<Contender> contenders(Path root, Path scratch, Path programs, Cell cell)
      throws IOException {
    List<Contender> contenders = new ArrayList<>();
    Path rivals = root.resolve("bench").resolve("rivals");
    Path kubectl = programs.resolve("kubectl");
    contenders.add(new Contender(
        "script",
        round -> cell.script(List.of(rivals.resolve("round.sh").toString()), kubectl, round)));
    Optional<Path> python = Python.with("kubernetes", scratch);
    python.ifPresent(program -> contenders.add(new Contender(
        "python",
        round -> cell.script(
            List.of(program.toString(), rivals.resolve("round.py").toString()), kubectl, round))));
    for (Path jdk : jdks.isEmpty() ? Project.jdks() : jdks) {
      if (!Files.exists(jdk.resolve("bin/java"))) {
        System.err.println("bench/cold-start: not measured, there is no " + jdk);
        continue;
      }
      Contender runner = new Contender(
          "tocsin on " + Machine.first(jdk.resolve("release").toString(), "JAVA_VERSION"),
          round -> cell.runner(root.resolve("tocsin"), jdk, round));
      contenders.add(runner);
    }
    return contenders;
  }

  /** In turn, so that a neighbour who comes and goes meets all of them. */
  private void measure(List<Contender> contenders, Population population, String situation)
      throws IOException {
    System.err.println("bench/cold-start: " + population.size() + " targets, " + situation);
    List<Versus> figures = contenders.stream().map(c -> new Versus(c.name())).toList();
    for (int i = 0; i < rounds; i++) {
      for (int c = 0; c < contenders.size(); c++) {
        Cell.Round round = new Cell.Round(population, "state-" + measured++);
        figures.get(c).add(contenders.get(c).run(round));
      }
    }
    for (Versus figure : figures) {
      cells.add(figure.cells(population.size(), situation, figures.get(0)));
      System.err.println("  " + String.join(", ", cells.get(cells.size() - 1)));
    }
  }
}
