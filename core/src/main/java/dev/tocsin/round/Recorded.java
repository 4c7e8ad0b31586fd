package dev.tocsin.round;

import dev.tocsin.incident.Intent;

/**
 * An intent that is written down. Only {@link Saved} makes one, so nothing can be done that is not
 * remembered.
 */
public final class Recorded<I extends Intent> {

  private final I intent;

  Recorded(I intent) {
    this.intent = intent;
  }

  public I intent() {
    return intent;
  }

  public String key() {
    return intent.key();
  }
}
