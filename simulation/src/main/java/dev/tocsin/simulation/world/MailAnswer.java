package dev.tocsin.simulation.world;

import dev.tocsin.incident.Outcome;

/** What the mail server does with every mail, phase by phase. */
public enum MailAnswer {
  /** It delivers. */
  FINE("fine", true, new Outcome.Done("250 accepted")),
  /** Nobody answers. F27 */
  DOWN("down", false, new Outcome.NotDone("connection refused")),
  /** Its certificate is another host's. F28 */
  BAD_TLS("bad tls", false, new Outcome.Refused("the certificate is of another host")),
  /** The password is wrong. F29 */
  REFUSES_LOGIN("refuses login", false, new Outcome.Refused("535 authentication failed")),
  /** Try later. F30 */
  GREYLISTS("greylists", false, new Outcome.NotDone("451 greylisted")),
  /** Everybody is refused for good. F31 */
  REJECTS("rejects", false, new Outcome.Rejected("550 no such mailbox")),
  /** The connection breaks before the final dot. F05 */
  BREAKS_OFF("breaks off", false, new Outcome.NotDone("broken off before the final dot")),
  /** It delivers, and the answer is lost. F33 */
  LOSES_ANSWERS("loses answers", true, new Outcome.Unclear("no answer after the final dot")),
  /** It delivers nothing, and the answer is lost. F33 */
  LOSES_MAILS("loses mails", false, new Outcome.Unclear("no answer after the final dot")),
  /** A byte a minute: the time is over before it ends. F34 */
  TARPIT("tarpit", false, new Outcome.NotDone("the time was over before the final dot"));

  private final String word;
  private final boolean delivered;
  private final Outcome outcome;

  MailAnswer(String word, boolean delivered, Outcome outcome) {
    this.word = word;
    this.delivered = delivered;
    this.outcome = outcome;
  }

  /** In a story. */
  public String word() {
    return word;
  }

  boolean delivered() {
    return delivered;
  }

  Outcome outcome() {
    return outcome;
  }
}
