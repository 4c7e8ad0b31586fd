package dev.tocsin.runner.report;

import dev.tocsin.incident.State;
import dev.tocsin.incident.Transition;
import java.util.stream.Collectors;

/** The machine as a picture and as a table, both made of its rows. */
public final class MachineText {

  private MachineText() {}

  /** A Mermaid state diagram. */
  public static String mermaid() {
    String rows = Transition.all().stream()
        .map(t -> "    %s --> %s: %s%s\n"
            .formatted(
                t.from(), t.to(), t.trigger(), t.emits().map(e -> " / " + e).orElse("")))
        .collect(Collectors.joining());
    return "stateDiagram-v2\n    [*] --> " + State.HEALTHY + "\n" + rows;
  }

  /** A Markdown table. */
  public static String table() {
    String rows = Transition.all().stream()
        .map(t -> "| %s | %s | %s | %s |\n"
            .formatted(t.from(), t.trigger(), t.to(), t.emits().map(Enum::name).orElse("")))
        .collect(Collectors.joining());
    return "| from | trigger | to | emits |\n|---|---|---|---|\n" + rows;
  }
}
