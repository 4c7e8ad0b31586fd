package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are none: opening a pipe waits for its writer. */
@Timeout(30)
class PipeTest {

  @TempDir
  Path directory;

  @Test
  void a_configuration_that_nobody_writes_does_not_hang_for_ever() throws Exception {
    assertThat(((Reading.Invalid) read(pipe("tocsin.yaml"))).problems())
        .singleElement()
        .asString()
        .endsWith(":1:1: the configuration cannot be read: it did not end within 5s");
  }

  @Test
  void a_configuration_from_a_pipe_is_read_as_one_from_a_file() throws Exception {
    Path pipe = pipe("tocsin.yaml");
    Thread writer = new Thread(() -> write(pipe));
    writer.setDaemon(true);
    writer.start();
    assertThat(read(pipe)).isInstanceOf(Reading.Valid.class);
  }

  @Test
  void a_password_from_a_pipe_does_not_hang_and_a_link_to_a_file_is_read() throws Exception {
    pipe("pipe");
    Files.createSymbolicLink(directory.resolve("to-pipe"), Path.of("pipe"));
    Written written = new Written(directory);
    written.write("secret", Written.CANARY);
    Files.createSymbolicLink(directory.resolve("to-secret"), Path.of("secret"));
    for (String name : new String[] {"pipe", "to-pipe"}) {
      assertThat(written.problems(mail(name)))
          .singleElement()
          .asString()
          .contains(name + " cannot be read: it is no regular file");
    }
    assertThat(written.problems(mail("to-secret"))).isEmpty();
  }

  private static String mail(String passwordFile) {
    return "mail: {from: a@example.org, to: [b@example.org], smtp: {host: h, username: me,"
        + " passwordFile: " + passwordFile + "}}\n" + Written.TARGET;
  }

  private static Reading read(Path file) {
    return ConfigurationReader.read(file, Map.of(), condition -> Optional.empty());
  }

  private Path pipe(String name) throws Exception {
    Path pipe = directory.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private static void write(Path pipe) {
    try {
      Files.writeString(pipe, Written.TARGET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
