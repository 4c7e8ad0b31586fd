package dev.tocsin.simulation.world;

/** The process ended here: nothing may catch this, and nothing is done after it. */
final class Killed extends Error {

  private static final long serialVersionUID = 1;

  Killed(String where) {
    super(where, null, false, false);
  }
}
