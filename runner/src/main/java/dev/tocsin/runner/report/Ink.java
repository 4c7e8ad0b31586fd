package dev.tocsin.runner.report;

import dev.tocsin.incident.State;

/** What a text means, shown as a colour where there are colours. */
public enum Ink {
  PLAIN(""),
  GOOD("32"),
  BAD("31"),
  BUSY("33"),
  HOPE("36"),
  FAINT("2"),
  STRONG("1");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** Of a state. */
  public static Ink of(State state) {
    return switch (state) {
      case HEALTHY -> GOOD;
      case DEGRADED, REMEDIATING -> BUSY;
      case ALERTED -> BAD;
      case RECOVERED -> HOPE;
    };
  }

  /** The text in this ink, or as it is where there are no colours. */
  public String on(Screen screen, String text) {
    boolean plain = screen.colours() == Screen.Colours.OFF || code.isEmpty() || text.isEmpty();
    return plain ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
