package dev.tocsin.k8s.night;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A mail server that takes everything, from whoever is still alive. */
final class Mailbox implements Effects {

  private final List<Notice> mails = new ArrayList<>();
  private volatile BooleanSupplier senderLives = () -> true;

  /** Asked before each mail: a round that was killed sends none. */
  void senderLives(BooleanSupplier lives) {
    senderLives = lives;
  }

  synchronized List<Notice> mails() {
    return List.copyOf(mails);
  }

  long of(Notice.Kind kind) {
    return mails().stream().filter(mail -> mail.kind() == kind).count();
  }

  /** All that a mail of this kind says is done, and why. */
  List<String> why(Notice.Kind kind) {
    return mails().stream()
        .filter(mail -> mail.kind() == kind)
        .flatMap(mail -> mail.members().stream())
        .map(Notice.Member::why)
        .toList();
  }

  @Override
  public synchronized Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    if (!senderLives.getAsBoolean()) {
      return new Outcome.NotDone("killed");
    }
    mails.add(notice.intent());
    return new Outcome.Done("250 accepted");
  }
}
