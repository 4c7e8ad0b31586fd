package dev.tocsin.examples.property;

/** What a checker can see and do at home. */
public interface Home {

  /** Whether the service answers. */
  boolean answers();

  /** Whether the node that it runs on is ready. */
  boolean isNodeReady();

  /** Restarts the service. */
  void restart();

  /** Mails this to whoever lives here. */
  void mail(String subject);
}
