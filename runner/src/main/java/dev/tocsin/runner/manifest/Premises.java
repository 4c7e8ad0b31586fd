package dev.tocsin.runner.manifest;

import dev.tocsin.email.MailSettings;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** What a configuration takes for granted around it, and a pod has not. */
record Premises(Configuration configuration, Layout layout) {

  /** Its programs, and which targets run each. */
  SortedMap<String, SortedSet<String>> programs() {
    return Programs.of(configuration);
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
