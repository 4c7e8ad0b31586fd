package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;
import picocli.CommandLine;

/** What a shell completes is what the command line takes. */
class CompletionTest {

  private static final Path SCRIPT =
      Path.of("").toAbsolutePath().resolveSibling("install/completion/tocsin");

  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  /** {@code -Ddocs.update=true} rewrites. */
  @Test
  void the_script_is_made_of_the_commands_and_their_options() throws IOException {
    CommandLine line = Verbs.line(new String[0], world.around());
    String script = AutoComplete.bash("tocsin", line).replaceAll("(?m)[ \t]+$", "");
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(SCRIPT.getParent());
      Files.writeString(SCRIPT, script);
    }
    assertThat(Files.readString(SCRIPT)).isEqualTo(script);
  }

  @Test
  void bash_completes_a_command_and_its_options_with_it() throws Exception {
    assertThat(completed("tocsin", "mani")).containsExactly("manifests");
    assertThat(completed("tocsin", "run", "--sh")).containsExactly("--shard");
    assertThat(completed("tocsin", "status", "--output", "")).contains("TABLE", "JSON");
  }

  /** Outside of a completion bash has no options of one. */
  private static List<String> completed(String... words) throws Exception {
    String line =
        "compopt() { :; }; source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_tocsin; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(SCRIPT, quoted(words), words.length - 1);
    Process bash = new ProcessBuilder("bash", "--norc", "-c", line)
        .redirectErrorStream(true)
        .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.lines().map(String::strip).toList();
  }

  private static String quoted(String... words) {
    return String.join(
        " ", List.of(words).stream().map(word -> "'" + word + "'").toList());
  }
}
