package dev.tocsin.email;

import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a member stands as it does, by the rule's own words.
 *
 * @param code what that comes to for a reader
 * @param facts what follows the rule's words
 */
record Why(Code code, String facts) {

  private static final Pattern CLAUSE =
      Pattern.compile("([^:;]* (?:is|are|has|have|was|were|cannot|may) [^:;]*)(?:[:;].*)?");

  /** What a reader wants to know first. */
  enum Code {
    REPAIRING,
    HELD,
    UNREPAIRED,
    GAVE_UP,
    OTHER
  }

  static Why of(Member member) {
    return after(member, Reason.Code.REMEDIATING, Code.REPAIRING)
        .or(() -> after(member, Reason.Code.HELD, Code.HELD))
        .or(() -> after(member, Reason.Code.NO_REMEDIATION, Code.UNREPAIRED))
        .or(() -> after(member, Reason.Code.GAVE_UP, Code.GAVE_UP))
        .orElse(new Why(Code.OTHER, member.why()));
  }

  private static Optional<Why> after(Member member, Reason.Code rule, Code code) {
    String words = rule.words();
    boolean alone = member.why().equals(words);
    return alone || member.why().startsWith(words + ": ")
        ? Optional.of(new Why(code, alone ? "" : member.why().substring(words.length() + 2)))
        : Optional.empty();
  }

  /** What holds it, where that is a clause with a verb; its reasons are left out. */
  Optional<String> clause() {
    Matcher clause = CLAUSE.matcher(facts);
    return code == Code.HELD && clause.matches()
        ? Optional.of(clause.group(1).strip().replaceFirst("\\.$", ""))
        : Optional.empty();
  }
}
