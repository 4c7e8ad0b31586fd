package dev.tocsin.runner;

import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a reader of a mail could type to see more of a target in its cluster. */
final class Hints {

  private Hints() {}

  /** By target; who is not in a cluster has none. */
  static Map<String, List<String>> of(Configuration configuration) {
    Map<String, List<String>> hints = new HashMap<>();
    for (Watch watch : configuration.watches()) {
      watch.cluster().ifPresent(watched -> hints.put(watch.target().name(), commands(watched)));
    }
    return hints;
  }

  private static List<String> commands(Watched watched) {
    List<String> commands = new ArrayList<>();
    watched.workload().map(Hints::commands).ifPresent(commands::addAll);
    return commands;
  }

  private static Collection<String> commands(Workload workload) {
    String kubectl = "kubectl -n " + workload.namespace() + " ";
    String type = workload.type().name().toLowerCase(Locale.ROOT);
    return workload.type() == Workload.Type.PODS
        ? List.of(kubectl + "describe pods -l " + workload.name())
        : List.of(
            kubectl + "describe " + type + "/" + workload.name(), kubectl + "get pods -o wide");
  }
}
