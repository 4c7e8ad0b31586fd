package dev.tocsin.runner.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads all that a program says, and keeps the end of it. */
final class OutputTail {

  private static final int KEPT = 1024;

  private final InputStream output;
  private final Thread reader;
  private byte[] tail = new byte[0];

  private OutputTail(Process process) {
    this.output = process.getInputStream();
    this.reader = new Thread(this::read, "tocsin-output " + process.pid());
    reader.setDaemon(true);
  }

  static OutputTail of(Process process) {
    OutputTail tail = new OutputTail(process);
    tail.reader.start();
    return tail;
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try {
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        keep(buffer, read);
      }
    } catch (IOException e) {
      // Closed under our hands because it was killed: there is no more to say.
    }
  }

  private synchronized void keep(byte[] buffer, int read) {
    byte[] all = Arrays.copyOf(tail, tail.length + read);
    System.arraycopy(buffer, 0, all, tail.length, read);
    tail = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
  }

  /** Waits for the end of the output, which a daemon that was left behind may hold open. */
  void await(long millis) throws InterruptedException {
    reader.join(millis);
  }

  /** The last line that is not blank; empty if there is none. */
  synchronized String lastLine() {
    return new String(tail, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .reduce("", (earlier, later) -> later)
        .strip();
  }
}
