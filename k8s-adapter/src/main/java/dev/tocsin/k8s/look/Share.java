package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.IntOrString;

/** A number of pods, or so many of a hundred. */
final class Share {

  private Share() {}

  /** At least one; a share is rounded up, and one that cannot be read is one. */
  static int of(IntOrString given, int all) {
    String text = Filled.text(given.getStrVal());
    int pods = text.matches("\\d{1,3}%")
        ? (Integer.parseInt(text.substring(0, text.length() - 1)) * all + 99) / 100
        : Filled.number(given.getIntVal());
    return Math.max(1, pods);
  }
}
