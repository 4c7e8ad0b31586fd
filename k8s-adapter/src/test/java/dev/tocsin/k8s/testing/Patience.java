package dev.tocsin.k8s.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Controllers and kubelets do what they do in their own time, and one after the other: that one has
 * noticed says nothing of the next. So what is expected of a live cluster is asserted whole, again
 * and again until it holds; an assertion beside such a wait is a race.
 */
public final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private Patience() {}

  /** For as long as a busy machine may need. */
  public static ConditionFactory patiently() {
    return Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(INTERVAL)
        .atMost(LIMIT);
  }
}
