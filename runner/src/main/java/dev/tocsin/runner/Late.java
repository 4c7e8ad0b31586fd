package dev.tocsin.runner;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a teller with the first notice: a round that tells nobody loads nothing of mail. */
final class Late implements Deeds.Teller {

  private final Supplier<Deeds.Teller> make;
  private Optional<Deeds.Teller> made = Optional.empty();

  Late(Supplier<Deeds.Teller> make) {
    this.make = make;
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return teller().tell(notice, deadline);
  }

  private synchronized Deeds.Teller teller() {
    Deeds.Teller teller = made.orElseGet(make);
    made = Optional.of(teller);
    return teller;
  }
}
