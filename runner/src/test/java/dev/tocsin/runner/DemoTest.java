package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.runner.demo.Demo;
import dev.tocsin.runner.report.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it counts what runs")
class DemoTest {

  private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1:|port: )(\\d+)");
  private static final long PATIENCE_MILLIS = 10_000;

  @TempDir
  private static Path directory;

  private static Set<Thread> threadsBefore = Set.of();
  private static Set<ProcessHandle> childrenBefore = Set.of();
  private static String told = "";

  @BeforeAll
  static void play() {
    threadsBefore = Thread.getAllStackTraces().keySet();
    childrenBefore = ProcessHandle.current().children().collect(Collectors.toSet());
    told = told(directory);
  }

  private static String told(Path directory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    boolean asPromised = new DemoCommand(around(out, err)).play(directory);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(asPromised).isTrue();
    return out.toString(StandardCharsets.UTF_8)
        .replace(directory.toString(), "DIRECTORY")
        .replaceAll(" in \\d+ ms +", " in 12 ms  ")
        .replaceAll("WHY +DONE", "WHY  DONE");
  }

  private static Surroundings around(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    Surroundings process = Surroundings.ofProcess();
    return new Surroundings(
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        process.time(),
        ZoneOffset.UTC,
        Screen.PLAIN,
        process.workshop());
  }

  @Test
  void without_memory_every_round_restarts_and_mails_and_nothing_comes_up() {
    assertThat(row("without memory"))
        .containsExactly("46", "46", "38", "46 times", "nobody", "not that night");
  }

  @Test
  void a_flag_tells_once_and_restarts_what_cannot_run() {
    assertThat(row("with a flag")).containsExactly("1", "1", "1", "once", "nobody", "02:18");
  }

  @Test
  void a_flag_that_gitops_resets_is_a_storm_again() {
    assertThat(row("flag reset every 10 min"))
        .containsExactly("19", "19", "19", "19 times", "nobody", "02:18");
  }

  @Test
  void a_node_check_before_the_mail_makes_silence_of_the_storm() {
    assertThat(row("flag and node check"))
        .containsExactly("0", "0", "0", "nobody", "nobody", "02:18");
  }

  @Test
  void tocsin_tells_once_restarts_nothing_and_says_when_it_is_over() {
    assertThat(row("tocsin")).containsExactly("2", "0", "0", "once", "once", "02:18");
  }

  private static List<String> row(String checker) {
    String row =
        told.lines().filter(l -> l.startsWith(checker + "  ")).findFirst().orElseThrow();
    return List.of(row.substring(checker.length()).strip().split(" {2,}"));
  }

  @Test
  void every_round_of_the_night_is_told() {
    List<String> rounds = Stream.iterate(LocalTime.of(22, 50), t -> t.plusMinutes(5))
        .limit(49)
        .map(LocalTime::toString)
        .toList();
    List<String> lines =
        told.lines().filter(l -> l.matches("\\d\\d:\\d\\d  frigate .*")).toList();
    assertThat(lines).extracting(l -> l.substring(0, 5)).isEqualTo(rounds);
    assertThat(lines)
        .contains("02:15  frigate  ALERTED  failures are confirmed afresh before acting: 1 of 2  -")
        .filteredOn(l -> l.contains("→"))
        .extracting(l -> l.replaceAll("(?<=[A-Z])  [a-z].*", ""))
        .containsExactly(
            "23:05  frigate  HEALTHY → DEGRADED",
            "23:10  frigate  DEGRADED → ALERTED",
            "02:20  frigate  ALERTED → RECOVERED",
            "02:25  frigate  RECOVERED → HEALTHY");
  }

  @Test
  void the_mails_are_shown_as_they_arrived_and_the_alert_names_the_node() {
    assertThat(told.lines().filter(l -> l.contains("| Subject: ")).toList())
        .hasSize(2)
        .satisfies(l -> assertThat(l.get(0)).contains("is down").contains("node still-fawn"))
        .satisfies(l -> assertThat(l.get(1)).contains("recovered after 3h 15m"));
    assertThat(told)
        .contains("| Message-ID: <frigate-r4-20261122T220500Z-alert-1@tocsin.example.org>")
        .contains("| Message-ID: <frigate-r4-20261122T220500Z-recovery-1@tocsin.example.org>");
  }

  @Test
  void a_tocsin_that_sleeps_through_the_night_is_found_out(@TempDir Path another) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Demo sleeping = new Demo((file, time, out) -> 0, nowhere, Screen.PLAIN);
    assertThat(sleeping.play(another)).isFalse();
  }

  /** Its turning points; the mails by their subjects. */
  @Test
  void the_readme_shows_the_night_as_it_is_told() {
    String night = told.lines()
        .filter(l -> l.contains(" -- ")
            || l.contains("→")
            || l.contains("afresh before")
            || l.contains("| Subject: "))
        .map(l -> l.replaceAll("  -$", ""))
        .collect(Collectors.joining("\n"));
    Document.of("README.md").shows("night", "```console\n" + night + "\n```\n");
  }

  @Test
  void the_readme_shows_the_checkers_as_they_were_counted() {
    String arms = told.lines()
        .dropWhile(l -> !l.startsWith("CHECKER"))
        .takeWhile(l -> !l.isBlank())
        .collect(Collectors.joining("\n"));
    Document.of("README.md").shows("arms", "```console\n" + arms + "\n```\n");
  }

  @Test
  void the_same_night_is_told_twice_in_the_same_words(@TempDir Path another) {
    assertThat(told(another)).isEqualTo(told);
  }

  @Test
  void nothing_goes_on_when_the_night_is_over() throws IOException, InterruptedException {
    assertThat(ProcessHandle.current().children().filter(c -> !childrenBefore.contains(c)))
        .isEmpty();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      // The JDK keeps its own for a while: clients until they are collected, reapers for a minute.
      if (!threadsBefore.contains(thread) && !isOfTheJdk(thread)) {
        thread.join(PATIENCE_MILLIS);
        assertThat(thread.isAlive()).as("%s", thread).isFalse();
      }
    }
    String yaml = Files.readString(directory.resolve("tocsin/tocsin.yaml"));
    List<MatchResult> ports = PORT.matcher(yaml).results().toList();
    assertThat(ports).hasSize(3);
    for (MatchResult port : ports) {
      assertThatThrownBy(() ->
              new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1))).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  private static boolean isOfTheJdk(Thread thread) {
    return thread.getName().startsWith("HttpClient") || thread.getName().equals("process reaper");
  }
}
