package dev.tocsin.runner;

import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Spelling;
import java.util.List;
import java.util.Optional;

/** Targets as they are named on a command line. */
final class Names {

  static final int WRONG_USAGE = 2;

  private Names() {}

  /** What is to be said of the first that is no target; empty if all are. */
  static Optional<String> stranger(List<String> wanted, Configuration configuration) {
    List<String> names = Wiring.names(configuration);
    return wanted.stream().filter(name -> !names.contains(name)).findFirst().map(name -> {
      String near = Spelling.hint(name, names);
      String all = "; there are: " + String.join(", ", names);
      return "no target is named '" + name + "'" + (near.isEmpty() ? all : near);
    });
  }
}
