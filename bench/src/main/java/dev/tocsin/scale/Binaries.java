package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where etcd and kube-apiserver are: in the directory that {@code KUBERNETES_BINARIES} names, else
 * unpacked for this run by the script beside the project.
 *
 * @param ours whether it is removed in the end
 */
record Binaries(Path directory, Ownership ours) implements AutoCloseable {

  /** Who removes them. */
  enum Ownership {
    OURS,
    THEIRS
  }

  static Binaries find(Path root) throws IOException {
    Optional<Path> named =
        Optional.ofNullable(System.getenv("KUBERNETES_BINARIES")).map(Path::of);
    if (named.isPresent()) {
      return new Binaries(checked(named.get()), Ownership.THEIRS);
    }
    Path script = root.resolveSibling("shared").resolve("kubernetes").resolve("cluster");
    if (!Files.isExecutable(script)) {
      throw new IOException("set KUBERNETES_BINARIES to a directory with etcd and kube-apiserver");
    }
    Path directory = Files.createTempDirectory("tocsin-scale-programs");
    Binaries unpacked = new Binaries(directory, Ownership.OURS);
    Runtime.getRuntime().addShutdownHook(new Thread(unpacked::close));
    Commands.run(script.toString(), "binaries", directory.toString());
    checked(directory);
    return unpacked;
  }

  private static Path checked(Path directory) throws IOException {
    for (String name : new String[] {"etcd", "kube-apiserver"}) {
      if (!Files.isExecutable(directory.resolve(name))) {
        throw new IOException("there is no program " + directory.resolve(name));
      }
    }
    return directory.toAbsolutePath();
  }

  @Override
  public void close() {
    if (ours == Ownership.THEIRS || !Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      System.err.println("left behind: " + directory + ": " + e);
    }
  }
}
