package dev.tocsin.runner.simulate;

import dev.tocsin.incident.State;
import dev.tocsin.runner.report.Ink;
import dev.tocsin.runner.report.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A history in a terminal: a line of time for each target, and what stands beside it. */
public final class HistoryText {

  private static final int COLUMNS = 100;
  private static final int FEWEST = 20;
  private static final int TICK = 12;
  private static final String GAP = "  ";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final HistoryView view;
  private final Screen screen;
  private final int label;
  private final int width;
  private final Duration column;

  private HistoryText(HistoryView view, Screen screen) {
    this.view = view;
    this.screen = screen;
    this.label = view.targets().stream().mapToInt(t -> t.name().length()).max().orElse(0);
    int room = Math.max(FEWEST, screen.columns().orElse(COLUMNS) - label - GAP.length());
    Duration span = Duration.between(view.from(), view.to());
    Duration interval = Duration.ofSeconds(view.intervalSeconds());
    Duration fitting = span.dividedBy(room).plusSeconds(1);
    this.column = fitting.compareTo(interval) > 0 ? fitting : interval;
    this.width = (int) (span.dividedBy(column) + 1);
  }

  /** Each line ends in a line break. */
  public static String of(Played played, Screen screen) {
    return new HistoryText(HistoryReading.of(played), screen).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append(Ink.STRONG.on(screen, view.title())).append('\n');
    if (!view.why().isEmpty()) {
      text.append(view.why()).append('\n');
    }
    text.append('\n').append(line("", Ink.FAINT.on(screen, ticks())));
    view.targets().forEach(lane -> text.append(lane(lane)));
    text.append('\n').append(Ink.FAINT.on(screen, legend())).append('\n');
    if (!view.faults().isEmpty()) {
      text.append('\n');
      view.faults().forEach(fault -> text.append(fault(fault)).append('\n'));
    }
    text.append('\n').append(figures()).append('\n');
    view.invariants().stream()
        .filter(judged -> judged.verdict().equals("broken"))
        .forEach(judged -> text.append(broken(judged)));
    return text.toString();
  }

  private String line(String name, String axis) {
    String padded = name + " ".repeat(label - name.length());
    return (padded + GAP + axis).stripTrailing() + "\n";
  }

  private String ticks() {
    StringBuilder ticks = new StringBuilder();
    while (ticks.length() < width) {
      String time = time(view.from().plus(column.multipliedBy(ticks.length())));
      ticks.append(time).append(" ".repeat(Math.max(1, TICK - time.length())));
    }
    return ticks.toString().stripTrailing();
  }

  private String time(Instant at) {
    boolean days = Duration.between(view.from(), view.to()).compareTo(Duration.ofDays(1)) >= 0;
    return (days ? DAY : CLOCK).format(at);
  }

  // A target

  private String lane(HistoryView.Lane lane) {
    @Nullable State[] states = new @Nullable State[width];
    for (HistoryView.Look look : lane.rounds()) {
      int at = column(look.at());
      states[at] = graver(states[at], look.state());
    }
    StringBuilder axis = new StringBuilder();
    State before = State.HEALTHY;
    for (State state : states) {
      before = Optional.ofNullable(state).orElse(before);
      axis.append(Ink.of(before).on(screen, sign(before)));
    }
    return line(lane.name(), axis.toString()) + marks(lane);
  }

  private static State graver(@Nullable State one, State other) {
    return one == null || gravity(other) > gravity(one) ? other : one;
  }

  private static int gravity(State state) {
    return switch (state) {
      case HEALTHY -> 0;
      case RECOVERED -> 1;
      case DEGRADED -> 2;
      case REMEDIATING -> 3;
      case ALERTED -> 4;
    };
  }

  private static String sign(State state) {
    return switch (state) {
      case HEALTHY -> "·";
      case DEGRADED -> "-";
      case ALERTED -> "#";
      case REMEDIATING -> "~";
      case RECOVERED -> "+";
    };
  }

  private String marks(HistoryView.Lane lane) {
    char[] mails = blank();
    char[] repairs = blank();
    lane.attempts().forEach(repair -> repairs[column(repair.at())] = repair.effect() ? '^' : '!');
    view.mails().stream()
        .filter(mail -> mail.targets().contains(lane.name()))
        .forEach(mail -> mails[column(mail.at())] = 'm');
    return marks(mails) + marks(repairs);
  }

  private char[] blank() {
    char[] marks = new char[width];
    Arrays.fill(marks, ' ');
    return marks;
  }

  private String marks(char[] marks) {
    String text = new String(marks);
    return text.isBlank() ? "" : line("", text);
  }

  private int column(Instant at) {
    long columns = Duration.between(view.from(), at).dividedBy(column);
    return (int) Math.min(width - 1L, Math.max(0, columns));
  }

  // What stands below

  private static String legend() {
    return Arrays.stream(State.values())
            .map(state -> sign(state) + " " + state.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(GAP))
        + "  m mail  ^ restart  ! pointless restart";
  }

  private String fault(Fault fault) {
    String until = fault.until().map(end -> " to " + time(end)).orElse("");
    return time(fault.at()) + until + GAP + fault.what();
  }

  private String figures() {
    return view.figures().stream()
        .map(figure -> figure.get(0) + ": " + figure.get(1))
        .collect(Collectors.joining(", "));
  }

  private String broken(HistoryView.Judged judged) {
    List<String> words = List.of("broken:", judged.name(), judged.detail().orElse(""));
    return Ink.BAD.on(screen, String.join(" ", words).strip()) + "\n";
  }
}
