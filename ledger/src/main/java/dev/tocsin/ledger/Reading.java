package dev.tocsin.ledger;

import dev.tocsin.incident.Ledger;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import java.util.List;
import java.util.Objects;

/** What became of reading a ledger's document. */
public sealed interface Reading {

  /** As a store answers it. */
  Loaded at(Version version);

  /**
   * It is ours; what was damaged in it is forgotten, and said.
   *
   * @param damages what could not be read, one line each
   * @param remarks what a human should know, one line each
   */
  record Readable(Ledger ledger, List<String> damages, List<String> remarks) implements Reading {
    public Readable {
      Objects.requireNonNull(ledger);
      damages = List.copyOf(damages);
      remarks = List.copyOf(remarks);
    }

    @Override
    public Loaded at(Version version) {
      return new Loaded.Found(ledger, version, damages, remarks);
    }
  }

  /** It is newer than we are, or somebody else's: it must not be touched. */
  record Untouchable(String why) implements Reading {
    @Override
    public Loaded at(Version version) {
      return new Loaded.Unusable(why);
    }
  }
}
