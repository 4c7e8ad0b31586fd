package dev.tocsin.runner.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The file as a tree of YAML nodes. What prevents that is one problem, and then the only one. */
final class Document {

  private static final int BYTES = 1 << 20;
  private static final long PATIENCE_SECONDS = 5;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowNonScalarKeys(true).build();

  private final Source source;

  Document(Source source) {
    this.source = source;
  }

  Optional<Node> read() {
    Optional<String> text = text();
    text.ifPresent(found -> source.elsewhere().ifPresent(place -> place.isWritten(found)));
    return text.flatMap(this::tree);
  }

  private Optional<Node> tree(String text) {
    try {
      if (!isAccepted(text)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty()) {
        source.problem(1, 1, "the configuration is empty, expected at least 'targets'");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      source.problem(e.getProblemMark().or(e::getContextMark), syntax(e));
    } catch (ReaderException e) {
      unprintable(text, e);
    } catch (YamlEngineException e) {
      source.problem(1, 1, "this is no YAML");
    }
    return Optional.empty();
  }

  private boolean isAccepted(String text) {
    Screening screening = new Screening();
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      Optional<String> refusal = screening.refusal(event);
      if (refusal.isPresent()) {
        source.problem(event.getStartMark(), refusal.get());
        return false;
      }
    }
    return true;
  }

  private Optional<String> text() {
    Path file = source.file();
    try {
      byte[] bytes = Files.isRegularFile(file) ? bytes(file) : patiently(file);
      if (bytes.length <= BYTES) {
        String text =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
      }
      source.problem(1, 1, "the file is larger than 1 MiB, expected a configuration");
    } catch (CharacterCodingException e) {
      source.problem(1, 1, "the file is not encoded in UTF-8");
    } catch (IOException e) {
      source.problem(1, 1, "the configuration cannot be read: " + why(file, e));
    } catch (TimeoutException e) {
      source.problem(
          1,
          1,
          "the configuration cannot be read: it did not end within " + PATIENCE_SECONDS + "s");
    }
    return Optional.empty();
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BYTES + 1);
    }
  }

  /** A pipe: already opening it waits for its writer, and cannot be interrupted. */
  private static byte[] patiently(Path file) throws IOException, TimeoutException {
    FutureTask<byte[]> reading = new FutureTask<>(() -> bytes(file));
    Thread thread = new Thread(reading, "tocsin-configuration");
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException trouble) {
        throw trouble;
      }
      throw new IllegalStateException("reading the configuration", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Why a file cannot be read, without naming it. */
  static String why(Path file, IOException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return "no such file";
    }
    if (Files.isDirectory(file)) {
      return "it is a directory";
    }
    if (trouble instanceof AccessDeniedException) {
      return "permission denied";
    }
    return Files.exists(file) && !Files.isRegularFile(file)
        ? "it is no regular file"
        : trouble.getClass().getSimpleName();
  }

  /** The parser's words, but for those that repeat the file's. */
  private static String syntax(MarkedYamlEngineException trouble) {
    String words = Optional.ofNullable(trouble.getProblem()).orElse("this cannot be read");
    return "no YAML: " + words.replaceFirst("(undefined tag handle).*", "$1");
  }

  private void unprintable(String text, ReaderException trouble) {
    int end = Math.min(Math.max(trouble.getPosition(), 0), text.codePointCount(0, text.length()));
    String before = text.substring(0, text.offsetByCodePoints(0, end));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    source.problem(line, column, "no YAML: a control character, expected printable text");
  }
}
