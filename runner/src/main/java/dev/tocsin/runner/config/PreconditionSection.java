package dev.tocsin.runner.config;

import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code preconditions} of one target. */
final class PreconditionSection {

  private static final Type<Duration> SPAN = Scalars.duration(Duration.ZERO, Duration.ofDays(1));

  static final Key<String> NAME = Key.optional(
      "name",
      Scalars.label(),
      "made of the probe, such as `tcp still-fawn:22`",
      "What must hold, in words; each once in a target.");
  static final Key<List<String>> AFTER = Key.optional(
      "after",
      TargetSection.NAME.type().oneOrMore(),
      "–",
      "A target that must be healthy and passing. Stands alone.");
  static final Key<Item> NODE_READY = Key.optional(
      "nodeReady",
      Type.later("a mapping, see `nodeReady`", Form.mapping("nodeReady")),
      "asked for of every workload",
      "The node is ready, and has been for a while. Stands alone.");
  static final Key<Item> STARTUP_OVER = Key.optional(
      "startupOver",
      Type.later("a mapping, see `startupOver`", Form.mapping("startupOver")),
      "asked for of every workload",
      "The pod had its time to start. Stands alone.");
  static final Key<Item> UNTOUCHED = Key.optional(
      "untouched",
      Type.later("a mapping, see `untouched`", Form.mapping("untouched")),
      "asked for of every workload",
      "Nobody else restarted it just now. Stands alone.");
  static final Shape SHAPE = Shape.of(
          "preconditions", NAME, AFTER, NODE_READY, STARTUP_OVER, UNTOUCHED)
      .and(ProbeSection.SHAPE)
      .one(ProbeSection.oneWith(AFTER, NODE_READY, STARTUP_OVER, UNTOUCHED));

  static final Key<String> NODE =
      Key.optional("node", ClusterNames.name(253), "that of the workload", "Which node.");
  static final Key<Duration> READY_FOR =
      Key.or("for", SPAN, "2m", "How long it must have been ready.");
  static final Shape NODE_READY_SHAPE = Shape.of("nodeReady", NODE, READY_FOR);

  static final Key<Duration> STARTUP =
      Key.or("for", SPAN, "5m", "How long a pod may take to start.");
  static final Shape STARTUP_OVER_SHAPE = Shape.of("startupOver", STARTUP);

  static final Key<Duration> AGO =
      Key.or("for", SPAN, "10m", "How long ago somebody else's restart must be.");
  static final Shape UNTOUCHED_SHAPE = Shape.of("untouched", AGO);

  private static final List<Key<Item>> OF_A_WORKLOAD = List.of(NODE_READY, STARTUP_OVER, UNTOUCHED);

  /** By name: to compare keys themselves takes Java a while to get ready for. */
  private static final Map<String, Shape> SHAPES = Map.of(
      NODE_READY.name(), NODE_READY_SHAPE,
      STARTUP_OVER.name(), STARTUP_OVER_SHAPE,
      UNTOUCHED.name(), UNTOUCHED_SHAPE);

  private final ProbeSection probes;
  private final Set<String> names = new HashSet<>();
  private final List<Asked> asked = new ArrayList<>();
  private final Map<String, Item> after = new TreeMap<>();
  private final Map<String, Fields> ofWorkload = new LinkedHashMap<>();

  private PreconditionSection(ProbeSection probes) {
    this.probes = probes;
  }

  static PreconditionSection of(List<Item> entries, ProbeSection probes) {
    PreconditionSection section = new PreconditionSection(probes);
    for (Item entry : entries) {
      section.read(entry);
    }
    return section;
  }

  /** What is looked at from here. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The targets that must be well, and where that is said. */
  Map<String, Item> after() {
    return after;
  }

  /** The parameters of what a workload always has, by name. */
  Map<String, Fields> ofWorkload() {
    return ofWorkload;
  }

  private void read(Item entry) {
    Fields fields = Fields.of(entry, SHAPE);
    if (fields.has(AFTER)) {
      alone(fields, AFTER);
      names(fields).forEach(item -> item.text().ifPresent(name -> after.putIfAbsent(name, item)));
      return;
    }
    for (Key<Item> own : OF_A_WORKLOAD) {
      if (fields.has(own)) {
        alone(fields, own);
        ofWorkload(fields.at(own));
        return;
      }
    }
    Optional<Probe> probe = probes.any(fields);
    if (fields.hasOne() && probe.isPresent()) {
      ask(entry, fields.find(NAME).orElseGet(() -> nameOf(probe.get())), probe.get());
    }
  }

  private static void alone(Fields fields, Key<?> key) {
    if (!fields.isLonely(key)) {
      fields.at(key).problem(key.name() + " stands with something else, expected it alone");
    }
  }

  private void ofWorkload(Item item) {
    Fields fields = Fields.of(item, Optional.ofNullable(SHAPES.get(item.name())).orElseThrow());
    Optional.ofNullable(ofWorkload.putIfAbsent(item.name(), fields))
        .ifPresent(first -> item.problem(item.name() + " is asked for twice, the first at line "
            + first.item().line() + ", expected it once"));
  }

  private void ask(Item entry, String name, Probe probe) {
    if (!names.add(name)) {
      entry.problem("two preconditions are named " + Item.quoted(name)
          + ", expected a 'name' of its own for each");
    }
    asked.add(new Asked(name, probe));
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
