package dev.tocsin.runner;

import dev.tocsin.runner.Paused.Wish;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Secrets;
import dev.tocsin.runner.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a target quiet for a while. */
@Command(
    name = "pause",
    description = "Keeps a target quiet until then: it is looked at and shown, nobody is told and"
        + " nothing is repaired. Afterwards failures are confirmed afresh.")
final class PauseCommand implements Callable<Integer> {

  private static final Duration LONGEST = Duration.ofDays(3653);

  @Mixin
  private Common common = new Common();

  @Parameters(paramLabel = "TARGET", description = "The target's name.")
  private String target = "";

  @ArgGroup(multiplicity = "1")
  private End end = new End();

  private final Surroundings around;

  /** One of two ways to say when it ends. */
  static final class End {

    @Option(
        names = "--for",
        paramLabel = "SPAN",
        converter = SpanConverter.class,
        description = "How long: 90m, 2h, 1h30m, 3d.")
    private Optional<Duration> span = Optional.empty();

    @Option(
        names = "--until",
        paramLabel = "TIME",
        converter = When.Converter.class,
        description = "Until when: 07:00, which is the next one, 2026-11-23T07:00 or"
            + " 2026-11-23T07:00+01:00; in the local zone where no offset is given.")
    private Optional<When> time = Optional.empty();

    private Instant after(ZonedDateTime now) {
      return span.map(now.toInstant()::plus)
          .or(() -> time.map(when -> when.after(now)))
          .orElseGet(now::toInstant);
    }
  }

  PauseCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, Secrets.NONE, this::pause);
  }

  private int pause(Configuration configuration) {
    Paused paused = new Paused(around);
    return end.span.isEmpty() && end.time.isEmpty()
        ? paused.wrong("give --for (90m, 2h, 3d) or --until (07:00, 2026-11-23T07:00+01:00)")
        : paused.write(configuration, target, this::wish);
  }

  private Wish wish(Words words) {
    Instant until = end.after(words.now().atZone(words.zone()));
    if (Duration.between(words.now(), until).abs().compareTo(LONGEST) > 0) {
      return new Wish.Refused("a pause ends within ten years from now");
    }
    String saying = target + ": paused until " + words.coming(until);
    return until.isAfter(words.now())
        ? new Wish.Granted(Optional.of(until), before -> saying)
        : new Wish.Refused("this is over already: " + words.past(until));
  }
}
