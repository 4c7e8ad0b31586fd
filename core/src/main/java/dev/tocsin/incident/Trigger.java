package dev.tocsin.incident;

/** What makes a target's state move. */
public enum Trigger {
  CHECK_FAILED,
  CHECK_PASSED,
  FAILURE_CONFIRMED,
  REMEDIATION_STARTED,
  REMEDIATION_FAILED,
  RECOVERY_CONFIRMED
}
