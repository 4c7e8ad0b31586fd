package dev.tocsin.runner.config;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Target;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Asked;
import dev.tocsin.runner.config.Configuration.Watch;
import dev.tocsin.runner.config.RemediationSection.Repair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One entry of {@code targets}. */
record TargetSection(Fields defaults, ProbeSection probes, RemediationSection remediations) {

  static final Key<String> NAME = Key.required(
      "name",
      Type.scalar(
          "a DNS label: lower-case letters, digits and hyphens, at most 63",
          text -> Optional.of(text).filter(Target::isName)),
      "By which the target is remembered: renaming it begins anew.");
  static final Key<Item> CHECK =
      Key.required("check", Type.later("a mapping, see `check`"), "How it is looked at.");
  static final Key<List<Item>> PRECONDITIONS = Key.optional(
      "preconditions",
      Type.later("a mapping, see `preconditions`").list(),
      "none",
      "What must hold before it is repaired. Telling never waits for it.");
  static final Key<Item> REMEDIATION = Key.optional(
      "remediation",
      Type.later("a mapping, see `remediation`, or a list, see `steps`"),
      "only told",
      "How it is repaired.");
  static final Shape SHAPE =
      Shape.of("targets", NAME, CHECK, PRECONDITIONS, REMEDIATION).and(Knobs.SHAPE);

  static final Key<String> ASKED_NAME = Key.optional(
      "name",
      Scalars.label(),
      "made of the probe, such as `tcp still-fawn:22`",
      "What must hold, in words; each once in a target.");
  static final Key<List<String>> AFTER = Key.optional(
      "after",
      NAME.type().oneOrMore(),
      "–",
      "A target that must be healthy and passing. Excludes the probes.");
  static final Shape ASKED_SHAPE =
      Shape.of("preconditions", ASKED_NAME, AFTER).and(ProbeSection.SHAPE);

  /**
   * A target whose references are not yet followed.
   *
   * @param name as written, a DNS label or not
   * @param at where the name stands
   * @param after the targets it waits for, and where that is said
   * @param watch absent: something is wrong with it
   */
  record Draft(Optional<String> name, Item at, Map<String, Item> after, Optional<Watch> watch) {}

  Draft read(Item item) {
    Fields fields = Fields.over(defaults, item, SHAPE);
    Optional<Policy> policy = Knobs.read(fields);
    Optional<Probe> check = fields.item(CHECK).flatMap(probes::read);
    Optional<Repair> repair = fields.item(REMEDIATION).flatMap(remediations::read);
    Map<String, Item> after = new TreeMap<>();
    List<Asked> asked = preconditions(fields, after);
    Optional<Watch> watch = fields.isSound() && policy.isPresent() && check.isPresent()
        ? Optional.of(new Watch(
            new Target(
                fields.value(NAME),
                repair.map(r -> policy.get().remediation(r.remediation())).orElse(policy.get()),
                after.keySet()),
            check.get(),
            asked,
            repair.map(Repair::remedies).orElse(List.of())))
        : Optional.empty();
    return new Draft(fields.item(NAME).flatMap(Item::text), fields.at(NAME), after, watch);
  }

  private List<Asked> preconditions(Fields fields, Map<String, Item> after) {
    if (fields.has(PRECONDITIONS) && !fields.has(REMEDIATION) && !fields.isStrange()) {
      fields
          .at(PRECONDITIONS)
          .problem("preconditions without a remediation hold nothing back,"
              + " expected 'remediation' beside them: telling never waits");
    }
    Set<String> names = new HashSet<>();
    List<Asked> asked = new ArrayList<>();
    for (Item entry : fields.item(PRECONDITIONS).map(Item::entries).orElse(List.of())) {
      precondition(entry, after).ifPresent(one -> {
        if (!names.add(one.name())) {
          entry.problem("two preconditions are named " + Item.quoted(one.name())
              + ", expected a 'name' of its own for each");
        }
        asked.add(one);
      });
    }
    return List.copyOf(asked);
  }

  private Optional<Asked> precondition(Item entry, Map<String, Item> after) {
    Fields fields = Fields.of(entry, ASKED_SHAPE);
    if (!fields.has(AFTER)) {
      return probes
          .one(fields)
          .map(probe -> new Asked(fields.find(ASKED_NAME).orElseGet(() -> nameOf(probe)), probe));
    }
    fields
        .item(AFTER)
        .filter(item -> !fields.isLonely(AFTER))
        .ifPresent(item -> item.problem("after stands with something else, expected it alone"));
    names(fields).forEach(item -> item.text().ifPresent(name -> after.putIfAbsent(name, item)));
    return Optional.empty();
  }

  private static List<Item> names(Fields fields) {
    return fields
        .item(AFTER)
        .map(item -> item.isList() ? item.entries() : List.of(item))
        .orElse(List.of());
  }

  private static String nameOf(Probe probe) {
    String name;
    if (probe instanceof Probe.Tcp tcp) {
      name = "tcp " + tcp.host() + ":" + tcp.port();
    } else if (probe instanceof Probe.Http http) {
      name = "http " + http.url().getRawAuthority();
    } else {
      name = "exec " + ((Probe.Exec) probe).argv().get(0);
    }
    return name;
  }
}
