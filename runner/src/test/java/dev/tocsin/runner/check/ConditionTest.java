package dev.tocsin.runner.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  private static final String FAST = "body.detectors.coral.inference_speed < 100.0";
  private static final String CAMERAS =
      "body.cameras.filter(c, body.cameras[c].camera_fps < 1.0).size() * 2 <= body.cameras.size()";

  private final Conditions conditions = new Conditions();

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.0", "-0", "-0.0", "99", "9.9e1", "99.999", "1e1", "0e0", "1E-400"})
  void a_detector_that_is_fast_enough_is_so_however_its_number_is_written(String speed) {
    assertThat(detector(FAST, speed)).isEmpty();
    assertThat(detector("body.detectors.coral.inference_speed < 100", speed)).isEmpty();
    assertThat(detector("body.detectors.coral.inference_speed >= 0", speed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100",
    "100.0, 100",
    "1e2, 100",
    "1E+2, 100",
    "250.5, 250.5",
    "123456789012345678901234567890, 1.2345678901234568E29",
    "1e400, Infinity",
    "LONG, Infinity"
  })
  void a_detector_that_is_too_slow_is_failing_however_its_number_is_written(
      String written, String seen) {
    String speed = written.replace("LONG", "1" + "0".repeat(400));
    assertThat(detector(FAST, speed)).contains(FAST + " is false: saw " + seen);
    assertThat(detector("body.detectors.coral.inference_speed < 100", speed))
        .contains("body.detectors.coral.inference_speed < 100 is false: saw " + seen);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "null, null",
        "\"12\", a text of 2 characters",
        "true, true",
        "[], a list of 0",
        "{}, an object of 0"
      })
  void a_value_that_is_no_number_is_failing(String speed, String seen) {
    assertThat(detector(FAST, speed))
        .contains(FAST + " cannot be evaluated: an operator does not fit its values: saw " + seen);
  }

  @Test
  void an_absent_value_is_failing() {
    assertThat(unmet(FAST, "{\"detectors\": {\"coral\": {}}}"))
        .contains(FAST + " cannot be evaluated: no such field, 'inference_speed' is" + " absent");
    assertThat(unmet(FAST, "{}")).get().asString().contains("no such field, 'detectors'");
    assertThat(unmet(FAST, "[1]")).get().asString().contains("cannot be evaluated");
    assertThat(unmet(FAST, "null")).get().asString().contains("cannot be evaluated");
  }

  // S10
  @ParameterizedTest
  @ValueSource(
      strings = {
        "body.token == 'x'",
        "body.token < 1",
        "body.token",
        "body[body.token] == 1",
        "int(body.token) == 1",
        "duration(body.token) < duration('1s')",
        "timestamp(body.token) < timestamp('2026-01-01T00:00:00Z')",
        "body.token.matches('^b')",
        "'a'.matches(body.token)",
        "body.list[body.token] == 1",
        "[body.token] == ['x']",
        "{body.token: 1} == {'x': 1}"
      })
  void a_secret_in_an_answer_is_not_quoted_in_a_symptom(String condition) {
    assertThat(unmet(condition, "{\"token\": \"canary-(\", \"list\": [1]}"))
        .get()
        .asString()
        .doesNotContain("canary");
  }

  @Test
  void null_and_absent_can_be_asked_for() {
    assertThat(unmet("body.x == null", "{\"x\": null}")).isEmpty();
    assertThat(unmet("body.x == null", "{\"x\": 0}")).contains("body.x == null is false: saw 0");
    assertThat(unmet("!has(body.x) || body.x < 1", "{}")).isEmpty();
    assertThat(unmet("has(body.x)", "{\"x\": null}")).isEmpty();
  }

  @Test
  void half_of_the_cameras_without_frames_is_borne_and_more_is_failing() {
    assertThat(cameras("0", "5")).isEmpty();
    assertThat(cameras("0.0", "1e1", "5", "0.99")).isEmpty();
    assertThat(cameras("0", "0.0", "5")).contains(shown(CAMERAS) + " is false: saw 4 and 3");
    assertThat(cameras()).isEmpty();
    assertThat(cameras("0")).isPresent();
  }

  @Test
  void a_camera_whose_frames_are_unknown_is_failing() {
    assertThat(cameras("5", "null", "5")).get().asString().contains("cannot be evaluated");
    assertThat(unmet(CAMERAS, "{\"cameras\": {\"door\": {}}}"))
        .get()
        .asString()
        .contains("no such field, 'camera_fps'");
  }

  @Test
  void of_several_conditions_the_one_that_does_not_hold_is_shown() {
    assertThat(unmet("body.a < 1 && body.b < 2 && body.c < 3", "{\"a\": 0, \"b\": 7, \"c\": 0}"))
        .contains("body.a < 1 && body.b < 2 && body.c < 3 is false: saw 7");
  }

  @Test
  void status_and_latency_compare_with_whole_numbers_too() {
    assertThat(unmet("status == 200 && status < 300 && status == 200.0", "{}")).isEmpty();
    assertThat(unmet("latency < 1 && latency == 0.25", "{}")).isEmpty();
    assertThat(unmet("latency < 0.1", "{}")).contains("latency < 0.1 is false: saw 0.25");
  }

  @Test
  void a_condition_that_is_neither_true_nor_false_is_failing() {
    assertThat(unmet("body.x", "{\"x\": true}")).isEmpty();
    assertThat(unmet("body.x", "{\"x\": \"yes\"}"))
        .contains("body.x cannot be evaluated: it is a text of 3 characters");
  }

  @Test
  @Timeout(60)
  void a_condition_that_would_run_for_ever_is_cut_short() {
    String list = "[" + "0,".repeat(3000) + "0]";

    assertThat(unmet("body.all(a, body.all(b, body.all(c, c == 0)))", list))
        .get()
        .asString()
        .contains("it takes more than 100000 steps");
  }

  @Test
  void what_does_not_compile_is_named_with_its_column() {
    assertThat(Condition.problem(FAST)).isEmpty();
    assertThat(Condition.problem(CAMERAS)).isEmpty();
    assertThat(Condition.problem("body.x <").orElseThrow()).startsWith("column 9: mismatched");
    assertThat(Condition.problem("true && foo == 1"))
        .contains("column 9: undeclared reference to 'foo'");
    assertThat(Condition.problem("'a' < 1").orElseThrow())
        .isEqualTo("column 5: found no matching overload for '_<_' applied to '(string, int)'");
    assertThat(Condition.problem("1 + 1")).contains("is int, not true or false");
    assertThat(Condition.problem("")).isPresent();
    assertThat(Condition.problem("(".repeat(5000))).isPresent();
  }

  private Optional<String> detector(String condition, String speed) {
    return unmet(condition, "{\"detectors\": {\"coral\": {\"inference_speed\": " + speed + "}}}");
  }

  private Optional<String> cameras(String... framesPerSecond) {
    StringBuilder json = new StringBuilder();
    for (String fps : framesPerSecond) {
      String comma = json.length() == 0 ? "" : ",";
      json.append(comma).append("\"c").append(json.length()).append("\": {\"camera_fps\": ");
      json.append(fps).append("}");
    }
    return unmet(CAMERAS, "{\"cameras\": {" + json + "}}");
  }

  private Optional<String> unmet(String condition, String json) {
    return conditions.unmet(
        List.of(condition), 200, Duration.ofMillis(250), json.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(String condition) {
    return condition.length() <= 100 ? condition : condition.substring(0, 99) + "…";
  }
}
