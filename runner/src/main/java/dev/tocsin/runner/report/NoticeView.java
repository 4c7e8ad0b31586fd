package dev.tocsin.runner.report;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notice of this round, as shown.
 *
 * @param kind what is told
 * @param key names it for ever
 * @param targets of whom
 * @param cause what they have in common, if there is one
 * @param outcome what became of it; absent in a rehearsal
 */
public record NoticeView(
    Notice.Kind kind,
    String key,
    List<String> targets,
    Optional<String> cause,
    Optional<OutcomeView> outcome) {

  static NoticeView of(Notice notice, Map<String, Outcome> outcomes) {
    return new NoticeView(
        notice.kind(),
        notice.key(),
        notice.members().stream().map(Notice.Member::target).toList(),
        notice.cause(),
        Optional.ofNullable(outcomes.get(notice.key())).map(OutcomeView::of));
  }
}
