package dev.tocsin.ledger;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledger's written form: small JSON documents by key, one for each target by its name, and two
 * whose keys have a dot, which no target's name has. A file holds them in one JSON object; where
 * each has a place of its own, each is a text.
 */
public final class LedgerDocument {

  /** The document that says whose ledger it is, and where it stands in time. */
  public static final String ROUND = "tocsin.round";

  /** The document of the notices not yet settled. */
  public static final String NOTICES = "tocsin.notices";

  /** The schema written by this Tocsin. */
  public static final int SCHEMA = RoundDocument.SCHEMA;

  /**
   * The limit for whoever writes a ConfigMap, far enough from the 1 MiB that the cluster takes. A
   * file has no such limit: when everything fails at once, some hundred targets need more.
   */
  public static final long CONFIG_MAP_BYTES_AT_MOST = 256 * 1024;

  private LedgerDocument() {}

  /**
   * The ledger as one text for each key, as a store in a ConfigMap writes it.
   *
   * @param writer who writes it, for people
   */
  public static SortedMap<String, String> texts(Ledger ledger, String writer) {
    SortedMap<String, String> texts = new TreeMap<>();
    documents(ledger, writer).forEach((key, json) -> texts.put(key, Json.pretty(json)));
    return texts;
  }

  /**
   * The ledger as one text.
   *
   * @param writer who writes it, for people
   */
  public static String text(Ledger ledger, String writer) {
    ObjectNode whole = Json.object();
    documents(ledger, writer).forEach(whole::set);
    return Json.pretty(whole);
  }

  /**
   * Reads {@link #texts} back, from a ConfigMap. One damaged text costs what is in it, and nothing
   * else.
   */
  public static Reading read(Map<String, String> texts) {
    Map<String, Source> sources = new TreeMap<>();
    texts.forEach((key, text) -> sources.put(key, () -> {
      try {
        return Json.read(text);
      } catch (Damage e) {
        throw new Damage(key + ", " + e.getMessage());
      }
    }));
    return reading(sources);
  }

  /** Reads {@link #text} back, from UTF-8. */
  public static Reading read(byte[] text) {
    JsonNode whole;
    try {
      whole = Json.read(text);
    } catch (Damage e) {
      return damaged(e);
    }
    if (whole.isMissingNode()) {
      return damaged(new Damage("it is empty"));
    }
    Map<String, Source> sources = new LinkedHashMap<>();
    whole.forEachEntry((key, json) -> sources.put(key, () -> json));
    return reading(sources);
  }

  /**
   * Why a ledger of so many bytes is not written; empty if it is.
   *
   * @param most what the place takes, such as {@link #CONFIG_MAP_BYTES_AT_MOST}
   */
  public static Optional<String> refusal(long bytes, long most) {
    return bytes <= most
        ? Optional.empty()
        : Optional.of("the ledger would have " + bytes + " bytes, and has " + most
            + " at most: watch fewer targets with it, or spread them over more parts");
  }

  private static Map<String, JsonNode> documents(Ledger ledger, String writer) {
    Map<String, JsonNode> documents = new LinkedHashMap<>();
    documents.put(ROUND, RoundDocument.write(ledger, writer));
    ledger.memories().values().stream()
        .filter(Memory::worthKeeping)
        .forEach(memory -> documents.put(memory.target(), TargetDocument.write(memory)));
    NoticeDocument.write(ledger.notices()).ifPresent(list -> documents.put(NOTICES, list));
    return documents;
  }

  private static Reading reading(Map<String, Source> sources) {
    if (!sources.containsKey(ROUND)) {
      return untouchable("it has no " + ROUND);
    }
    try {
      Fields fields = Fields.of(ROUND, sources.get(ROUND).json());
      Optional<String> foreign = RoundDocument.foreign(fields);
      return foreign.isPresent()
          ? untouchable(foreign.get())
          : readable(RoundDocument.read(RoundDocument.migrated(fields)), sources);
    } catch (Damage e) {
      return damaged(e);
    }
  }

  private static Reading readable(RoundDocument round, Map<String, Source> sources) {
    Findings findings = new Findings();
    SortedMap<String, Memory> memories = new TreeMap<>();
    sources.forEach((key, source) -> {
      if (Target.isName(key)) {
        memories.put(key, memory(key, source, findings));
      } else if (!key.equals(ROUND) && !key.equals(NOTICES)) {
        findings.remark("'" + key + "' is none of ours and not kept");
      }
    });
    memories.values().removeIf(memory -> !memory.worthKeeping());
    Ledger ledger =
        new Ledger(round.schedule(), memories, notices(sources, findings), round.locked());
    return new Reading.Readable(ledger, findings.damages(), findings.remarks());
  }

  private static Memory memory(String target, Source source, Findings findings) {
    try {
      return TargetDocument.read(target, source.json(), findings);
    } catch (Damage e) {
      findings.damage(
          e.getMessage() + ": target " + target + " is forgotten, not repaired for one window");
      return Memory.damaged(target);
    }
  }

  private static List<Notice> notices(Map<String, Source> sources, Findings findings) {
    if (!sources.containsKey(NOTICES)) {
      return List.of();
    }
    try {
      return NoticeDocument.read(NOTICES, sources.get(NOTICES).json(), findings);
    } catch (Damage e) {
      findings.damage(e.getMessage() + ": what is still owed is planned afresh");
      return List.of();
    }
  }

  private static Reading damaged(Damage damage) {
    String what = damage.getMessage() + ": all is forgotten, nothing is repaired for one window";
    return new Reading.Readable(Ledger.damaged(), List.of(what), List.of());
  }

  private static Reading untouchable(String why) {
    return new Reading.Untouchable("not a ledger of this Tocsin, so it is not touched: " + why
        + ". Name another place for the ledger, or move this one away");
  }

  /** One document that may turn out to be no JSON. */
  private interface Source {
    JsonNode json();
  }
}
