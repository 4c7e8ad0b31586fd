package dev.tocsin.scale;

import java.io.IOException;

/**
 * Somebody who does rounds.
 *
 * @param rounds does one, and says what it took
 */
record Contender(String name, Rounds rounds) {

  /** Does a round. */
  interface Rounds {
    Timed run(Cell.Round round) throws IOException;
  }

  Timed run(Cell.Round round) throws IOException {
    return rounds.run(round);
  }
}
