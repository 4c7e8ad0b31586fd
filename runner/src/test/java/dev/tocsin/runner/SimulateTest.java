package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.round.Time;
import dev.tocsin.runner.report.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SimulateTest {

  private static final String POLICY = """
      ledger: {file: ledger.json}
      targets:
      - {name: frigate, check: {tcp: "a:1"}, remediation: {exec: ["true"]}}
      - {name: mqtt, check: {tcp: "a:1"}}
      """;

  @TempDir
  Path directory;

  private String out = "";
  private String err = "";

  @Test
  void the_catalogue_is_as_it_must_be() {
    assertThat(simulate()).isZero();
    assertThat(out.lines().skip(1)).isNotEmpty().allMatch(line -> line.endsWith("as it must be"));
    assertThat(err).isEmpty();
  }

  @Test
  void one_story_is_drawn_in_the_terminal_and_on_a_page() throws IOException {
    Path page = directory.resolve("night.html");
    assertThat(simulate("night-of-the-incident", "--html", page.toString())).isZero();
    assertThat(out).startsWith("The night of the incident\n").contains("mails: 2, restarts: 0");
    assertThat(Files.readString(page)).startsWith("<!doctype html>").contains("still-fawn");
  }

  @Test
  void everything_that_is_wrong_with_a_story_is_said_with_its_line() throws IOException {
    Path story = Files.writeString(directory.resolve("x.story"), """
        story x
        why y
        target a on b
        00:05 a sik
        00:04 node c down
        01:00 end
        must at most many mails
        """);
    assertThat(simulate(story.toString())).isEqualTo(2);
    assertThat(err.lines())
        .anyMatch(line -> line.startsWith(story + ":4: 'a sik' is no event"))
        .anyMatch(line -> line.startsWith(story + ":5: "))
        .anyMatch(line -> line.startsWith(story + ":7: 'at most many mails' is no invariant"));
    assertThat(out).isEmpty();
    assertThat(simulate("no-such-story")).isEqualTo(2);
    assertThat(err).startsWith("no-such-story: no such file, and no story of the catalogue");
  }

  @Test
  void a_story_gets_what_is_seen_and_then_is_held_to_it() throws IOException {
    Path story = Files.writeString(directory.resolve("mine.story"), """
        story Mine
        why   To see.
        target a on b
        00:03 a sick
        00:30 end
        """);
    assertThat(simulate("--update", story.toString())).isZero();
    String updated = Files.readString(story);
    assertThat(updated).contains("\nseen\n").contains("mail: a: down");
    assertThat(simulate(story.toString())).isZero();
    Files.writeString(story, updated.replace("mail: a: down", "mail: a: up"));
    assertThat(simulate(story.toString())).isEqualTo(1);
    assertThat(err).contains("must be seen: 00:10  mail: a: up");
  }

  @Test
  void a_fault_that_is_left_out_breaks_nothing() throws IOException {
    Path yaml = policy(POLICY + "invariants: [at most 2 restarts of frigate per hour]\n");
    String[] search = {
      "-c",
      yaml.toString(),
      "--search",
      "--depth",
      "0",
      "--seeds",
      "1000",
      "--seed",
      "1",
      "--out",
      directory.resolve("found.story").toString()
    };
    assertThat(simulate(search)).isEqualTo(1);
    String[] without = Arrays.copyOf(search, search.length + 2);
    without[search.length] = "--without";
    without[search.length + 1] = "ledger,clock";
    assertThat(simulate(without)).isZero();
    without[search.length + 1] = "ledgr";
    assertThat(simulate(without)).isEqualTo(2);
    assertThat(err).contains("'ledgr' is no fault; there are: nodes, sickness, ");
  }

  @Test
  void a_policy_that_breaks_its_own_invariant_is_found_and_the_story_breaks_it_again()
      throws IOException {
    Path yaml = policy(POLICY + "invariants: [at most 0 restarts per day]\n");
    Path found = directory.resolve("found.story");
    assertThat(simulate(
            "-c", yaml.toString(), "--search", "--depth", "3", "--seeds", "0", "--out", "" + found))
        .isEqualTo(1);
    assertThat(out).contains("broken: at most 0 restarts per day: 1 restart");
    assertThat(simulate(found.toString())).isEqualTo(1);
    assertThat(err).contains("broken: at most 0 restarts per day");
  }

  /** Three failures in a row take longer than a day, where rounds come twice a day. */
  @Test
  void what_is_not_well_in_the_calm_is_found_and_the_story_says_it_again() throws IOException {
    Path yaml = policy("""
        ledger: {file: ledger.json}
        interval: 12h
        targets:
        - {name: mqtt, failuresToAlert: 3, check: {tcp: "a:1"}}
        """);
    Path found = directory.resolve("found.story");
    String broken = "broken: L1 a persistent outage is told: mqtt, 25 hours after all was mended";
    assertThat(simulate(
            "-c",
            yaml.toString(),
            "--search",
            "--depth",
            "0",
            "--seed",
            "40",
            "--seeds",
            "1",
            "--out",
            "" + found))
        .isEqualTo(1);
    assertThat(out).contains(broken);
    assertThat(Files.readString(found)).contains("\nmust      L1 a persistent outage is told\n");
    assertThat(simulate(found.toString())).isEqualTo(1);
    assertThat(err).isEqualTo(found + ": " + broken + "\n");
  }

  @Test
  void a_story_that_is_well_in_the_calm_is_as_it_must_be() throws IOException {
    Path story = Files.writeString(directory.resolve("mine.story"), """
        story Mine
        why   Whatever happened, it ends well.
        target a on b
        00:03 a sick
        00:10 mail down
        00:30 end
        must  L1
        must  L2 a recovery closes its incident, and is told
        """);
    assertThat(simulate(story.toString())).isZero();
    assertThat(simulate("--update", story.toString())).isZero();
    assertThat(Files.readString(story)).contains("must      L1 a persistent outage is told\n");
  }

  @Test
  void a_policy_that_holds_is_said_to_and_writes_nothing() throws IOException {
    Path yaml = policy(POLICY);
    Path found = directory.resolve("found.story");
    assertThat(simulate(
            "-c",
            yaml.toString(),
            "--search",
            "--depth",
            "2",
            "--seeds",
            "50",
            "--out",
            "" + found))
        .isZero();
    assertThat(out).endsWith("No invariant was broken.\n");
    assertThat(found).doesNotExist();
  }

  @Test
  void an_invariant_that_cannot_be_read_is_answered_with_its_place_and_what_there_is()
      throws IOException {
    Path yaml = policy(POLICY + "invariants:\n- at most many mails\n");
    assertThat(simulate("-c", yaml.toString(), "--search")).isEqualTo(2);
    assertThat(err).startsWith(yaml + ":6:3: 'at most many mails' is no invariant; there are: ");
  }

  @Test
  void the_same_story_is_counted_for_every_checker() {
    assertThat(simulate("--compare", "night-of-the-incident")).isZero();
    assertThat(out)
        .contains("without memory")
        .contains("In 1 story. Spans are medians, over all outages.");
  }

  private Path policy(String yaml) throws IOException {
    return Files.writeString(directory.resolve("tocsin.yaml"), yaml);
  }

  private int simulate(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "simulate";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    int code = Main.run(
        command,
        new Surroundings(
            Map.of(),
            new PrintStream(said, true, StandardCharsets.UTF_8),
            new PrintStream(complained, true, StandardCharsets.UTF_8),
            Time.system(),
            ZoneOffset.UTC,
            Screen.PLAIN,
            new Wiring()));
    out = said.toString(StandardCharsets.UTF_8);
    err = complained.toString(StandardCharsets.UTF_8);
    return code;
  }
}
