package dev.tocsin.ledger;

/** Something written down that cannot be what we wrote; the message says where and what. */
final class Damage extends RuntimeException {

  private static final long serialVersionUID = 1;

  Damage(String message) {
    super(message, null, false, false);
  }
}
