package dev.tocsin.incident;

/** How it stands with telling one thing. */
public enum Telling {
  /** There is nothing to tell. */
  NOT_DUE,
  /** To be told, not known to have been told. */
  OWED,
  /** Told: the outcome was {@code Done}. */
  TOLD,
  /** Nobody could be told, and it is not tried again: refused for good, or unclear for a week. */
  LOST,
  /** A human said by hand that nobody is to be told any more in this incident. */
  SILENCED
}
