package dev.tocsin.runner.manifest;

import dev.tocsin.email.MailSettings;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a configuration takes for granted around it, and a pod has not. */
record Premises(Configuration configuration, Layout layout) {

  /** Who runs the reference's program. */
  private static final String REFERENCE = "isolation";

  /** Its programs, and which targets run each. */
  SortedMap<String, SortedSet<String>> programs() {
    SortedMap<String, SortedSet<String>> programs = new TreeMap<>();
    configuration.isolation().ifPresent(probe -> add(programs, REFERENCE, Stream.of(probe)));
    for (Watch watch : configuration.watches()) {
      Stream<Probe> asked = watch.preconditions().stream().map(Configuration.Asked::probe);
      Stream<Probe> remedies = watch.remedies().stream().map(Configuration.Remedy::program);
      add(programs, watch.target().name(), watch.check().stream());
      add(programs, watch.target().name(), Stream.concat(asked, remedies));
    }
    return programs;
  }

  private static void add(
      Map<String, SortedSet<String>> programs, String of, Stream<Probe> probes) {
    probes
        .filter(Probe.Exec.class::isInstance)
        .map(probe -> ((Probe.Exec) probe).argv().get(0))
        .forEach(program ->
            programs.computeIfAbsent(program, none -> new TreeSet<>()).add(of));
  }

  /** What cannot be so in a pod, one line each. */
  List<String> refusals() {
    List<String> refusals = new ArrayList<>();
    if (configuration.cluster().kubeconfig().isPresent()
        || configuration.cluster().context().isPresent()) {
      refusals.add("cluster has a kubeconfig or a context, and a pod goes by its own service"
          + " account, expected neither");
    }
    configuration
        .mail()
        .filter(mail -> mail.delivery() instanceof MailSettings.Outbox)
        .ifPresent(mail -> refusals.add("mail goes to a directory, and every round is a new pod"
            + " without its files, expected smtp"));
    configuration
        .mail()
        .filter(mail -> mail.wording().directory().isPresent())
        .ifPresent(mail -> refusals.add("mail has templates in a directory, and a pod has none of"
            + " its files, expected the built-in ones"));
    configuration
        .mail()
        .filter(mail -> mail.delivery() instanceof MailSettings.Smtp smtp && smtp.isHere())
        .ifPresent(mail -> refusals.add("mail goes to a server on this machine, and in a pod that"
            + " is the pod itself, expected a host that is reached from there"));
    programs().forEach((program, of) -> {
      if (program.contains("/") && layout.hides(Path.of(program))) {
        refusals.add("the program " + program + " of " + String.join(", ", of)
            + " is where files are mounted over what the image has, expected another path in the"
            + " image, or a name in its PATH");
      }
    });
    return refusals;
  }
}
