package dev.tocsin.runner.demo.arms;

/** Watches the service, every five minutes; between the rounds it knows what is in its fields. */
@FunctionalInterface
public interface Checker {

  /** One round. */
  void round(NightView world);
}
