package dev.tocsin.runner.demo.arms;

import java.time.LocalTime;

/** What a checker can see and do in the night. All of it is real: HTTP, a program, SMTP. */
public interface NightView {

  /** Whether the service answers as it should. */
  boolean isServiceUp();

  /** Whether the cluster says that the node is ready. */
  boolean isNodeReady();

  /** The time of the round. */
  LocalTime now();

  /** Restarts the service. */
  void restart();

  /** Mails this to the owner. */
  void mail(String subject);
}
