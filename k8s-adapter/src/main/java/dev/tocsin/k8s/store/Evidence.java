package dev.tocsin.k8s.store;

import dev.tocsin.ledger.LedgerDocument;
import dev.tocsin.ledger.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is kept of damaged texts, in the very write that replaces them: so it can neither be lost
 * nor stop a round. Newest first, and bounded: what was damaged long ago falls off the end.
 */
final class Evidence {

  /**
   * With a ledger of 256 KiB, and three bytes for each, far from the 1 MiB that the cluster takes.
   */
  static final int CHARACTERS_AT_MOST = 64 * 1024;

  private Evidence() {}

  /**
   * What to keep when a ledger is replaced; empty if nothing ever was damaged.
   *
   * @param round the round that replaces it
   */
  static Optional<String> in(LedgerMap replaced, long round) {
    Optional<String> kept = replaced.kept();
    String damaged = damaged(replaced.texts());
    if (damaged.isEmpty() || kept.filter(old -> old.contains(damaged)).isPresent()) {
      return kept;
    }
    return Optional.of(cut("# put aside by round " + round + "\n" + damaged
        + kept.map(k -> "\n" + k).orElse("")));
  }

  /** Without a document that says whose ledger it is, nothing else is believed either. */
  private static String damaged(SortedMap<String, String> texts) {
    if (!isDamaged(texts)) {
      return "";
    }
    String round = texts.getOrDefault(LedgerDocument.ROUND, "");
    boolean all = isDamaged(Map.of(LedgerDocument.ROUND, round));
    StringBuilder damaged = new StringBuilder(all ? entry(LedgerDocument.ROUND, round) : "");
    texts.forEach((key, text) -> {
      boolean first = key.equals(LedgerDocument.ROUND);
      if (!first && (all || isDamaged(Map.of(LedgerDocument.ROUND, round, key, text)))) {
        damaged.append(entry(key, text));
      }
    });
    return damaged.toString();
  }

  private static String entry(String key, String text) {
    return "# " + key + "\n" + text + (text.endsWith("\n") ? "" : "\n");
  }

  private static boolean isDamaged(Map<String, String> texts) {
    return LedgerDocument.read(texts) instanceof Reading.Readable read
        && !read.damages().isEmpty();
  }

  /** Never between the halves of one character. */
  private static String cut(String text) {
    if (text.length() <= CHARACTERS_AT_MOST) {
      return text;
    }
    int end = CHARACTERS_AT_MOST;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
