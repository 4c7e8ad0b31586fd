package dev.tocsin.runner.config;

import dev.tocsin.email.MailSettings;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Cluster;
import dev.tocsin.runner.config.Configuration.LedgerPlace;
import dev.tocsin.runner.config.Configuration.Watch;
import dev.tocsin.runner.config.TargetSection.Draft;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole configuration. */
final class RootSection {

  static final Key<Item> LEDGER = Key.optional(
      "ledger",
      Type.later("a mapping, see `ledger`", Form.mapping("ledger")),
      "`{file: tocsin-ledger.json}`",
      "Where is remembered what was told and done.");
  static final Key<Item> CLUSTER = Key.optional(
      "cluster",
      Type.later("a mapping, see `cluster`", Form.mapping("cluster")),
      "as `kubectl` would, or as a pod does",
      "Which cluster is meant, where something needs one.");
  static final Key<Duration> INTERVAL = Key.or(
      "interval",
      Scalars.duration(Duration.ofSeconds(1), Duration.ofDays(1)),
      "5m",
      "How often a round is run: the schedule of the cron job.");
  static final Key<Integer> PARALLELISM = Key.or(
      "parallelism", Scalars.integer(1, 64), "8", "How many targets are looked at side by side.");
  static final Key<Item> HEARTBEAT = Key.optional(
      "heartbeat",
      Type.later("a URL, or a mapping, see `heartbeat`", Form.TEXT.or(Form.mapping("heartbeat"))),
      "none",
      "What is called after a round that did its duty.");
  static final Key<Item> MAIL = Key.optional(
      "mail",
      Type.later("a mapping, see `mail`", Form.mapping("mail")),
      "notices are printed",
      "How people are told.");
  static final Key<Item> ISOLATION = Key.optional(
      "isolation",
      Type.later("a mapping with one of the probes", Form.mapping("the probes")),
      "never suspected",
      "A reference outside: if it fails and everything that is looked at from here does too, we"
          + " are cut off ourselves, and nothing is repaired while it fails.");
  static final Key<Item> DEFAULTS = Key.optional(
      "defaults",
      Type.later("a mapping, see `defaults`", Form.mapping("defaults")),
      "those of each key",
      "What holds for each target that says nothing else.");
  static final Key<List<Item>> TARGETS = Key.required(
      "targets",
      Type.later("a mapping, see `targets`", Form.mapping("targets")).list(),
      "What is watched; each name once.");
  static final Key<List<String>> INVARIANTS = Key.optional(
      "invariants",
      Invariants.line().list(),
      "none of one's own",
      "What must hold in every simulated history, a line each, for `tocsin simulate`; see"
          + " [simulation](simulation.md#what-must-hold). A round does not read them.");
  static final Shape SHAPE = Shape.of(
      "the configuration",
      LEDGER,
      CLUSTER,
      INTERVAL,
      PARALLELISM,
      HEARTBEAT,
      MAIL,
      ISOLATION,
      DEFAULTS,
      TARGETS,
      INVARIANTS);

  static final Key<URI> HEARTBEAT_URL =
      Key.required("url", Scalars.url(), "Asked for, with GET. `${NAME}` is replaced.");
  static final Shape HEARTBEAT_SHAPE = Shape.of("heartbeat", HEARTBEAT_URL);

  static final Key<Item> CHECK = Key.optional(
      "check",
      Type.later("a mapping, see `defaults.check`", Form.mapping("defaults.check")),
      "–",
      "Of every check and precondition.");
  static final Key<Item> REMEDIATION = Key.optional(
      "remediation",
      Type.later("a mapping, see `defaults.remediation`", Form.mapping("defaults.remediation")),
      "–",
      "The budget of every remediation; what repairs is said by each target.");
  static final Shape DEFAULTS_SHAPE = Shape.of("defaults", CHECK, REMEDIATION).and(Knobs.SHAPE);

