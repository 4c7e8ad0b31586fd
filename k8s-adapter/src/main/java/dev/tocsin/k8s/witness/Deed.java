package dev.tocsin.k8s.witness;

import java.util.regex.Pattern;

/** What an Event of ours says that we did. */
public enum Deed {
  /** Somebody was told that a target is down. */
  ALERTED("Alerted", "Warning", "Alert", "alert", ""),
  /** Somebody was told that a human is needed. */
  GAVE_UP("GaveUp", "Warning", "AskForHuman", "gave-up", ""),
  /** Somebody was told that it is over. */
  RECOVERED("Recovered", "Normal", "TellRecovery", "recovery", ""),
  /** A repair is being made, or was. */
  ATTEMPTED("Attempted", "Normal", "Repair", "remediate", "-[0-9]{1,6}"),
  /** A repair is held. */
  HELD("Held", "Normal", "Hold", "held", "-[0-9a-f]{8}");

  private final String reason;
  private final String type;
  private final String action;
  private final String word;
  private final Pattern part;

  Deed(String reason, String type, String action, String word, String which) {
    this.reason = reason;
    this.type = type;
    this.action = action;
    this.word = word;
    this.part = Pattern.compile(word + which);
  }

  /** As an Event's {@code reason}. */
  public String reason() {
    return reason;
  }

  /** As part of an Event's name; of what is said once in an incident, all of that part. */
  public String word() {
    return word;
  }

  /** As an Event's {@code type}: what asks for a human is a {@code Warning}. */
  String type() {
    return type;
  }

  /** As an Event's {@code action}. */
  String action() {
    return action;
  }

  /** Whether this can stand in an Event's name between the incident and the owner. */
  boolean names(String part) {
    return this.part.matcher(part).matches();
  }
}
