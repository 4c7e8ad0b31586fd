package dev.tocsin.email;

import java.io.IOException;

/** Something of ours that a conversation needs cannot be used; the message names the place. */
final class Unusable extends IOException {

  private static final long serialVersionUID = 1;

  Unusable(String message) {
    super(message);
  }
}
