package dev.tocsin.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Programs that are run to their end. */
final class Commands {

  private Commands() {}

  /** What it said; an error if it ended badly. */
  static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = waitFor(process);
    if (code != 0) {
      throw new IOException(command[0] + " ended with " + code + ": " + said.strip());
    }
    return said;
  }

  static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
