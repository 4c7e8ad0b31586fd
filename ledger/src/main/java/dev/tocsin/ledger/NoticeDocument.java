package dev.tocsin.ledger;

import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The written form of notices that are not yet settled. */
final class NoticeDocument {

  private static final int MANY = 10_000;

  private NoticeDocument() {}

  static Optional<ArrayNode> write(List<Notice> notices) {
    if (notices.isEmpty()) {
      return Optional.empty();
    }
    ArrayNode list = Json.object().arrayNode();
    notices.forEach(notice -> list.add(write(notice).json()));
    return Optional.of(list);
  }

  /** One damaged notice is left out, and so is a second one of the same key; the rest stays. */
  static List<Notice> read(String where, JsonNode list, Findings findings) {
    if (!list.isArray()) {
      throw new Damage(where + " is no JSON list");
    }
    List<Notice> notices = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      try {
        Notice notice =
            Fields.of(where + "[" + i + "]", list.get(i)).checked(NoticeDocument::notice);
        if (!keys.add(notice.key())) {
          throw new Damage(where + "[" + i + "] repeats the key " + notice.key());
        }
        notices.add(notice);
      } catch (Damage e) {
        findings.damage(e.getMessage() + ": this notice is planned afresh if it is still owed");
      }
    }
    return notices;
  }

  /** The key says the first member, kind and number once more, for people. */
  private static Sheet write(Notice notice) {
    return new Sheet()
        .text("key", notice.key())
        .text("kind", Words.of(notice.kind()))
        .count("number", notice.number())
        .text("cause", notice.cause())
        .moment("planned", notice.planned())
        .count("tries", notice.tries())
        .moment("last_try", notice.lastTry(), notice.planned())
        .moment("claimed", notice.claimed())
        .texts("reached", notice.reached())
        .sheets("members", notice.members().stream().map(NoticeDocument::write).toList());
  }

  private static Notice notice(Fields fields) {
    Moment planned = fields.required("planned", fields.moment("planned"));
    return new Notice(
        fields.required("kind", fields.word("kind", Notice.Kind.class)),
        fields.objects("members", MANY).stream().map(NoticeDocument::member).toList(),
        fields.text("cause"),
        fields.count("number"),
        planned,
        fields.count("tries"),
        fields.moment("last_try").orElse(planned),
        fields.moment("claimed"),
        Set.copyOf(fields.texts("reached", MANY)));
  }

  private static Sheet write(Notice.Member member) {
    return new Sheet()
        .text("target", member.target())
        .text("about", member.about().toString())
        .text("since", Optional.of(member.since()))
        .text("until", member.until())
        .text("symptom", member.symptom())
        .text("why", member.why())
        .count("attempts", member.attempts())
        .count("relapses", member.relapses())
        .word("begun", member.begun(), Telling.NOT_DUE)
        .sheet("earlier", member.earlier().map(IncidentDocument::write))
        .texts("tried", member.tried().stream().map(Words::of).toList())
        .text("next", member.next());
  }

  private static Notice.Member member(Fields fields) {
    return new Notice.Member(
        fields.required("target", fields.text("target").filter(Target::isName)),
        fields.id("about"),
        fields.required("since", fields.instant("since")),
        fields.instant("until"),
        fields.text("symptom").orElse(""),
        fields.text("why").orElse(""),
        fields.count("attempts"),
        fields.count("relapses"),
        fields.word("begun", Telling.NOT_DUE),
        IncidentDocument.earlier(fields),
        fields.tried("tried", AttemptsDocument.CHARGES_AT_MOST),
        fields.instant("next"));
  }
}
