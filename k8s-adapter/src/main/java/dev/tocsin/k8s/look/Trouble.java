package dev.tocsin.k8s.look;

import dev.tocsin.incident.Precondition;
import dev.tocsin.k8s.look.Watched.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is anything to repair, where the check is the cluster's own: what fails elsewhere
 * is not to be seen here. Nobody can leave that out.
 */
final class Trouble {

  private static final String FAILING = "failing";
  private static final String BROKEN = "podBroken";

  private final Situation situation;
  private final Health health;

  Trouble(Situation situation, Health health) {
    this.situation = situation;
    this.health = health;
  }

  /** What holds a repair of what fails: there is no pod that could be replaced. */
  Optional<Precondition> hold() {
    boolean nobody = situation.check() instanceof Check.OfWorkload
        && situation.replacesOne()
        && health.isBad()
        && situation.group().value().isPresent()
        && situation.bad().isEmpty();
    return nobody
        ? Optional.of(
            Finding.notMet(situation, "no pod of " + situation + " is broken").as(BROKEN))
        : Optional.empty();
  }

  /** The same right before acting, when it may have recovered. */
  List<Precondition> still() {
    List<Precondition> holds = new ArrayList<>(hold().stream().toList());
    if (!(situation.check() instanceof Check.Elsewhere) && !health.isBad()) {
      holds.add(
          health.isWell()
              ? Finding.notMet(situation, "it recovered: " + health.words()).as(FAILING)
              : Finding.unknown(situation, health.words()).as(FAILING));
    }
    return holds;
  }
}
