package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tocsin.round.Round;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/install.md shows is what is shipped; {@code -Ddocs.update=true} rewrites. */
class InstallPageTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path UNITS = ROOT.resolve("install/systemd");
  private static final Path CRON = ROOT.resolve("install/cron/tocsin");
  private static final String PROGRAM = "/opt/tocsin/tocsin";

  private final Document document = Document.of("docs/install.md");

  @TempDir
  Path directory;

  @Test
  void what_the_page_shows_is_what_somebody_copies() throws IOException {
    for (String unit : List.of("tocsin.service", "tocsin.timer")) {
      document.shows(unit, block("ini", UNITS.resolve(unit)));
    }
    document.shows("cron", block("crontab", CRON));
  }

  private static String block(String language, Path file) throws IOException {
    return "```" + language + "\n" + Files.readString(file) + "```\n";
  }

  @Test
  void systemd_finds_nothing_wrong_with_the_units() throws Exception {
    assumeTrue(isThere("systemd-analyze"), "not run: needs systemd-analyze");
    for (String unit : List.of("tocsin.service", "tocsin.timer")) {
      String text = Files.readString(UNITS.resolve(unit));
      Files.writeString(
          directory.resolve(unit), text.replace(PROGRAM, ROOT.resolve("tocsin").toString()));
    }
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
    command.add(directory.resolve("tocsin.service").toString());
    command.add(directory.resolve("tocsin.timer").toString());
    assertThat(said(command)).isEmpty();
  }

  @Test
  void a_misspelt_line_in_a_unit_would_be_found() throws Exception {
    assumeTrue(isThere("systemd-analyze"), "not run: needs systemd-analyze");
    Path unit = Files.writeString(
        directory.resolve("wrong.service"),
        "[Service]\nType=oneshot\nExecStart=/bin/true\nUsr=a\n");
    assertThat(said(List.of("systemd-analyze", "verify", "--man=no", unit.toString())))
        .contains("Usr");
  }

  @Test
  void cron_runs_a_round_every_five_minutes_and_mails_only_what_is_wrong() throws Exception {
    List<String> lines = Files.readAllLines(CRON);
    String line = lines.get(lines.size() - 1);
    assertThat(line).startsWith("*/5 * * * * tocsin " + PROGRAM + " ");
    Path program = Files.writeString(
        directory.resolve("tocsin"), "#!/bin/sh\necho target; echo \"wrong: $*\" >&2\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String command = line.substring(line.indexOf(PROGRAM)).replace(PROGRAM, program.toString());
    assertThat(said(List.of("sh", "-c", command)))
        .isEqualTo("wrong: run -c /etc/tocsin/tocsin.yaml\n");
  }

  /** A round that is ended from outside could not say why. */
  @Test
  void systemd_waits_longer_than_a_round_takes() throws IOException {
    String unit = Files.readString(UNITS.resolve("tocsin.service"));
    assertThat(unit).contains("TimeoutStartSec=4min 40s\n", "TimeoutStopSec=30s\n");
    assertThat(Round.deadline(Duration.ofMinutes(5)).plus(RunCommand.OVERTIME))
        .isLessThan(Duration.ofSeconds(280));
    assertThat(RunCommand.STOP_GRACE).isLessThan(Duration.ofSeconds(30));
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static String said(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
