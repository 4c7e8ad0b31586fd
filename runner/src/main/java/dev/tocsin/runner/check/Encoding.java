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
   * The decoded body; empty if it is larger than the limit.
   *
   * @throws IOException if it cannot be decoded
   */
  static Optional<byte[]> decoded(HttpResponse<?> answer, byte[] body, Probe.Http probe)
      throws IOException {
    String encoding =
        answer.headers().firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
    if (!encoding.endsWith("gzip") || body.length == 0) {
      return Optional.of(body);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes((int) Math.min(Integer.MAX_VALUE, probe.bodyLimit() + 1L));
      return plain.length > probe.bodyLimit() ? Optional.empty() : Optional.of(plain);
    }
  }

  /** For people: {@code 1 MiB}, {@code 1000 bytes}. */
  static String size(int bytes) {
    return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " bytes";
  }
}
