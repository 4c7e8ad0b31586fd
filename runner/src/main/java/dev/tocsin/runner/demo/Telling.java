package dev.tocsin.runner.demo;

import dev.tocsin.runner.demo.arms.Checker;
import dev.tocsin.runner.demo.arms.NightView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs Tocsin, and tells each round: what happened before, what it said, what mail arrived. */
final class Telling implements Checker {

  private static final String MARGIN = "       ";
  private static final Map<Instant, String> EVENTS = new TreeMap<>(Map.of(
      Story.NODE_DOWN,
      "still-fawn goes down for maintenance",
      Story.NODE_BACK,
      "still-fawn is back, and Frigate begins to start",
      Story.NODE_BACK.plus(Story.START_UP),
      "Frigate has started"));

  private final Tocsin tocsin;
  private final Night night;
  private final PrintStream out;

  Telling(Tocsin tocsin, Night night, PrintStream out) {
    this.tocsin = tocsin;
    this.night = night;
    this.out = out;
  }

  @Override
  public void round(NightView world) {
    events();
    int before = night.mails().size();
    lines(run()).forEach(out::println);
    night.mails().stream().skip(before).forEach(this::arrived);
  }

  private void events() {
    Instant now = night.clock().now();
    EVENTS.forEach((at, what) -> {
      if (at.isAfter(now.minus(Story.INTERVAL)) && !at.isAfter(now)) {
        out.println(Story.clock(at) + "  -- " + what + " --");
      }
    });
  }

  private String run() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream answer = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      int exitCode = tocsin.run(night.yaml(), night.clock(), answer);
      if (exitCode != 0) {
        answer.println("exit code " + exitCode);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Each table without its heading, which would stand there 49 times; it stands there once. */
  private Stream<String> lines(String answer) {
    String time = Story.clock(night.clock().now()) + "  ";
    String heading = night.clock().now().equals(Story.BEGIN)
        ? "TIME   " + answer.lines().findFirst().orElse("") + "\n"
        : "";
    String rows = Arrays.stream(answer.split("\n\n"))
        .flatMap(table -> table.lines().skip(1))
        .collect(Collectors.joining("\n" + MARGIN));
    return (heading + time + rows).lines();
  }

  private void arrived(Arrived mail) {
    out.println();
    out.println(mail.indented(MARGIN + "| "));
    out.println();
  }
}
