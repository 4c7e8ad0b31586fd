package dev.tocsin.runner.manifest;

import dev.tocsin.runner.config.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be known, or done, before the manifests are any good: a comment at their head. */
record Preface(
    Configuration configuration, Names names, Layout layout, Settings settings, Beats beats) {

  /** How the shards of a round call the heartbeat. */
  enum Beats {
    /** Each under an address of its own. */
    APART,
    /** All under one. */
    TOGETHER
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(
        "All that " + names.namespace() + "/" + names.name()
            + " needs, made by `tocsin manifests`.",
        "The ledger is not here: the first round makes it.",
        "A rule that names no object cannot be narrowed: what is listed or created, and pods and Events,",
        "whose names nobody knows beforehand."));
    if (settings.namespace() == Settings.NamespaceIs.OURS) {
      lines.addAll(List.of(
          "",
          "The namespace will run restricted pods only, and has the ledger in it. If others are in it too,",
          "and before you delete anything by this, leave it out with --no-namespace."));
    }
    if (layout.hasSecrets()) {
      lines.addAll(secret());
    }
    if (configuration.mail().isEmpty()) {
      lines.addAll(List.of(
          "", "No mail is configured: notices are printed, into the log of a pod that is over."));
    }
    if (beats == Beats.TOGETHER) {
      lines.addAll(List.of(
          "",
          "All shards call the same heartbeat, so nobody would miss one of them that is dead.",
          "Give each its own: ${" + Layout.INDEX + "} in the address is its number, from 0."));
    }
    List<String> programs = programs();
    if (!programs.isEmpty()) {
      lines.addAll(List.of("", "These programs must be in the image:"));
      lines.addAll(programs);
    }
    return lines;
  }

  private List<String> secret() {
    Stream<String> files = layout.secret().stream()
        .map(file -> "--from-file=" + file.key() + "=" + quoted(file.written()));
    Stream<String> variables =
        layout.variables().stream().map(name -> "--from-literal=" + name + "=\"$" + name + "\"");
    List<String> lines = new ArrayList<>(List.of(
        "",
        "This Secret must be made, with these keys, from wherever the secrets are:",
        "  kubectl -n " + names.namespace() + " create secret generic " + names.secret() + " \\"));
    List<String> keys = Stream.concat(files, variables).toList();
    for (int i = 0; i < keys.size(); i++) {
      lines.add("    " + keys.get(i) + (i < keys.size() - 1 ? " \\" : ""));
    }
    return lines;
  }

  /** For a shell. */
  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9._/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private List<String> programs() {
    return new Premises(configuration, layout)
        .programs().entrySet().stream()
            .map(e -> "  " + e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
            .toList();
  }
}
