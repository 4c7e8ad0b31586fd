package dev.tocsin.runner.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loading CEL takes half a second: a round without conditions does not pay for it. */
@Timeout(60)
class LazyConditionTest {

  @Test
  void a_check_without_conditions_loads_nothing_of_cel() throws Exception {
    try (WebServer server = new WebServer().answering("/ok", 200, "{}")) {
      assertThat(classesLoaded(server.url("/ok")))
          .contains("dev.tocsin.runner.check.HttpCheck")
          .doesNotContain("dev.cel.bundle.", "dev.cel.runtime.", "tools.jackson");
      assertThat(classesLoaded(server.url("/ok"), "status == 200")).contains("dev.cel.bundle.");
    }
  }

  private static String classesLoaded(String... arguments) throws Exception {
    ProcessBuilder java = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-Xlog:class+load",
        "-cp",
        System.getProperty("java.class.path"),
        Once.class.getName());
    java.command().addAll(List.of(arguments));
    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** Looks once. */
  static final class Once {

    private Once() {}

    /** Takes a URL and conditions. */
    public static void main(String[] arguments) {
      String[] expect = Arrays.copyOfRange(arguments, 1, arguments.length);
      Looking.passing(Looking.at(Looking.http(arguments[0], expect)));
    }
  }
}
