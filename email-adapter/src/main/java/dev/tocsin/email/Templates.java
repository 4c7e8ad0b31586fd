package dev.tocsin.email;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.tocsin.email.Message.Command;
import dev.tocsin.email.Message.Fact;
import dev.tocsin.email.Message.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The two forms of a mail. A template of one's own that fails is replaced by the built-in one. */
final class Templates {

  private static final String TEXT = "notice.txt";
  private static final String HTML = "notice.html";
  private static final Message SAMPLE = sample();

  private final Optional<Path> directory;

  private Templates(Optional<Path> directory) {
    this.directory = directory;
  }

  static Templates of(Optional<Path> directory) {
    return new Templates(directory);
  }

  String text(Message message) {
    return own(TEXT, message).orElseGet(() -> builtIn(TEXT).execute(message));
  }

  String html(Message message) {
    return own(HTML, message).orElseGet(() -> builtIn(HTML).execute(message));
  }

  /** What is wrong with the templates in a directory, one line each. */
  static List<String> problems(Optional<Path> directory) {
    List<String> problems = new ArrayList<>();
    directory.ifPresent(place -> {
      if (!Files.isDirectory(place)) {
        problems.add(place + " is no directory");
      }
      for (String name : List.of(TEXT, HTML)) {
        problem(place.resolve(name)).ifPresent(problems::add);
      }
    });
    return problems;
  }

  private static Optional<String> problem(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      compiled(file.getFileName().toString(), Files.readString(file)).execute(SAMPLE);
      return Optional.empty();
    } catch (MustacheException.Context e) {
      return Optional.of(file + ":" + e.lineNo + ": there is no '" + e.key + "' here");
    } catch (MustacheException | IOException e) {
      return Optional.of(file + ": " + e.getMessage());
    }
  }

  /** It was sound when the configuration was read; a mail is worth more than its looks. */
  private Optional<String> own(String name, Message message) {
    Optional<Path> file = directory.map(place -> place.resolve(name)).filter(Files::exists);
    try {
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(compiled(name, Files.readString(file.get())).execute(message));
    } catch (MustacheException | IOException e) {
      return Optional.empty();
    }
  }

  private static Template builtIn(String name) {
    try (InputStream template = Templates.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(template).readAllBytes();
      return compiled(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes from outside is escaped in HTML, unless a template asks for it as it is. */
  private static Template compiled(String name, String text) {
    return Mustache.compiler().escapeHTML(name.endsWith(".html")).compile(text);
  }

  private static Message sample() {
    List<Fact> facts = List.of(new Fact("Name", "value"));
    List<String> words = List.of("A sentence.");
    List<Command> commands = List.of(new Command("tocsin explain", "to know more"));
    Part part = new Part("frigate", words, words, facts);
    return new Message(
        "frigate is down", false, true, List.of(part), words, words, commands, facts);
  }
}
