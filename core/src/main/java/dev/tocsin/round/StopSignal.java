package dev.tocsin.round;

/** Whether the round was told to stop: no effect starts after that. */
@FunctionalInterface
public interface StopSignal {

  /** Nobody ever stops the round. */
  StopSignal NEVER = () -> false;

  boolean requested();
}
