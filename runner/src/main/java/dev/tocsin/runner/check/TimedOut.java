package dev.tocsin.runner.check;

/** The target's time was over. */
final class TimedOut extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * Where it was over.
   *
   * @param where for example {@code while reading the body}
   */
  TimedOut(String where) {
    super(where);
  }
}
