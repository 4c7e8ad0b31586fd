package dev.tocsin.runner.report;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Recovery;
import dev.tocsin.incident.Sight;
import dev.tocsin.incident.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that is to be told of a target and is not known to have been told.
 *
 * @param kind what is told
 * @param to who does not have it yet, by the name in the configuration
 * @param tries how often it may have got through already
 */
public record OwedView(Notice.Kind kind, List<String> to, int tries) {

  /** All that is owed of one target. */
  static List<OwedView> of(Memory memory, Ledger ledger, Recipients recipients) {
    return kinds(memory).stream()
        .map(kind -> of(
            kind,
            notice(kind, memory.target(), ledger),
            recipients.of(kind, memory.target(), begun(kind, memory))))
        .toList();
  }

  private static OwedView of(Notice.Kind kind, Optional<Notice> out, List<String> recipients) {
    List<String> to = recipients.stream()
        .filter(r -> out.filter(n -> n.reached().contains(r)).isEmpty())
        .toList();
    return new OwedView(kind, to, out.map(Notice::tries).orElse(0));
  }

  /** How it stands with the beginning of what has ended. */
  private static Telling begun(Notice.Kind kind, Memory memory) {
    Optional<Telling> begun = kind == Notice.Kind.RECOVERY
        ? memory.recovery().map(Recovery::alert)
        : memory.sight().blindness().map(Sight.Blindness::blind);
    return begun.orElse(Telling.TOLD);
  }

  private static List<Notice.Kind> kinds(Memory memory) {
    List<Notice.Kind> kinds = new ArrayList<>();
    memory.incident().ifPresent(i -> {
      add(kinds, Notice.Kind.ALERT, i.alert());
      add(kinds, Notice.Kind.GAVE_UP, i.gaveUp());
      add(kinds, Notice.Kind.REMINDER, i.reminder());
    });
    memory.sight().blindness().ifPresent(b -> add(kinds, b));
    memory.recovery().ifPresent(r -> kinds.add(Notice.Kind.RECOVERY));
    return kinds;
  }

  private static void add(List<Notice.Kind> kinds, Notice.Kind kind, Telling telling) {
    if (telling == Telling.OWED) {
      kinds.add(kind);
    }
  }

  /** The end of a blindness replaces its beginning. */
  private static void add(List<Notice.Kind> kinds, Sight.Blindness blindness) {
    if (blindness.sightBack() == Telling.OWED) {
      kinds.add(Notice.Kind.SIGHT_BACK);
    } else {
      add(kinds, Notice.Kind.BLIND, blindness.blind());
    }
  }

  private static Optional<Notice> notice(Notice.Kind kind, String target, Ledger ledger) {
    return ledger.notices().stream()
        .filter(n -> n.kind() == kind)
        .filter(n -> n.members().stream().anyMatch(m -> m.target().equals(target)))
        .findFirst();
  }

  String text() {
    return kind + " to " + String.join(", ", to) + (tries > 0 ? " (tried " + tries + "x)" : "");
  }
}
