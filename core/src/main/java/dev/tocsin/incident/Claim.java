package dev.tocsin.incident;

import java.util.Optional;

/** Who may touch an intent: the round that wrote it, until its claim ends. */
final class Claim {

  private static final int ROUNDS = 2;

  private Claim() {}

  /** One interval <em>and</em> two rounds after it began, a claim has ended. */
  static boolean alive(Optional<Moment> claimed, Now now) {
    return claimed
        .filter(since ->
            !now.passed(now.interval(), since) || now.moment().round() - since.round() < ROUNDS)
        .isPresent();
  }
}
