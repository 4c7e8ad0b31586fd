package dev.tocsin.round;

import dev.tocsin.incident.Ledger;
import java.util.List;
import java.util.Objects;

/** Port: where the ledger is kept. */
public interface IncidentStore {

  /** Reads the ledger. Writes nothing. */
  Loaded load();

  /**
   * Replaces the ledger, if nobody touched it since.
   *
   * @param next what to write
   * @param base the version it is based on
   */
  Written write(Ledger next, Version base);

  /** Tells one content of the store from another. */
  record Version(String token) {
    /** There is no ledger yet. */
    public static final Version ABSENT = new Version("");
  }

  /** What became of reading. */
  sealed interface Loaded {

    /**
     * There is an answer; absent is one, and so is damaged.
     *
     * @param damages what could not be read, one line each; it is put aside when it is replaced
     * @param remarks what a human should know, one line each
     */
    record Found(Ledger ledger, Version version, List<String> damages, List<String> remarks)
        implements Loaded {
      public Found {
        Objects.requireNonNull(ledger);
        Objects.requireNonNull(version);
        damages = List.copyOf(damages);
        remarks = List.copyOf(remarks);
      }

      public Found(Ledger ledger, Version version) {
        this(ledger, version, List.of(), List.of());
      }
    }

    /** No answer, or a ledger that we must not touch: newer than us, or somebody else's. */
    record Unusable(String why) implements Loaded {}
  }

  /** What became of writing. */
  sealed interface Written {

    /** It is written down. */
    record At(Version version) implements Written {}

    /** Somebody wrote in between: nothing was written. */
    record Superseded() implements Written {}

    /** It is not known to be written. */
    record Failed(String why) implements Written {}
  }
}
