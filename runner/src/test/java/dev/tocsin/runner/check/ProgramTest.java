package dev.tocsin.runner.check;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static dev.tocsin.runner.check.Looking.at;
import static dev.tocsin.runner.check.Looking.exec;
import static dev.tocsin.runner.check.Looking.hasty;
import static dev.tocsin.runner.check.Looking.passing;
import static dev.tocsin.runner.check.Looking.symptom;
import static dev.tocsin.runner.check.Looking.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProgramTest {

  @TempDir
  Path directory;

  @Test
  void a_program_that_exits_with_zero_passes() {
    passing(at(exec("true")));
  }

  @Test
  void a_program_that_fails_is_failing_with_its_last_words() {
    assertThat(symptom(at(exec("sh", "-c", "echo fine; echo no such disk >&2; echo; exit 3"))))
        .isEqualTo("exit 3: no such disk");
    assertThat(symptom(at(exec("false")))).isEqualTo("exit 1");
  }

  @Test
  void hostile_output_stays_one_short_line() {
    assertThat(symptom(at(exec("sh", "-c", "printf 'a\\033[31mb\\r\\000c'; exit 1"))))
        .isEqualTo("exit 1: c");
    assertThat(symptom(at(exec("sh", "-c", "printf 'x%.0s' $(seq 5000); exit 1"))))
        .hasSize(200);
  }

  @Test
  void arguments_are_given_as_they_are_and_no_shell_reads_them() {
    assertThat(symptom(at(exec("sh", "-c", "echo \"$1\"; exit 1", "sh", "$(id) ; `id` *"))))
        .isEqualTo("exit 1: $(id) ; `id` *");
  }

  @Test
  void a_program_that_wants_input_gets_none_and_does_not_wait_for_it() {
    passing(at(exec("cat")));
  }

  @Test
  void a_program_that_does_not_end_is_killed_with_its_descendants() throws Exception {
    Path pids = directory.resolve("pids");
    String script = "sleep 1000 & echo $! >> " + pids + "; sh -c 'echo $$ >> " + pids
        + "; sleep 1000 & echo $! >> " + pids + "; wait' & echo $$ >> " + pids + "; wait";

    assertThat(symptom(at(hasty("sh", "-c", script))))
        .isEqualTo("timed out after 2s while the program ran, which was killed");

    assertThat(Files.readAllLines(pids)).hasSize(4).allSatisfy(ProgramTest::assertDead);
  }

  @Test
  void a_program_that_ignores_sigterm_is_killed() throws IOException {
    Path pid = directory.resolve("pid");

    symptom(
        at(hasty("sh", "-c", "trap '' TERM; echo $$ > " + pid + "; while :; do sleep 1; done")));

    assertDead(Files.readString(pid).strip());
  }

  @Test
  void nothing_is_left_when_the_thread_that_looks_is_interrupted() throws Exception {
    Path pid = directory.resolve("pid");
    Thread looking = new Thread(() -> at(exec("sh", "-c", "echo $$ > " + pid + "; sleep 1000")));
    looking.start();
    awaitText(pid);
    looking.interrupt();
    looking.join();

    assertDead(Files.readString(pid).strip());
  }

  @Test
  void nothing_is_left_when_we_are_told_to_stop() throws Exception {
    Path pid = directory.resolve("pid");
    Process us = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Sleeping.class.getName(),
            pid.toString())
        .inheritIO()
        .start();
    awaitText(pid);
    us.destroy();

    assertThat(us.waitFor()).isEqualTo(143);
    assertDead(Files.readString(pid).strip());
  }

  /** Looks at a program that does not end. */
  static final class Sleeping {

    private Sleeping() {}

    /** Takes the file for the process id. */
    public static void main(String[] arguments) {
      at(exec("sh", "-c", "echo $$ > " + arguments[0] + "; sleep 1000"));
    }
  }

  @Test
  void a_flood_of_output_neither_blocks_nor_fills_our_memory() {
    assertThat(
            symptom(at(exec("sh", "-c", "head -c 100000000 /dev/zero; echo; echo over; exit 1"))))
        .isEqualTo("exit 1: over");
  }

  @Test
  void a_child_that_keeps_the_output_open_does_not_keep_us() throws Exception {
    Path pid = directory.resolve("pid");
    long start = System.nanoTime();
    try {
      passing(at(exec("sh", "-c", "sleep 1000 & echo $! > " + pid)));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    } finally {
      handle(Files.readString(pid).strip()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void a_missing_program_says_nothing_of_the_target() {
    assertThat(unknown(at(exec("/no/such/program"))).cause()).isEqualTo(Cause.OURS_MISSING);
    assertThat(unknown(at(exec("no-such-program"))).detail())
        .isEqualTo("the program no-such-program is missing");
  }

  @Test
  void a_program_that_is_not_executable_says_nothing_of_the_target() throws IOException {
    Path script = Files.writeString(directory.resolve("check.sh"), "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(unknown(at(exec(script.toString()))).cause()).isEqualTo(Cause.OURS_MISSING);
    assertThat(unknown(at(exec(script.toString()))).detail())
        .isEqualTo("the file " + script + " is not executable");
  }

  @Test
  void the_subject_does_not_show_the_arguments() {
    assertThat(exec("check", "--password=canary").subject()).startsWith("program check #");
    assertThat(exec("check", "--password=canary").toString()).doesNotContain("canary");
    assertThat(exec("check", "a").subject()).isNotEqualTo(exec("check", "b").subject());
  }

  private static void awaitText(Path file) {
    patiently().until(() -> Files.exists(file) && Files.size(file) > 0);
  }

  private static void assertDead(String pid) {
    handle(pid)
        .ifPresent(alive ->
            assertThat(alive.onExit()).as("process " + pid).succeedsWithin(5, TimeUnit.SECONDS));
  }

  private static Optional<ProcessHandle> handle(String pid) {
    return ProcessHandle.of(Long.parseLong(pid));
  }
}
