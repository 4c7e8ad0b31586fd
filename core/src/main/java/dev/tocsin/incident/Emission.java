package dev.tocsin.incident;

/** What a row of the machine emits when it is taken. */
public enum Emission {
  ALERT,
  REMEDIATE,
  RECOVERY
}
