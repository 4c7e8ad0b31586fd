package dev.tocsin.k8s.store;

import dev.tocsin.k8s.api.Marks;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.ledger.LedgerDocument;
import dev.tocsin.ledger.Reading;
import dev.tocsin.round.IncidentStore.Version;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ConfigMap of a ledger, as the API server has it, or as it shall be. */
record LedgerMap(ConfigMap map) {

  /** The key under which damaged texts are kept; no target's name has a dot. */
  static final String DAMAGED = "tocsin.damaged";

  /** The annotation that says the round counter once more: a text put back does not change it. */
  static final String ROUNDS = "tocsin.dev/rounds";

  /** The annotation that says which object this is: a copy of it is another one. */
  private static final String UID = "tocsin.dev/uid";

  /** The one to be made where there is none. */
  static LedgerMap at(Ref<ConfigMap> place) {
    return new LedgerMap(new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(place.namespace())
        .withName(place.name())
        .endMetadata()
        .build());
  }

  /** Whether this is a ConfigMap that is stored, and not whatever somebody in between answers. */
  boolean stored() {
    return map.getMetadata() != null && map.getMetadata().getResourceVersion() != null;
  }

  Version version() {
    return new Version(map.getMetadata().getResourceVersion());
  }

  ObjectMeta metadata() {
    return map.getMetadata();
  }

  /** What is to be read as a ledger, if this is one of ours; else how to mend that. */
  Reading reading() {
    if (!Marks.TOCSIN.equals(known(metadata().getLabels()).get(Marks.MANAGED_BY))) {
      return new Reading.Untouchable("somebody else's, for it has no label " + Marks.OURS
          + ", so it is not touched. Name another place for the ledger, or delete this one; or, if"
          + " it is a ledger that lost its label, put that back");
    }
    return Boolean.TRUE.equals(map.getImmutable())
        ? new Reading.Untouchable("immutable, so no round can be written down. Delete it: the next"
            + " round makes a new one")
        : LedgerDocument.read(texts());
  }

  /** The documents by key, without what was kept of damaged ones. */
  SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>(known(map.getData()));
    texts.remove(DAMAGED);
    return texts;
  }

  /** The texts in which something was damaged, as far as they were kept. */
  Optional<String> kept() {
    return Optional.ofNullable(known(map.getData()).get(DAMAGED));
  }

  /** The round counter as the annotation says it; empty if that is missing, or cannot be. */
  OptionalLong rounds() {
    String text = known(metadata().getAnnotations()).getOrDefault(ROUNDS, "");
    return text.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** Whether it was made anew of what was written into another one. */
  boolean isCopy() {
    return Optional.ofNullable(known(metadata().getAnnotations()).get(UID))
        .filter(uid -> !uid.equals(metadata().getUid()))
        .isPresent();
  }

  /** The same object with another ledger in it; what others put on it stays. */
  LedgerMap with(SortedMap<String, String> texts, long rounds) {
    Map<String, String> data = new TreeMap<>(texts);
    Evidence.in(this, rounds).ifPresent(damaged -> data.put(DAMAGED, damaged));
    return new LedgerMap(new ConfigMapBuilder(map)
        .editMetadata()
        .addToLabels(Marks.MANAGED_BY, Marks.TOCSIN)
        .addToAnnotations(ROUNDS, Long.toString(rounds))
        .addToAnnotations(uid())
        .endMetadata()
        .withData(data)
        .removeFromBinaryData(data)
        .build());
  }

  /** Only the server knows it, once there is such an object. */
  private Map<String, String> uid() {
    return Optional.ofNullable(metadata().getUid()).map(uid -> Map.of(UID, uid)).orElseGet(Map::of);
  }

  /** Whether it holds the very same texts. */
  boolean says(LedgerMap other) {
    return known(map.getData()).equals(known(other.map.getData()));
  }

  /** Whether what was written last into both was one write: its writer is named in it. */
  boolean isOfOneWriteWith(LedgerMap other) {
    return Optional.ofNullable(texts().get(LedgerDocument.ROUND))
        .filter(round -> round.equals(other.texts().get(LedgerDocument.ROUND)))
        .isPresent();
  }

  /** The model has no map where there is nothing in it. */
  private static Map<String, String> known(Map<String, String> map) {
    return Optional.ofNullable(map).orElseGet(Map::of);
  }
}
