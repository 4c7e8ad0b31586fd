package dev.tocsin.runner.config;

import dev.tocsin.email.MailSettings;
import dev.tocsin.email.Route;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.runner.config.TargetSection.Draft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who is told of what: whatever may have to be told must have somebody to be told to. */
final class Routes {

  private final Fields mail;
  private final MailSettings settings;

  private Routes(Fields mail, MailSettings settings) {
    this.mail = mail;
    this.settings = settings;
  }

  /** Checks routes that are sound by themselves against the targets. */
  static void check(Item mail, MailSettings settings, List<Draft> drafts) {
    Routes routes = new Routes(Fields.of(mail, MailSection.SHAPE), settings);
    routes.lead(drafts.stream().flatMap(draft -> draft.name().stream()).toList());
    List<Target> targets = drafts.stream()
        .flatMap(draft -> draft.watch().stream())
        .map(watch -> watch.target())
        .toList();
    Set<Kind> untold = Set.copyOf(routes.mail.find(MailSection.UNTOLD).orElse(List.of()));
    EnumSet.complementOf(untold.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(untold))
        .forEach(kind -> routes.reach(kind, targets));
  }

  /** A name that means no target is a slip of the pen. */
  private void lead(List<String> names) {
    mail.find(MailSection.TO).orElse(List.of()).stream()
        .filter(Item::isMapping)
        .flatMap(entry ->
            Fields.of(entry, MailSection.RECIPIENT_SHAPE).item(MailSection.TARGETS).stream())
        .flatMap(item -> item.isList() ? item.entries().stream() : List.of(item).stream())
        .forEach(item -> lead(item, names));
  }

  private static void lead(Item item, List<String> names) {
    String pattern = item.text().orElseThrow();
    if (names.stream().noneMatch(name -> Target.isName(name) && Route.isMeant(pattern, name))) {
      item.problem("no target is named " + Item.quoted(pattern) + ", expected the name of one"
          + Spelling.hint(pattern, names));
    }
  }

  private void reach(Kind kind, List<Target> targets) {
    List<String> lost = targets.stream()
        .filter(target -> mayCome(kind, target.policy()))
        .map(Target::name)
        .filter(name ->
            settings.to().stream().noneMatch(one -> one.route().takes(kind, name, Telling.TOLD)))
        .toList();
    if (!lost.isEmpty()) {
      String word = MailSection.word(kind);
      String silence = MailSection.MAY_BE_UNTOLD.contains(kind)
          ? ", or 'untold: [" + word + "]' beside 'to'"
          : "";
      mail.at(MailSection.TO)
          .problem("nobody is told of " + word + " of " + Few.of(lost)
              + ", expected a recipient who is" + silence);
    }
  }

  private static boolean mayCome(Kind kind, Policy policy) {
    return switch (kind) {
      case GAVE_UP -> policy.remediation().isPresent();
      case REMINDER -> policy.remindEvery().isPresent();
      case ALERT, BLIND, SIGHT_BACK, RECOVERY -> true;
    };
  }
}
