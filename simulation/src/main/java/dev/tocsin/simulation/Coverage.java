package dev.tocsin.simulation;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.Rhythm;
import dev.tocsin.incident.Transition;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What was reached at all: a proof that never comes near a rule proves nothing of it. */
final class Coverage {

  private final Set<Transition> rows = new HashSet<>();
  private final Set<Reason.Code> reasons = EnumSet.noneOf(Reason.Code.class);
  private final Set<Notice.Kind> told = EnumSet.noneOf(Notice.Kind.class);
  private final Set<Act.Mode> modes = EnumSet.noneOf(Act.Mode.class);
  private final Set<Rhythm> rhythms = EnumSet.noneOf(Rhythm.class);
  private final Set<String> sometimes = new TreeSet<>();

  void add(Stage stage) {
    Step step = stage.last().orElseThrow();
    step.plans().forEach(this::add);
    step.deliveries().forEach(d -> told.add(d.notice().kind()));
    for (Sometimes one : Sometimes.values()) {
      if (!sometimes.contains(one.name()) && one.happened(step)) {
        sometimes.add(one.name());
      }
    }
  }

  /** Everything that was never reached, by name; empty is good. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    Transition.all().stream().filter(r -> !rows.contains(r)).forEach(r -> missing.add("row " + r));
    EnumSet.complementOf(EnumSet.copyOf(reasons)).forEach(r -> missing.add("reason " + r));
    EnumSet.complementOf(EnumSet.copyOf(told)).forEach(k -> missing.add("notice " + k));
    EnumSet.complementOf(EnumSet.copyOf(modes)).forEach(m -> missing.add("mode " + m));
    EnumSet.complementOf(EnumSet.copyOf(rhythms)).forEach(r -> missing.add("rhythm " + r));
    for (Sometimes one : Sometimes.values()) {
      if (!sometimes.contains(one.name())) {
        missing.add("sometimes " + one);
      }
    }
    return missing;
  }

  private void add(Plan plan) {
    rhythms.add(plan.rhythm());
    plan.acts().forEach(act -> modes.add(act.mode()));
    plan.decisions().forEach(this::add);
  }

  private void add(Decision decision) {
    rows.addAll(decision.path());
    reasons.add(decision.reason().code());
    decision.holds().forEach(hold -> reasons.add(hold.code()));
  }
}
