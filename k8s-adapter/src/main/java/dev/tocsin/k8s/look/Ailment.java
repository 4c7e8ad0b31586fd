package dev.tocsin.k8s.look;

import java.util.List;

/**
 * What is wrong with a pod.
 *
 * @param words for people, a clause that names it
 */
record Ailment(Kind kind, String words) {

  /** What weighs more comes first: it explains the rest. */
  enum Kind {
    NODE_DOWN,
    UNSCHEDULABLE,
    IMAGE,
    CONFIG,
    STRANGE,
    CRASH_LOOP,
    VOLUME,
    NETWORK,
    ENDED,
    STARTING,
    NOT_READY
  }

  Ailment {
    words = Urls.shortened(words);
  }

  boolean isOneOf(Kind... kinds) {
    return List.of(kinds).contains(kind);
  }
}
