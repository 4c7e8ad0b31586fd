package dev.tocsin.runner.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Types of files that must be there, and hold something, already when the configuration is read.
 */
final class FileContent {

  private FileContent() {}

  /** A file with certificates in PEM. */
  static Type<Path> authorities() {
    return Scalars.path().and(item -> path -> {
      Optional<String> content = content(item, path);
      if (content.isPresent() && !content.get().contains("-----BEGIN CERTIFICATE-----")) {
        item.problem(item.name() + ": " + path + " holds no certificate, expected a PEM file");
        return Optional.empty();
      }
      return content.map(text -> path);
    });
  }

  /** A file that holds a secret. */
  static Type<Path> secret() {
    return Scalars.path().and(item -> path -> content(item, path).map(text -> path));
  }

  /** A secret without the end of its line; each call reads the file anew. */
  static String secretIn(Path file) throws IOException {
    String secret = Files.readString(file).replaceFirst("\\R+$", "");
    if (secret.isBlank()) {
      throw new IOException("the secret is empty: " + file);
    }
    return secret;
  }

  private static Optional<String> content(Item item, Path path) {
    try {
      String content = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
      if (!content.isBlank()) {
        return Optional.of(content);
      }
      item.problem(item.name() + ": " + path + " is empty");
    } catch (IOException e) {
      item.problem(item.name() + ": " + path + " cannot be read: " + Document.why(path, e));
    }
    return Optional.empty();
  }
}
