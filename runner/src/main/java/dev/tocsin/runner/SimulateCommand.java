package dev.tocsin.runner;

import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Secrets;
import dev.tocsin.runner.simulate.Comparing;
import dev.tocsin.runner.simulate.Player;
import dev.tocsin.runner.simulate.Searching;
import dev.tocsin.simulation.law.UserRules;
import dev.tocsin.simulation.search.Fault;
import dev.tocsin.simulation.search.Search;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Witness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What would happen, before it does. */
@Command(
    name = "simulate",
    description = {
      "Plays a policy through failures, in a virtual world and on a virtual clock.",
      "With STORY: plays stories, and compares what is seen with what must be.",
      "With --search: looks for a history in which the configured policy breaks an invariant.",
      "With --compare: counts what other checkers would have done.",
      "With none of these: plays the catalogue of stories."
    })
final class SimulateCommand implements Callable<Integer> {

  @Mixin
  private Common common = new Common();

  @Parameters(
      paramLabel = "STORY",
      arity = "0..*",
      description = "Files of stories, or names of the catalogue.")
  private List<String> stories = new ArrayList<>();

  @Option(names = "--update", description = "Write into the files of the stories what is seen.")
  private boolean update;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Draw the history on a page of its own.")
  private Optional<Path> html = Optional.empty();

  @Option(names = "--compare", description = "Play the same with the checkers of the demo.")
  private boolean compare;

  @Option(names = "--search", description = "Look for a history that breaks an invariant.")
  private boolean search;

  @Option(
      names = "--depth",
      paramLabel = "ROUNDS",
      defaultValue = "5",
      description = "Every history up to so many rounds (default: ${DEFAULT-VALUE}).")
  private int depth;

  @Option(
      names = "--time",
      paramLabel = "SPAN",
      defaultValue = "1m",
      converter = SpanConverter.class,
      description = "Then random ones, for so long in all (default: ${DEFAULT-VALUE}).")
  private Duration time = Duration.ofMinutes(1);

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1000000000",
      description = "At most so many random histories.")
  private long seeds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The first random history's seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many look at once (default: one for each processor).")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "counter-example.story",
      description = "Where what was found is written (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("counter-example.story");

  @Option(
      names = "--without",
      paramLabel = "FAULT",
      split = ",",
      converter = FaultConverter.class,
      description =
          "With --search: faults that do not happen, such as ledger (deleted, damaged, put"
              + " back) or clock. docs/simulation.md lists them.")
  private List<Fault> without = List.of();

  private final Surroundings around;

  SimulateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Player player = new Player(around.out(), around.err(), around.screen());
    if (search) {
      return common.configured(
          around, Secrets.NONE, configuration -> search(configuration, player));
    }
    if (compare && stories.isEmpty()) {
      return common.configured(
          around, Secrets.NONE, configuration -> comparing().storms(setting(configuration), seed));
    }
    return player
        .read(stories)
        .map(read -> compare ? comparing().stories(read) : player.play(read, update, html))
        .orElse(2);
  }

  private Comparing comparing() {
    return new Comparing(around.out(), around.screen());
  }

  private int search(Configuration configuration, Player player) {
    int processors = threads.orElseGet(Runtime.getRuntime()::availableProcessors);
    return new Searching(
            setting(configuration),
            configuration.invariants().stream().map(UserRules::read).toList(),
            new Search.Limits(depth, time, seeds, seed, Math.max(1, processors), faults()),
            around.time())
        .run(player, around.err(), out, html);
  }

  private Set<Fault> faults() {
    Set<Fault> left = EnumSet.allOf(Fault.class);
    left.removeAll(without);
    return left;
  }

  /** Each target on a node of its own; in a cluster that remembers, if the ledger is in one. */
  private static Setting setting(Configuration configuration) {
    Witness witness =
        configuration.ledger() instanceof InConfigMap ? Witness.REMEMBERS : Witness.FORGETS;
    return Setting.of(
            configuration.watches().stream().map(w -> w.target()).toList(),
            configuration.interval())
        .with(witness);
  }

  /** A fault by its name. */
  static final class FaultConverter implements ITypeConverter<Fault> {
    @Override
    public Fault convert(String text) {
      return Arrays.stream(Fault.values())
          .filter(fault -> fault.word().equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + text + "' is no fault; there are: "
              + Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "))));
    }
  }
}
