package dev.tocsin.email;

import dev.tocsin.email.Message.Command;
import dev.tocsin.email.Message.Fact;
import dev.tocsin.email.Message.Part;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
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

  static final String PREFIX = "[tocsin] ";
  private static final int SUBJECT_LIMIT = 180;

  /** More commands than these nobody reads. */
  private static final int HINTED = 3;

  /** Of more targets than these, each is a line. */
  private static final int AT_LENGTH = 3;

  /** More lines than these nobody reads, and no mail grows beyond them. */
  private static final int LINES = 50;

  private static final int WAYS = 10;

  /** Whether who reads it is told how it goes on. */
  enum Sequel {
    TOLD,
    /** Of the end alone: not that a human is needed. */
    END_TOLD,
    UNTOLD
  }

  static NoticeText of(Notice notice, ZoneId zone, Wording wording, Sequel sequel) {
    Message message = message(notice, zone, wording, sequel);
    Templates templates = wording.templates();
    return new NoticeText(
        PREFIX + Plain.text(message.headline(), SUBJECT_LIMIT),
        templates.text(message),
        templates.html(message));
  }

  private static Message message(Notice notice, ZoneId zone, Wording wording, Sequel sequel) {
    List<MemberWords> members =
        notice.members().stream().map(m -> new MemberWords(notice, m, zone)).toList();
    boolean over = notice.members().stream().allMatch(m -> m.until().isPresent());
    boolean many = members.size() > AT_LENGTH;
    return new Message(
        wording.mark() + Plain.text(Headline.of(notice, zone)),
        over,
        many,
        many ? lines(members) : members.stream().map(MemberWords::part).toList(),
        over && many ? List.of() : doing(notice, members),
        members.stream()
            .map(m -> meaning(m, sequel))
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList(),
        over ? List.of() : commands(notice, wording),
        facts(notice, zone));
  }

  /** No mail promises what is not sent. */
  private static String meaning(MemberWords member, Sequel sequel) {
    return switch (sequel) {
      case TOLD -> (member.meaning() + " " + member.promise()).strip();
      case END_TOLD -> (member.meaning() + " " + member.promiseOfEnd()).strip();
      case UNTOLD -> member.meaning();
    };
  }

  private static List<Part> lines(List<MemberWords> members) {
    List<Part> lines = new ArrayList<>();
    members.stream().limit(LINES).map(MemberWords::brief).forEach(lines::add);
    int more = members.size() - LINES;
    if (more > 0) {
      lines.add(new Part("", List.of("and " + more + " more"), List.of(), List.of()));
    }
    return lines;
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
            .limit(WAYS)
            .map(e -> named(e.getValue()) + ": " + e.getKey())
            .toList();
  }

  private static String named(List<String> targets) {
    int more = targets.size() - WAYS;
    return String.join(", ", targets.subList(0, Math.min(WAYS, targets.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static List<Command> commands(Notice notice, Wording wording) {
    List<Command> commands = new ArrayList<>();
    notice.members().stream()
        .limit(HINTED)
        .flatMap(m -> wording.hints(m.target()).stream())
        .distinct()
        .forEach(hint -> commands.add(new Command(Plain.text(hint), "what is there")));
    commands.add(new Command(wording.command("explain"), "what the next round would do, and why"));
    String target = Plain.text(notice.members().get(0).target());
    commands.add(
        new Command(wording.command("pause " + target + " --for 2h"), "no mail, no repair"));
    return commands;
  }

  private static boolean isUntouched(Notice notice) {
    boolean blindness = notice.kind() == Kind.BLIND || notice.kind() == Kind.SIGHT_BACK;
    return !blindness && notice.members().stream().allMatch(m -> m.attempts() == 0);
  }

  private static List<Fact> facts(Notice notice, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    if (notice.members().size() > 1) {
      notice.cause().ifPresent(cause -> facts.add(new Fact("In common", Plain.text(cause))));
    }
    if (notice.members().size() > AT_LENGTH && isUntouched(notice)) {
      facts.add(new Fact("Tried", "nothing before"));
    }
    facts.add(new Fact("Written", Spans.time(notice.planned().at(), zone)));
    facts.add(new Fact("Notice", notice.key()));
    return facts;
  }
}
