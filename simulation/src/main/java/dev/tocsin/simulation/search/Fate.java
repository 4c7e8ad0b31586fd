package dev.tocsin.simulation.search;

import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.RepairAnswer;

/** What becomes of the mails, or of the repairs, of a turn. */
public enum Fate {
  /** It takes effect and says so. */
  DONE("+", MailAnswer.FINE, RepairAnswer.FINE),
  /** It takes no effect and says so. */
  NOT_DONE("-", MailAnswer.DOWN, RepairAnswer.THROTTLED),
  /** It refuses until somebody changes something. */
  REFUSED("x", MailAnswer.REFUSES_LOGIN, RepairAnswer.FORBIDDEN),
  /** It refuses a notice for good; a repair as above. */
  REJECTED("X", MailAnswer.REJECTS, RepairAnswer.FORBIDDEN),
  /** It takes effect, and the answer is lost. */
  LOST_DONE("?", MailAnswer.LOSES_ANSWERS, RepairAnswer.LOSES_ANSWERS),
  /** It takes no effect, and the answer is lost. */
  LOST("!", MailAnswer.LOSES_MAILS, RepairAnswer.LOST);

  private final String mark;
  private final MailAnswer mail;
  private final RepairAnswer repair;

  Fate(String mark, MailAnswer mail, RepairAnswer repair) {
    this.mark = mark;
    this.mail = mail;
    this.repair = repair;
  }

  String mark() {
    return mark;
  }

  MailAnswer mail() {
    return mail;
  }

  RepairAnswer repair() {
    return repair;
  }
}
