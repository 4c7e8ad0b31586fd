package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A Python with a package, where one can be had. */
final class Python {

  private Python() {}

  /**
   * The program of an environment of its own; where that cannot be made it says so, and is empty.
   */
  static Optional<Path> with(String wanted, Path scratch) {
    Path home = scratch.resolve("python");
    Path program = home.resolve("bin").resolve("python");
    try {
      if (!Files.exists(home.resolve("ready"))) {
        Commands.run("python3", "-m", "venv", home.toString());
        Commands.run(program.toString(), "-m", "pip", "install", "-q", wanted);
        Files.writeString(home.resolve("ready"), wanted);
      }
      return Optional.of(program);
    } catch (IOException e) {
      System.err.println("bench/cold-start: Python is not measured: " + e.getMessage());
      return Optional.empty();
    }
  }
}
