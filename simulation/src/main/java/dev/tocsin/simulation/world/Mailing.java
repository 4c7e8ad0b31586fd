package dev.tocsin.simulation.world;

import java.time.Duration;

/** How the mail server and the API server's writes are. */
final class Mailing {

  private MailAnswer mail = MailAnswer.FINE;
  private Duration takes = Duration.ZERO;
  private RepairAnswer repair = RepairAnswer.FINE;

  Mailing copy() {
    Mailing copy = new Mailing();
    copy.mail = mail;
    copy.takes = takes;
    copy.repair = repair;
    return copy;
  }

  void mail(MailAnswer answer) {
    mail = answer;
  }

  void takes(Duration span) {
    takes = span;
  }

  void repair(RepairAnswer answer) {
    repair = answer;
  }

  MailAnswer mail() {
    return mail;
  }

  Duration takes() {
    return takes;
  }

  RepairAnswer repair() {
    return repair;
  }

  void mend() {
    mail = MailAnswer.FINE;
    takes = Duration.ZERO;
    repair = RepairAnswer.FINE;
  }
}
