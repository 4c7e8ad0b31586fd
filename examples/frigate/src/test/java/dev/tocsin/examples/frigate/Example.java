package dev.tocsin.examples.frigate;

import dev.tocsin.runner.check.Condition;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.ConfigurationReader;
import dev.tocsin.runner.config.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of this example. */
final class Example {

  static final Path DIRECTORY = Path.of("").toAbsolutePath();

  private Example() {}

  /** Its configuration, with a password where it says. */
  static Configuration read(Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("password"), "hunter2");
    String text = text("tocsin.yaml").replace("/secrets/smtp/password", secret.toString());
    Path file = Files.writeString(directory.resolve("tocsin.yaml"), text);
    Reading reading = ConfigurationReader.read(file, Map.of(), Condition::problem);
    if (reading instanceof Reading.Invalid invalid) {
      throw new IllegalStateException(invalid.problems().toString());
    }
    return ((Reading.Valid) reading).configuration();
  }

  static String text(String file) throws IOException {
    return Files.readString(DIRECTORY.resolve(file));
  }
}
