package dev.tocsin.scale;

/** How all targets are. */
enum Health {
  HEALTHY(1, "True"),
  FAILING(0, "False");

  private final int ready;
  private final String word;

  Health(int ready, String word) {
    this.ready = ready;
    this.word = word;
  }

  /** How many of its pods are ready. */
  int ready() {
    return ready;
  }

  /** Whether they are, as a condition says it. */
  String word() {
    return word;
  }
}
