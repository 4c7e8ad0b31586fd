package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/** On what it was measured. */
final class Machine {

  private Machine() {}

  static String words() {
    return LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " CPUs ("
        + first("/proc/cpuinfo", "model name") + "), "
        + first("/etc/os-release", "PRETTY_NAME") + ", Java "
        + System.getProperty("java.runtime.version");
  }

  /** The value of the first line that begins so, without quotes. */
  static String first(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.replaceFirst("^[^:=]*[:=]", "").replace("\"", "").strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
