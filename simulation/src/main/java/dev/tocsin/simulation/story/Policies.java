package dev.tocsin.simulation.story;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.simulation.world.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A policy on one line, every knob by its name: {@code failuresToAlert 2, step restart 50 10m}. */
final class Policies {

  /** What a target has that says nothing. */
  static final Policy DEFAULT = Policy.DEFAULT.remediation(Remediation.by("restart"));

  static final String ONLY_TOLD = "only told";

  private static final List<String> COUNTS = List.of(
      "failuresToAlert",
      "flapFailures",
      "flapSamples",
      "successesToClose",
      "unknownsToAlert",
      "attemptsPerIncident",
      "attemptsPerWindow");
  private static final List<String> SPANS = List.of(
      "quietLimit", "remindEvery", "window", "pause", "pauseLimit", "giveUpAfter", "trialAfter");

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Duration> spans = new HashMap<>();
  private final List<Remediation.Step> steps = new ArrayList<>();
  private boolean onlyTold;

  private Policies() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException that says what is wrong
   */
  static Policy read(String text) {
    Policies knobs = new Policies();
    for (String knob : text.split(",")) {
      knobs.knob(knob.strip());
    }
    return knobs.policy();
  }

  private void knob(String text) {
    String[] words = text.split("\\s+");
    if (text.equals(ONLY_TOLD)) {
      onlyTold = true;
    } else if (words[0].equals("step") && words.length == 4) {
      steps.add(new Remediation.Step(words[1], count(words[2]), Words.span(words[3])));
    } else if (COUNTS.contains(words[0]) && words.length == 2) {
      counts.put(words[0], count(words[1]));
    } else if (SPANS.contains(words[0]) && words.length == 2) {
      spans.put(words[0], Words.span(words[1]));
    } else {
      throw new IllegalArgumentException("'" + text + "' is no knob; there are: " + ONLY_TOLD
          + ", step NAME ATTEMPTS SETTLE, " + String.join(" N, ", COUNTS) + " N, "
          + String.join(" SPAN, ", SPANS) + " SPAN");
    }
  }

  private static int count(String text) {
    if (!text.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("'" + text + "' is no number");
    }
    return Integer.parseInt(text);
  }

  private Policy policy() {
    Policy d = Policy.DEFAULT;
    return new Policy(
        counts.getOrDefault("failuresToAlert", d.failuresToAlert()),
        counts.getOrDefault("flapFailures", d.flapFailures()),
        counts.getOrDefault("flapSamples", d.flapSamples()),
        counts.getOrDefault("successesToClose", d.successesToClose()),
        counts.getOrDefault("unknownsToAlert", d.unknownsToAlert()),
        spans.getOrDefault("quietLimit", d.quietLimit()),
        Optional.ofNullable(spans.get("remindEvery")),
        onlyTold ? Optional.empty() : Optional.of(remediation()));
  }

  private Remediation remediation() {
    Remediation d = Remediation.by("restart");
    return new Remediation(
        steps.isEmpty() ? d.steps() : steps,
        counts.getOrDefault("attemptsPerIncident", d.attemptsPerIncident()),
        counts.getOrDefault("attemptsPerWindow", d.attemptsPerWindow()),
        spans.getOrDefault("window", d.window()),
        spans.getOrDefault("pause", d.pause()),
        spans.getOrDefault("pauseLimit", d.pauseLimit()),
        spans.getOrDefault("giveUpAfter", d.giveUpAfter()),
        Optional.ofNullable(spans.get("trialAfter")));
  }

  // Writing

  /** Only what is not as it is by default. */
  static String text(Policy policy) {
    List<String> knobs = new ArrayList<>();
    Policy d = Policy.DEFAULT;
    add(knobs, "failuresToAlert", policy, d, Policy::failuresToAlert);
    add(knobs, "flapFailures", policy, d, Policy::flapFailures);
    add(knobs, "flapSamples", policy, d, Policy::flapSamples);
    add(knobs, "successesToClose", policy, d, Policy::successesToClose);
    add(knobs, "unknownsToAlert", policy, d, Policy::unknownsToAlert);
    add(knobs, "quietLimit", policy, d, p -> Spans.text(p.quietLimit()));
    policy.remindEvery().ifPresent(span -> knobs.add("remindEvery " + Spans.text(span)));
    if (policy.remediation().isEmpty()) {
      knobs.add(ONLY_TOLD);
    }
    policy.remediation().ifPresent(r -> add(knobs, r, Remediation.by("restart")));
    return String.join(", ", knobs);
  }

  private static void add(List<String> knobs, Remediation given, Remediation d) {
    if (!given.steps().equals(d.steps())) {
      given
          .steps()
          .forEach(s ->
              knobs.add("step " + s.name() + " " + s.attempts() + " " + Spans.text(s.settle())));
    }
    add(knobs, "attemptsPerIncident", given, d, Remediation::attemptsPerIncident);
    add(knobs, "attemptsPerWindow", given, d, Remediation::attemptsPerWindow);
    add(knobs, "window", given, d, r -> Spans.text(r.window()));
    add(knobs, "pause", given, d, r -> Spans.text(r.pause()));
    add(knobs, "pauseLimit", given, d, r -> Spans.text(r.pauseLimit()));
    add(knobs, "giveUpAfter", given, d, r -> Spans.text(r.giveUpAfter()));
    given.trialAfter().ifPresent(span -> knobs.add("trialAfter " + Spans.text(span)));
  }

  private static <T, V> void add(
      List<String> knobs, String name, T given, T byDefault, Function<T, V> knob) {
    V value = knob.apply(given);
    if (!value.equals(knob.apply(byDefault))) {
      knobs.add(name + " " + value);
    }
  }
}
