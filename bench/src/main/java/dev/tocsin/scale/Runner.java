package dev.tocsin.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Runs rounds, each in as many processes as there are shards, all at once.
 *
 * @param launcher the program {@code tocsin}
 * @param javaOptions for its JVM, beside those of the launcher; may be empty
 * @param shards at least 1
 */
record Runner(Path launcher, String javaOptions, int shards) {

  /**
   * What a round took.
   *
   * @param wall until the last of its processes was over
   * @param cpu of all processes
   * @param peak resident bytes of the largest process
   * @param states how many targets were left in each
   */
  record Ran(Duration wall, Duration cpu, long peak, SortedMap<String, Long> states) {}

  Ran round(Path configuration) throws IOException {
    List<CompletableFuture<Timed>> running = IntStream.range(0, shards)
        .mapToObj(shard -> CompletableFuture.supplyAsync(
            () -> timed(configuration, shard), task -> new Thread(task).start()))
        .toList();
    try {
      List<Timed> all = running.stream().map(CompletableFuture::join).toList();
      return new Ran(
          all.stream().map(Timed::wall).max(Comparator.naturalOrder()).orElseThrow(),
          all.stream().map(Timed::cpu).reduce(Duration.ZERO, Duration::plus),
          all.stream().mapToLong(Timed::peak).max().orElseThrow(),
          states(configuration));
    } catch (CompletionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private Timed timed(Path configuration, int shard) {
    List<String> command = List.of(
        launcher.toString(),
        "run",
        "-o",
        "json",
        "-c",
        configuration.toString(),
        "--shard=" + shard + "/" + shards);
    try {
      return Timed.run(command, javaOptions, out(configuration, shard));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SortedMap<String, Long> states(Path configuration) throws IOException {
    SortedMap<String, Long> states = new TreeMap<>();
    for (int shard = 0; shard < shards; shard++) {
      States.of(Files.readString(out(configuration, shard)))
          .forEach((state, targets) -> states.merge(state, targets, Long::sum));
    }
    return states;
  }

  private static Path out(Path configuration, int shard) {
    return configuration.resolveSibling("out-" + shard);
  }
}
