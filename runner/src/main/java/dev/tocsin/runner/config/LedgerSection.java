package dev.tocsin.runner.config;

import dev.tocsin.runner.config.Configuration.LedgerPlace;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InFile;
import dev.tocsin.runner.config.Configuration.LedgerPlace.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code ledger}: a file, or a ConfigMap.
 *
 * @param targets their names, as written
 */
record LedgerSection(List<String> targets) {

  private static final int PARTS_AT_MOST = 256;

  /**
   * With all of them failing, as often as can be and with nobody to be reached, a part then still
   * fits into a ConfigMap.
   */
  static final int TARGETS_OF_A_PART = 64;

  /** In one outage more than these outgrow it, and nobody is told. */
  private static final int TARGETS_OF_A_PART_AT_MOST = 128;

  /** A part adds up to four characters, and a ConfigMap's name has at most 253. */
  private static final int LONGEST_NAME = 249;

  static final Key<Path> FILE = Key.optional(
      "file",
      Scalars.path(),
      "`tocsin-ledger.json`",
      "A file; a relative one starts at the directory of the configuration.");
  static final Key<Item> CONFIG_MAP = Key.optional(
      "configMap",
      Type.later("a mapping, see `ledger.configMap`", Form.mapping("ledger.configMap")),
      "–",
      "A ConfigMap, which the first round makes. Excludes `file`.");
  static final Shape SHAPE = Shape.of("ledger", FILE, CONFIG_MAP);

  static final Key<String> NAMESPACE =
      Key.required("namespace", ClusterNames.namespace(), "Its namespace, which must exist.");
  static final Key<String> NAME =
      Key.required("name", ClusterNames.name(LONGEST_NAME), "Its name.");
  static final Key<Integer> PARTS = Key.optional(
      "parts",
      Scalars.integer(1, PARTS_AT_MOST),
      "`1`; for more than 64 targets the smallest power of two that leaves 64 to a part",
      "How many ConfigMaps the targets are spread over; see above.");
  static final Key<Item> MIGRATE_FROM = Key.optional(
      "migrateFrom",
      Type.later("a mapping, see `migrateFrom`", Form.mapping("migrateFrom")),
      "–",
      "The memory of the checker that Tocsin takes over from. Read once, while there is no ledger;"
          + " never written.");
  static final Shape CONFIG_MAP_SHAPE =
      Shape.of("ledger.configMap", NAMESPACE, NAME, PARTS, MIGRATE_FROM);

  static final Key<String> STORY_NAME =
      Key.required("name", ClusterNames.name(253), "The name of its ConfigMap.");
  static final Key<String> STORY_NAMESPACE =
      Key.required("namespace", ClusterNames.namespace(), "The namespace of its ConfigMap.");
  static final Key<String> STORY_TARGET =
      Key.required("target", TargetSection.NAME.type(), "The target that it was about.");
  static final Shape STORY_SHAPE =
      Shape.of("migrateFrom", STORY_NAMESPACE, STORY_NAME, STORY_TARGET);

  /** Where the ledger of a whole configuration is kept; absent if something is wrong with that. */
  Optional<LedgerPlace> read(Fields root, Key<Item> key) {
    Fields fields = root.within(key, SHAPE);
    if (fields.has(FILE) && fields.has(CONFIG_MAP)) {
      fields.at(CONFIG_MAP).problem("configMap and file exclude each other, expected one of them");
    }
    return fields.has(CONFIG_MAP)
        ? configMap(Fields.of(fields.at(CONFIG_MAP), CONFIG_MAP_SHAPE))
        : Optional.of(file(fields));
  }

  private static LedgerPlace file(Fields fields) {
    Source source = fields.item().source();
    Path file = fields.find(FILE).orElseGet(() -> source.resolve("tocsin-ledger.json"));
    if (file.equals(source.file().toAbsolutePath().normalize())) {
      fields
          .at(FILE)
          .problem("the ledger would overwrite the configuration, expected another file");
    }
    return new InFile(file);
  }

  private Optional<LedgerPlace> configMap(Fields fields) {
    fields.find(PARTS).ifPresent(parts -> requireRoom(fields, parts));
    Optional<Story> before = fields.item(MIGRATE_FROM).flatMap(this::story);
    if (!fields.isSound()) {
      return Optional.empty();
    }
    InConfigMap place = new InConfigMap(
        fields.value(NAMESPACE),
        fields.value(NAME),
        fields.find(PARTS).orElseGet(this::usualParts),
        before);
    if (before.filter(place::overwrites).isPresent()) {
      fields
          .at(MIGRATE_FROM)
          .problem("the ledger would overwrite what it is to take over, expected another 'name'");
    }
    return Optional.of(place);
  }

  private void requireRoom(Fields fields, int parts) {
    int least = (targets.size() + TARGETS_OF_A_PART_AT_MOST - 1) / TARGETS_OF_A_PART_AT_MOST;
    if (parts < least && parts < PARTS_AT_MOST) {
      fields
          .at(PARTS)
          .problem("parts is " + parts + " for " + targets.size() + " targets, expected at least "
              + Math.min(least, PARTS_AT_MOST) + ": if all failed at once, their ledger would"
              + " outgrow a ConfigMap");
    }
  }

  private Optional<Story> story(Item item) {
    Fields fields = Fields.of(item, STORY_SHAPE);
    Optional<String> unknown = fields.find(STORY_TARGET).filter(name -> !targets.contains(name));
    unknown.ifPresent(name -> fields
        .at(STORY_TARGET)
        .problem("target is an unknown target " + Item.quoted(name)
            + ", expected the name of one of the targets" + Spelling.hint(name, targets)));
    return fields.isSound()
        ? Optional.of(new Story(
            fields.value(STORY_NAMESPACE), fields.value(STORY_NAME), fields.value(STORY_TARGET)))
        : Optional.empty();
  }

  private int usualParts() {
    int parts = 1;
    while (parts < PARTS_AT_MOST && targets.size() > parts * TARGETS_OF_A_PART) {
      parts *= 2;
    }
    return parts;
  }
}
