package dev.tocsin.runner.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The encoding of a body: we ask for none, and bear gzip. */
final class Encoding {

  private static final int MEBIBYTE = 1 << 20;

  private Encoding() {}

  /**
   * The decoded body; empty if it is larger than the limit. What cannot be decoded stays as it is,
   * and will not be JSON.
   */
  static Optional<byte[]> decoded(HttpResponse<?> answer, byte[] body, Probe.Http probe) {
    String encoding =
        answer.headers().firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
    if (!encoding.endsWith("gzip")) {
      return Optional.of(body);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes(Math.max(probe.bodyLimit(), probe.bodyLimit() + 1));
      return plain.length > probe.bodyLimit() ? Optional.empty() : Optional.of(plain);
    } catch (IOException e) {
      return Optional.of(body);
    }
  }

  /** For people: {@code 1 MiB}, {@code 1000 bytes}. */
  static String size(int bytes) {
    return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " bytes";
  }
}
