package dev.tocsin.runner;

import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.runner.config.Configuration;
import java.io.PrintStream;

/** Makes the parts of a round as they are configured. */
public interface Workshop {

  /** Where the ledger is kept. */
  IncidentStore store(Configuration configuration);

  /** What looks at the targets. */
  Observer observer(Configuration configuration);

  /**
   * What tells and repairs.
   *
   * @param told where notices are printed if no mail is configured
   */
  Effects effects(Configuration configuration, PrintStream told);
}
