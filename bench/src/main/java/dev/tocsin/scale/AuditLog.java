package dev.tocsin.scale;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API server was asked by the account under test.
 *
 * @param file one JSON object a line
 */
record AuditLog(Path file) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration QUIET = Duration.ofMillis(300);

  /** Where it ends, when nothing is written any more. */
  long end() throws IOException {
    long size = size();
    while (true) {
      LockSupport.parkNanos(QUIET.toNanos());
      long now = size();
      if (now == size) {
        return size;
      }
      size = now;
    }
  }

  private long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** How often each thing was asked since then, for example {@code list pods}. */
  SortedMap<String, Long> since(long start) throws IOException {
    byte[] bytes = new byte[(int) (end() - start)];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(start);
      in.readFully(bytes);
    }
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(line -> asked(JSON.readTree(line)))
        .collect(groupingBy(asked -> asked, TreeMap::new, counting()));
  }

  private static String asked(JsonNode line) {
    String resource = line.path("objectRef").path("resource").asString("");
    String what = resource.isEmpty() ? line.path("requestURI").asString("") : resource;
    return line.path("verb").asString("") + " " + what;
  }
}
