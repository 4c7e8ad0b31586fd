package dev.tocsin.scale;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * One ConfigMap of a ledger.
 *
 * @param targets how many are written in it
 * @param bytes of all its keys and texts
 */
record LedgerPart(long targets, long bytes) {

  static LedgerPart of(JsonNode data) {
    long targets =
        data.properties().stream().filter(e -> !e.getKey().contains(".")).count();
    long bytes = data.properties().stream()
        .mapToLong(e ->
            e.getKey().length() + e.getValue().asString().getBytes(StandardCharsets.UTF_8).length)
        .sum();
    return new LedgerPart(targets, bytes);
  }
}
