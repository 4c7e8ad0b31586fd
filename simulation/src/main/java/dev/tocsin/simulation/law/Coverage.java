package dev.tocsin.simulation.law;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.Rhythm;
import dev.tocsin.incident.Transition;
import dev.tocsin.simulation.world.Step;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What was reached at all: a proof that never comes near a rule proves nothing of it. */
public final class Coverage {

  private final Set<Transition> rows = new HashSet<>();
  private final Set<Reason.Code> reasons = EnumSet.noneOf(Reason.Code.class);
  private final Set<Notice.Kind> told = EnumSet.noneOf(Notice.Kind.class);
  private final Set<Act.Mode> modes = EnumSet.noneOf(Act.Mode.class);
  private final Set<Rhythm> rhythms = EnumSet.noneOf(Rhythm.class);
  private final Set<Sometimes> sometimes = EnumSet.noneOf(Sometimes.class);

  /** Takes in one step. */
  public void add(Step step) {
    step.rounds().forEach(round -> round.report().flatMap(r -> r.plan()).ifPresent(this::add));
    step.mails().forEach(mail -> told.add(mail.kind()));
    for (Sometimes one : Sometimes.values()) {
      if (!sometimes.contains(one) && one.happened(step)) {
        sometimes.add(one);
      }
    }
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

  /** Everything that was never reached, by name; empty is good. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    Transition.all().stream().filter(r -> !rows.contains(r)).forEach(r -> missing.add("row " + r));
    EnumSet.complementOf(EnumSet.copyOf(reasons)).forEach(r -> missing.add("reason " + r));
    EnumSet.complementOf(EnumSet.copyOf(told)).forEach(k -> missing.add("notice " + k));
    EnumSet.complementOf(EnumSet.copyOf(modes)).forEach(m -> missing.add("mode " + m));
    EnumSet.complementOf(EnumSet.copyOf(rhythms)).forEach(r -> missing.add("rhythm " + r));
    EnumSet.complementOf(EnumSet.copyOf(sometimes)).forEach(s -> missing.add("sometimes " + s));
    return missing;
  }
}
