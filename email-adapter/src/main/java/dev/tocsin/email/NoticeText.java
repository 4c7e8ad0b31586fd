package dev.tocsin.email;

import dev.tocsin.email.Message.Command;
import dev.tocsin.email.Message.Fact;
import dev.tocsin.incident.Notice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A notice in words. A pure function of the notice and of what is configured, so that a resend has
 * the same words.
 *
 * @param subject one line
 * @param text plain text; lines end in a line feed
 * @param html the same for who reads it so; lines end in a line feed
 */
record NoticeText(String subject, String text, String html) {

  private static final String PREFIX = "[tocsin] ";
  private static final int SUBJECT_LIMIT = 180;

  /** More commands than these nobody reads. */
  private static final int SHOWN = 3;

  static NoticeText of(Notice notice, ZoneId zone, Wording wording) {
    Message message = message(notice, zone, wording);
    Templates templates = wording.templates();
    return new NoticeText(
        PREFIX + Plain.text(message.headline(), SUBJECT_LIMIT),
        templates.text(message),
        templates.html(message));
  }

  private static Message message(Notice notice, ZoneId zone, Wording wording) {
    List<MemberWords> members =
        notice.members().stream().map(m -> new MemberWords(notice, m, zone)).toList();
    boolean over = notice.members().stream().allMatch(m -> m.until().isPresent());
    return new Message(
        wording.mark() + Plain.text(Headline.of(notice)),
        over,
        members.stream().map(MemberWords::part).toList(),
        doing(notice, members),
        members.stream().map(MemberWords::meaning).distinct().toList(),
        over ? List.of() : commands(notice, wording),
        facts(notice, zone));
  }

  /** What is done about several is said of all at once where it is the same. */
  private static List<String> doing(Notice notice, List<MemberWords> members) {
    Map<String, List<String>> about = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      String target = Plain.text(notice.members().get(i).target());
      members
          .get(i)
          .doing()
          .ifPresent(
              done -> about.computeIfAbsent(done, none -> new ArrayList<>()).add(target));
    }
    return about.size() < 2
        ? List.copyOf(about.keySet())
        : about.entrySet().stream()
            .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
            .toList();
  }

  private static List<Command> commands(Notice notice, Wording wording) {
    List<Command> commands = new ArrayList<>();
    notice.members().stream()
        .limit(SHOWN)
        .flatMap(m -> wording.hints(m.target()).stream())
        .distinct()
        .forEach(hint -> commands.add(new Command(Plain.text(hint), "what is there")));
    commands.add(new Command(wording.command("explain"), "what the next round would do, and why"));
    String target = Plain.text(notice.members().get(0).target());
    commands.add(
        new Command(wording.command("pause " + target + " --for 2h"), "no mail, no repair"));
    return commands;
  }

  private static List<Fact> facts(Notice notice, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    if (notice.members().size() > 1) {
      notice.cause().ifPresent(cause -> facts.add(new Fact("In common", Plain.text(cause))));
    }
    facts.add(new Fact("Written", Spans.time(notice.planned().at(), zone)));
    facts.add(new Fact("Notice", notice.key()));
    return facts;
  }
}
