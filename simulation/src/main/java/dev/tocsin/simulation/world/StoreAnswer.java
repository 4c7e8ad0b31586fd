package dev.tocsin.simulation.world;

/** What the place of the ledger answers. */
public enum StoreAnswer {
  /** It reads and writes. */
  FINE("fine"),
  /** It answers nothing at all. F12, F14, F15, F20 */
  DOWN("down"),
  /** It is read, and no write succeeds: 403, quota. F23 */
  READ_ONLY("read-only"),
  /** Every write is done, and its answer is lost. F19 */
  LOSES_ANSWERS("losing answers"),
  /** No write is done, and its answer is lost. F19 */
  LOSES_WRITES("losing writes"),
  /** Somebody touches the document between every read and write. F21 */
  TOUCHED("touched in every round"),
  /** Its schema is newer than we are. F41 */
  NEWER("newer than we are");

  private final String word;

  StoreAnswer(String word) {
    this.word = word;
  }

  /** In a story. */
  public String word() {
    return word;
  }
}
