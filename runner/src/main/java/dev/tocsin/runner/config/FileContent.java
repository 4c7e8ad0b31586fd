package dev.tocsin.runner.config;

import dev.tocsin.runner.config.Elsewhere.Content;
import dev.tocsin.runner.config.Elsewhere.Referred;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Types of files that must be there, and hold something, already when the configuration is read.
 */
final class FileContent {

  private static final int LIMIT = 4 << 20;

  private FileContent() {}

  /** A file with certificates in PEM. */
  static Type<Path> authorities() {
    return of(Content.AUTHORITIES, "a PEM file with certificates", path -> {
      String content = new String(bytes(path), StandardCharsets.ISO_8859_1);
      return content.contains("-----BEGIN CERTIFICATE-----");
    });
  }

  /** A file that holds a secret. */
  static Type<Path> secret() {
    return of(
        Content.SECRET,
        "a file that can be read and is not empty",
        path -> !line(path).isBlank());
  }

  /** A file that says which clusters there are, and who we are. */
  static Type<Path> kubeconfig() {
    return of(
        Content.KUBECONFIG,
        "a kubeconfig file",
        path -> new String(bytes(path), StandardCharsets.UTF_8).contains("clusters"));
  }

  /** A secret without the end of its line; each call reads the file anew. */
  static String secretIn(Path file) throws IOException {
    String secret;
    try {
      secret = line(file);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + Document.why(file, e), e);
    }
    if (secret.isBlank()) {
      throw new IOException(file + " holds no secret: it is empty");
    }
    return secret;
  }

  private static String line(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(file));
    String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  private interface Look {
    boolean isGood(Path path) throws IOException;
  }

  private static Type<Path> of(Content content, String expected, Look look) {
    Function<Item, Function<Path, Optional<Path>>> check = item -> path -> {
      if (content == Content.SECRET && item.source().secrets() != Secrets.ALL) {
        return Optional.of(path);
      }
      Optional<Path> here = item.source()
          .elsewhere()
          .map(place -> referred(item, path, content, place))
          .orElse(Optional.of(path));
      return here.isEmpty() || isGood(item, here.get(), expected, look)
          ? Optional.of(path)
          : Optional.empty();
    };
    return new Type<>(expected, Scalars.path().and(check).reader());
  }

  /** What is to be looked at of a file in another place: authorities that are here too. */
  private static Optional<Path> referred(
      Item item, Path there, Content content, Elsewhere elsewhere) {
    String written = item.text().orElseThrow();
    Path here = item.source().resolveHere(written);
    elsewhere.needs(new Referred(content, written, there, here));
    return Optional.of(here).filter(file -> content == Content.AUTHORITIES && Files.exists(file));
  }

  private static boolean isGood(Item item, Path path, String expected, Look look) {
    try {
      if (look.isGood(path)) {
        return true;
      }
      item.problem(
          item.name() + ": " + path + " does not hold what it should, expected " + expected);
    } catch (IOException e) {
      item.problem(item.name() + ": " + path + " cannot be read: " + Document.why(path, e)
          + ", expected " + expected);
    }
    return false;
  }

  /** Of a regular file or a link to one: any other may never end. */
  private static byte[] bytes(Path file) throws IOException {
    if (Files.exists(file) && !Files.isDirectory(file) && !Files.isRegularFile(file)) {
      throw new IOException("no regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LIMIT);
    }
  }
}
