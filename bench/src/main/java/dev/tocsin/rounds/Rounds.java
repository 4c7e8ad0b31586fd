package dev.tocsin.rounds;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.simulation.search.Search;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays what {@code tocsin simulate --search} plays, and counts. */
@Command(
    name = "bench/rounds",
    mixinStandardHelpOptions = true,
    description = {
      "Measures simulated rounds a second, every one of them judged by every invariant:",
      "random histories and all short ones, on one core and on all; then a year of one target."
    })
public final class Rounds implements Callable<Integer> {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final long PLENTY = 1_000_000_000;
  private static final int DEPTH = 7;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "How long each measurement lasts (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--times",
      defaultValue = "3",
      description = "Measurements of a kind, after one that is thrown away (${DEFAULT-VALUE}).")
  private int times;

  private final Target target =
      Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("restart")));

  private Rounds() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Rounds()).execute(args));
  }

  @Override
  public Integer call() {
    int processors = Runtime.getRuntime().availableProcessors();
    List<Target> three =
        List.of(target, Target.of("nvr", target.policy()), Target.of("zigbee", target.policy()));
    measure("random histories, 1 target", List.of(target), 0, 1);
    measure("random histories, 3 targets", three, 0, 1);
    measure("random histories, 1 target, all cores", List.of(target), 0, processors);
    measure("every short history", List.of(target), DEPTH, 1);
    for (int i = 0; i < times; i++) {
      System.out.println(Year.of(Setting.of(List.of(target), INTERVAL)));
    }
    return 0;
  }

  private void measure(String what, List<Target> targets, int depth, int threads) {
    Setting setting = Setting.of(targets, INTERVAL);
    search(setting, depth, threads);
    for (int i = 0; i < times; i++) {
      long wall = System.nanoTime();
      long cpu = cpu();
      long rounds = search(setting, depth, threads);
      double wallSeconds = (System.nanoTime() - wall) / 1e9;
      double cpuSeconds = (cpu() - cpu) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-40s %,9.0f rounds a second, %,9.0f for a second of CPU%n",
          what,
          rounds / wallSeconds,
          rounds / cpuSeconds);
    }
  }

  /** The product's own search; half of its time is that of the short histories. */
  private long search(Setting setting, int depth, int threads) {
    Duration time = Duration.ofSeconds(depth > 0 ? 2L * seconds : seconds);
    long seeds = depth > 0 ? 0 : PLENTY;
    Search.Limits limits = new Search.Limits(depth, time, seeds, 1, threads);
    Search search = new Search(
        setting, List.of(), limits, Simulation::of, System::nanoTime, (a, b, c, d) -> {});
    Search.Result result = search.run();
    if (result.shrunk().isPresent()) {
      throw new IllegalStateException(result.shrunk().get().broken().what());
    }
    return result.rounds();
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
