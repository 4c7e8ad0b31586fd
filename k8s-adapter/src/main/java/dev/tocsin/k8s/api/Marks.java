package dev.tocsin.k8s.api;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names of what we leave in a cluster; whoever writes one and whoever reads it mean the same. */
public final class Marks {

  /** Annotation: the key of an attempt, on a pod template. */
  public static final String ATTEMPT = "tocsin.dev/attempt";

  /** Annotation: which installation it was. */
  public static final String OWNER = "tocsin.dev/owner";

  /** Annotation: when the attempt was begun, on a pod template. */
  public static final String ATTEMPTED_AT = "tocsin.dev/attempted-at";

  /** Label: the target that an Event of ours is about. */
  public static final String TARGET = "tocsin.dev/target";

  /** Annotation: what became of an attempt, on its Event. */
  public static final String OUTCOME = "tocsin.dev/outcome";

  /** Label of all that we have made. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** What that label says. */
  public static final String TOCSIN = "tocsin";

  /** Chooses what we have made. */
  public static final String OURS = MANAGED_BY + "=" + TOCSIN;

  private Marks() {}

  /** The labels of what is installed, in the order in which they are printed. */
  public static SortedMap<String, String> labels() {
    return new TreeMap<>(Map.of(MANAGED_BY, TOCSIN, "app.kubernetes.io/name", TOCSIN));
  }
}
