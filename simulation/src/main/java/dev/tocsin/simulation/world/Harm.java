package dev.tocsin.simulation.world;

/** What can be done to a ledger between rounds. */
public enum Harm {
  /** It is not there any more. F39 */
  DELETED("deleted"),
  /** It is no ledger any more. F40 */
  DAMAGED("damaged"),
  /** It is again what it was ten writes ago, or the oldest we have. F46 */
  RESTORED("restored"),
  /** Somebody wrote it as it was: another version of the same. F21 */
  TOUCHED("touched");

  private final String word;

  Harm(String word) {
    this.word = word;
  }

  /** In a story. */
  public String word() {
    return word;
  }

  /** Whether something that was remembered is not any more. */
  public boolean forgets() {
    return this != TOUCHED;
  }
}
