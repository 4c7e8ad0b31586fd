package dev.tocsin.runner.report;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Telling;
import java.util.List;

/** Who is told of what. */
@FunctionalInterface
public interface Recipients {

  /**
   * Those whom a notice about a target concerns, by their names in the configuration.
   *
   * @param begun how it stands with the notice of the beginning
   */
  List<String> of(Notice.Kind kind, String target, Telling begun);
}
