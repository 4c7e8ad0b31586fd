package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Member;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The least that a notice can say, for a server that will not take more: in ASCII, and without a
 * word from outside but the names of targets.
 *
 * @param subject one line
 * @param text plain text; lines end in a line feed
 */
record Essentials(String subject, String text) {

  private static final int NAMED = 10;

  static Essentials of(Notice notice, ZoneId zone, Wording wording) {
    List<Member> members = notice.members();
    int more = members.size() - 1;
    String subject = members.get(0).target()
        + (more > 0 ? " and " + more + " more: " : " ")
        + state(notice.kind());
    Stream<String> lines = members.stream()
        .limit(NAMED)
        .map(member -> member.target() + " " + state(notice.kind()) + ", since "
            + Spans.time(member.until().orElse(member.since()), zone));
    Stream<String> rest = Stream.of("and " + (members.size() - NAMED) + " more")
        .filter(none -> members.size() > NAMED);
    Stream<String> end = Stream.of(
        "",
        "The mail server refused to take all that there is to say. To read it:",
        "    tocsin status",
        "",
        "Notice: " + notice.key());
    return new Essentials(
        NoticeText.PREFIX + wording.mark() + subject,
        Stream.of(lines, rest, end)
            .flatMap(part -> part)
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static String state(Notice.Kind kind) {
    return switch (kind) {
      case ALERT -> "down";
      case GAVE_UP -> "down, gave up, a human is needed";
      case REMINDER -> "still down";
      case BLIND -> "not seen";
      case SIGHT_BACK -> "seen again";
      case RECOVERY -> "recovered";
    };
  }
}