  /** All shapes, in the order of the reference. */
  static final List<Shape> SHAPES = List.of(
      SHAPE,
      LedgerSection.SHAPE,
      LedgerSection.CONFIG_MAP_SHAPE,
      LedgerSection.STORY_SHAPE,
      ClusterSection.SHAPE,
      HEARTBEAT_SHAPE,
      MailSection.SHAPE,
      MailSection.RECIPIENT_SHAPE,
      SmtpSection.SHAPE,
      DEFAULTS_SHAPE,
      Timeouts.DEFAULTS,
      Budget.SHAPE,
      TargetSection.SHAPE,
      Knobs.SHAPE,
      Knobs.FLAPPING_SHAPE,
      CheckSection.SHAPE,
      ProbeSection.SHAPE,
      HttpSection.SHAPE,
      ProbeSection.TCP_SHAPE,
      ProbeSection.EXEC_SHAPE,
      PreconditionSection.SHAPE,
      PreconditionSection.NODE_READY_SHAPE,
      PreconditionSection.STARTUP_OVER_SHAPE,
      PreconditionSection.UNTOUCHED_SHAPE,
      RemediationSection.SHAPE,
      StepSection.SHAPE,
      StepSection.REPAIR_SHAPE);

  private RootSection() {}

  /** All that is right with the configuration; what is wrong is in the source. */
  static Optional<Configuration> read(Item root) {
    Fields fields = Fields.of(root, SHAPE);
    Optional<URI> heartbeat = fields.item(HEARTBEAT).flatMap(RootSection::heartbeat);
    Optional<MailSettings> mail = fields.item(MAIL).flatMap(MailSection::read);
    Timeouts timeouts = new Timeouts(fields.find(INTERVAL));
    Fields defaults = fields.within(DEFAULTS, DEFAULTS_SHAPE);
    ProbeSection probes = new ProbeSection(defaults.within(CHECK, Timeouts.DEFAULTS), timeouts);
    Optional<Probe> isolation = fields.item(ISOLATION).flatMap(probes::read);
    List<Draft> drafts = drafts(fields, defaults, probes);
    areNamedApart(drafts);
    Waits.check(drafts);
    mail.ifPresent(settings -> Routes.check(fields.at(MAIL), settings, drafts));
    Optional<LedgerPlace> ledger = new LedgerSection(names(drafts)).read(fields, LEDGER);
    Cluster cluster = ClusterSection.read(fields, CLUSTER);
    return root.source().problems().isEmpty()
        ? Optional.of(new Configuration(
            ledger.orElseThrow(),
            cluster,
            fields.value(INTERVAL),
            mail,
            heartbeat,
            isolation,
            fields.value(PARALLELISM),
            watches(drafts),
            fields.find(INVARIANTS).orElse(List.of())))
        : Optional.empty();
  }

  private static List<Watch> watches(List<Draft> drafts) {
    return drafts.stream()
        .map(draft -> draft.watch().orElseThrow())
        .sorted(Comparator.comparing(watch -> watch.target().name()))
        .toList();
  }

  private static List<String> names(List<Draft> drafts) {
    return drafts.stream().flatMap(draft -> draft.name().stream()).toList();
  }

  private static Optional<URI> heartbeat(Item item) {
    return item.text().isPresent()
        ? HEARTBEAT_URL.type().read(item)
        : Fields.of(item, HEARTBEAT_SHAPE).find(HEARTBEAT_URL);
  }

  private static List<Draft> drafts(Fields fields, Fields defaults, ProbeSection probes) {
    Timeouts timeouts = probes.timeouts();
    Fields budget = defaults.within(REMEDIATION, Budget.SHAPE);
    checkGiven(defaults, timeouts, probes.defaults(), budget);
    TargetSection targets = new TargetSection(
        defaults, probes, new RemediationSection(budget, probes, timeouts.interval()));
    return fields.find(TARGETS).orElse(List.of()).stream().map(targets::read).toList();
  }

  /** Defaults are checked even where no target uses them. */
  private static void checkGiven(Fields defaults, Timeouts timeouts, Fields check, Fields budget) {
    Knobs.read(defaults);
    timeouts.probe(check);
    if (defaults.has(REMEDIATION)) {
      Budget.agrees(budget, timeouts.interval());
    }
  }

  private static void areNamedApart(List<Draft> drafts) {
    Map<String, Draft> names = new HashMap<>();
    for (Draft draft : drafts) {
      draft
          .name()
          .flatMap(name -> Optional.ofNullable(names.putIfAbsent(name, draft)))
          .ifPresent(first -> draft
              .at()
              .problem("two targets are named "
                  + Item.quoted(draft.name().orElse("")) + ", the first at line "
                  + first.at().line() + ", expected each name once"));
    }
  }
}
