package dev.tocsin.runner.manifest;

import dev.tocsin.runner.config.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be known, or done, before the manifests are any good: a comment at their head. */
record Preface(Configuration configuration, Names names, Layout layout) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Made by `tocsin manifests`, all that " + names.namespace() + "/" + names.name()
        + " needs. The ledger is not here: the first");
    lines.add("round makes it. Rights that name no object cannot be narrowed: to list, to create,"
        + " and on pods and");
    lines.add("Events, whose names nobody knows beforehand.");
    if (layout.hasSecrets()) {
      lines.addAll(secret());
    }
    if (configuration.mail().isEmpty()) {
      lines.add("");
      lines.add("No mail is configured: notices are printed, into the log of a pod that is over.");
    }
    List<String> programs = programs();
    if (!programs.isEmpty()) {
      lines.add("");
      lines.add("These programs must be in the image:");
      lines.addAll(programs);
    }
    return lines;
  }

  private List<String> secret() {
    Stream<String> files =
        layout.secret().stream().map(item -> "--from-file=" + item.key() + "=" + item.path());
    Stream<String> variables =
        layout.variables().stream().map(name -> "--from-literal=" + name + "=\"$" + name + "\"");
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("This Secret must be made, with these keys, from wherever the secrets are:");
    lines.add(
        "  kubectl -n " + names.namespace() + " create secret generic " + names.secret() + " \\");
    List<String> keys = Stream.concat(files, variables).toList();
    for (int i = 0; i < keys.size(); i++) {
      lines.add("    " + keys.get(i) + (i < keys.size() - 1 ? " \\" : ""));
    }
    return lines;
  }

  private List<String> programs() {
    return new Premises(configuration, layout)
        .programs().entrySet().stream()
            .map(e -> "  " + e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
            .toList();
  }
}
