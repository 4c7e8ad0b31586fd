package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Telling;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody is told of.
 *
 * @param targets their names, in which {@code *} stands for any letters; at least one
 * @param kinds what is told of them; at least one
 */
public record Route(List<String> targets, Set<Kind> kinds) {

  /** All that is told of anything. */
  public static final Route EVERYTHING = new Route(List.of("*"), EnumSet.allOf(Kind.class));

  public Route {
    targets = List.copyOf(targets);
    kinds = Set.copyOf(kinds);
    if (targets.isEmpty() || kinds.isEmpty()) {
      throw new IllegalArgumentException("a route leads nowhere");
    }
  }

  /** Whether a name is one that is meant. */
  public static boolean isMeant(String pattern, String target) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(target));
  }

  /**
   * Whether a notice about a target takes this route. The end of what nobody was told of is told
   * together with its beginning, to whoever gets either.
   *
   * @param begun how it stands with the notice of the beginning
   */
  public boolean takes(Kind kind, String target, Telling begun) {
    boolean wanted =
        kinds.contains(kind) || begun != Telling.TOLD && kinds.contains(beginning(kind));
    return wanted && targets.stream().anyMatch(pattern -> isMeant(pattern, target));
  }

  /** One of its members is enough. */
  boolean takes(Notice notice) {
    return notice.members().stream()
        .anyMatch(member -> takes(notice.kind(), member.target(), member.begun()));
  }

  /** Whether whoever gets a notice is told of this about its members too. */
  boolean leadsTo(Kind next, Notice notice) {
    return notice.members().stream().allMatch(member -> takes(next, member.target(), Telling.TOLD));
  }

  private static Kind beginning(Kind kind) {
    return switch (kind) {
      case RECOVERY -> Kind.ALERT;
      case SIGHT_BACK -> Kind.BLIND;
      case ALERT, GAVE_UP, REMINDER, BLIND -> kind;
    };
  }
}
