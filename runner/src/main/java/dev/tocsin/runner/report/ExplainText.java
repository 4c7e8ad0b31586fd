package dev.tocsin.runner.report;

import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.runner.report.ExplainView.Entry;
import dev.tocsin.runner.report.ExplainView.Fact;
import dev.tocsin.runner.report.Table.Cell;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What would be done now and why, as a paragraph per target. */
public final class ExplainText {

  private final Screen screen;
  private final Words words;
  private final Set<String> usual;

  private ExplainText(Screen screen, Words words, Set<String> usual) {
    this.screen = screen;
    this.words = words;
    this.usual = usual;
  }

  /**
   * Each line ends in a line break.
   *
   * @param usual the names of preconditions that share a line as long as they are met
   */
  public static String of(ExplainView view, Screen screen, Words words, Set<String> usual) {
    ExplainText text = new ExplainText(screen, words, usual);
    String entries = view.targets().stream().map(text::entry).collect(Collectors.joining("\n"));
    String remarks =
        view.remarks().stream().map(r -> "remark: " + r + "\n").collect(Collectors.joining());
    return text.head(view) + entries + remarks;
  }

  private String head(ExplainView view) {
    return view.roundAt().isAfter(view.at())
        ? "A round now would be too soon after the last one to count. Explained is the next, "
            + words.coming(view.roundAt())
            + ", if it sees what is seen now.\n\n"
        : "";
  }

  private String entry(Entry entry) {
    Ink ink = Ink.of(entry.states().get(entry.states().size() - 1));
    String head = Ink.STRONG.on(screen, entry.target())
        + ": "
        + ink.on(screen, Words.path(entry.states()))
        + entry.since().map(s -> ", since " + words.past(s)).orElse("");
    Table table = new Table();
    facts(entry, table);
    decision(entry, table);
    return head + "\n" + table.on(screen);
  }

  private void facts(Entry entry, Table table) {
    row(table, "seen", seen(entry));
    entry.blindSince().ifPresent(t -> row(table, "blind", "since " + words.past(t)));
    entry.preconditions().stream()
        .filter(fact -> !isUsual(fact))
        .forEach(fact -> row(table, "needs", fact(fact)));
    List<String> met =
        entry.preconditions().stream().filter(this::isUsual).map(Fact::name).toList();
    if (!met.isEmpty()) {
      row(table, "needs", String.join(", ", met) + ": " + Words.of(Verdict.MET));
    }
  }

  private static String seen(Entry entry) {
    String cause = entry.seen().cause().map(c -> " (" + c.words() + ")").orElse("");
    String seen = Words.of(entry.seen().kind()) + cause;
    return entry.seen().detail().isEmpty() ? seen : seen + ": " + entry.seen().detail();
  }

  private boolean isUsual(Fact fact) {
    return fact.verdict() == Verdict.MET && usual.contains(fact.name());
  }

  private static String fact(Fact fact) {
    boolean says = fact.detail().startsWith(fact.name());
    String name = fact.name() + ": " + Words.of(fact.verdict());
    return says ? fact.detail() : name + ", " + fact.detail();
  }

  private void decision(Entry entry, Table table) {
    String decision = entry.reason().text(words);
    if (!decision.equals(seen(entry))) {
      row(table, "decision", decision);
    }
    entry.attempt().ifPresent(a -> row(table, "would do", a.text()));
    entry.holds().stream().skip(1).forEach(h -> row(table, "also held", h.text(words)));
    if (!entry.holds().isEmpty()) {
      row(table, "earliest", earliest(entry));
    }
    entry.budget().ifPresent(b -> row(table, "budget", budget(b)));
    entry.owed().forEach(o -> row(table, "owed", owed(entry, o)));
  }

  private String earliest(Entry entry) {
    String time = entry.earliest().map(words::coming).orElse("");
    String needs =
        entry.needs().stream().map(need -> name(need, entry)).collect(Collectors.joining("; "));
    if (needs.isEmpty()) {
      return time;
    }
    return (time.isEmpty() ? "" : "not before " + time + "; ") + "needs: " + needs;
  }

  /** A precondition by its name, for its detail stands above. */
  private static String name(String need, Entry entry) {
    return entry.preconditions().stream()
        .filter(fact -> fact.detail().equals(need))
        .map(Fact::name)
        .findFirst()
        .orElse(need);
  }

  private static String budget(BudgetView budget) {
    return "%d of %d attempts left in an incident, %d of %d in %s"
        .formatted(
            budget.incidentLeft(),
            budget.incidentOf(),
            budget.windowLeft(),
            budget.windowOf(),
            Words.span(Duration.ofSeconds(budget.windowSeconds())));
  }

  private static String owed(Entry entry, OwedView owed) {
    String when = entry.wouldTell().contains(owed.kind()) ? ", would be told now" : ", waits";
    return owed.text() + when;
  }

  private static void row(Table table, String what, String text) {
    table.row(new Cell("  " + what, Ink.FAINT), Cell.of(text));
  }
}
