package dev.tocsin.runner.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.report.Screen;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.UserRules;
import dev.tocsin.simulation.story.Catalogue;
import dev.tocsin.simulation.story.Reading;
import dev.tocsin.simulation.story.Story;
import dev.tocsin.simulation.story.StoryReader;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShownTest {

  private static final String NIGHT = "night-of-the-incident";

  @Test
  void the_night_in_a_terminal() {
    assertThat(HistoryText.of(played(NIGHT), Screen.PLAIN)).isEqualTo("""
        The night of the incident
        A node was down for maintenance; a checker restarted what could run nowhere and mailed every five minutes.

                 21:50       22:50       23:50       00:50       01:50
        frigate  ···-######################################+······
                     m                                      m

        · healthy  - degraded  # alerted  ~ remediating  + recovered  m mail  ^ restart  ! pointless restart

        22:03 to 01:11  node still-fawn down

        mails: 2, restarts: 0, pointless restarts: 0, outages: 1, until told: 5m, until it was over: 3h15m
        """);
  }

  @Test
  void mails_and_restarts_of_one_time_are_both_shown() {
    assertThat(HistoryText.of(played("restart-that-helps"), Screen.PLAIN)).contains("""
        frigate  ···-~+·······
                     m m
                     ^
        """);
  }

  @Test
  void a_long_history_fits_into_a_narrow_terminal() {
    Screen narrow = new Screen(OptionalInt.of(60), Screen.Colours.OFF);
    assertThat(HistoryText.of(played("flag-lost-every-ten-minutes"), narrow).lines())
        .filteredOn(line -> line.startsWith("frigate"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
  }

  static List<String> stories() {
    return Catalogue.names();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void every_story_of_the_catalogue_can_be_drawn(String name) {
    JsonNode history = drawn(played(name));
    assertThat(history.get("title").asString()).isNotBlank();
    assertThat(history.get("targets")).isNotEmpty();
    for (JsonNode target : history.get("targets")) {
      assertThat(target.get("rounds")).isNotEmpty();
      for (JsonNode round : target.get("rounds")) {
        assertThat(round.get("seen").asString()).isIn("passing", "failing", "unknown");
        assertThat(round.get("reason").asString()).isNotBlank();
      }
    }
  }

  @Test
  void the_page_says_when_the_node_was_down_and_what_was_told() {
    JsonNode history = drawn(played(NIGHT));
    assertThat(history.get("faults").get(0).get("what").asString())
        .isEqualTo("node still-fawn down");
    assertThat(history.get("faults").get(0).get("until").asString()).startsWith("2026-11-23T01:11");
    assertThat(history.get("mails")).hasSize(2);
    assertThat(history.get("invariants"))
        .isNotEmpty()
        .allSatisfy(i -> assertThat(i.get("verdict").asString()).isEqualTo("held"));
  }

  @Test
  void what_is_broken_stands_first_and_at_its_moment_on_the_page_and_in_the_terminal() {
    Story story = story(NIGHT);
    Story strict = new Story(
        story.title(),
        story.why(),
        story.setting(),
        story.events(),
        story.length(),
        List.of(UserRules.read("at most 1 mails per day")),
        List.of(),
        List.of());
    Played played = Played.of(strict.tell(), "a test", Invariants.ALL);
    JsonNode first = drawn(played).get("invariants").get(0);
    assertThat(first.get("verdict").asString()).isEqualTo("broken");
    assertThat(first.get("at").asString())
        .isEqualTo(played.violations().get(0).at().toString());
    assertThat(HistoryText.of(played, Screen.PLAIN)).contains("\nbroken: at most 1 mails per day ");
  }

  @Test
  void a_fault_that_lasts_is_a_span_and_what_strikes_is_a_mark() {
    Reading read = StoryReader.read("faults.story", """
        story Faults
        why   Each is drawn as long as it lasted.
        target a on n
        00:03 a sick
        00:31 restarting a does nothing
        00:33 a sick
        00:41 ledger damaged
        01:10 a paused for 30m
        01:20 rounds skipped 2
        01:50 mail down
        02:05 a well
        02:15 mail fine
        02:30 a unseen
        03:00 end
        """);
    List<String> drawn = Fault.of(((Reading.Valid) read).story().tell().history()).stream()
        .map(
            f -> clock(f.at()) + f.until().map(end -> "-" + clock(end)).orElse("") + " " + f.what())
        .toList();
    assertThat(drawn)
        .containsExactly(
            "00:03-00:10 a sick",
            "00:31-03:00 restarting a does nothing",
            "00:33-02:05 a sick",
            "00:41 ledger damaged",
            "01:10-01:40 a paused for 30m",
            "01:20-01:30 rounds skipped 2",
            "01:50-02:15 mail down",
            "02:30-03:00 a unseen");
  }

  private static String clock(Instant at) {
    return at.toString().substring(11, 16);
  }

  @Test
  void no_text_of_a_story_ends_the_script_that_it_stands_in() {
    Played night = played(NIGHT);
    Played hostile = new Played(
        "</script><script>alert(1)</script>", "<b>", "", night.history(), List.of(), List.of());
    assertThat(HistoryPage.of(hostile)).doesNotContain("alert(1)</script>").doesNotContain("<b>");
    assertThat(drawn(hostile).get("title").asString()).startsWith("</script>");
  }

  @Test
  void the_page_asks_nobody_for_anything() {
    assertThat(HistoryPage.of(played(NIGHT)))
        .doesNotContainPattern("(src|href)=|url\\(|@import|fetch\\(|XMLHttpRequest");
  }

  @Test
  void the_same_night_under_the_eyes_of_the_checkers_of_the_demo() {
    Story night = story(NIGHT);
    Comparison comparison = new Comparison();
    comparison.play(night.setting(), night.events(), night.length());
    assertThat(comparison.text(Screen.PLAIN).lines().map(line -> line.replaceAll(" {2,}", "|")))
        .contains("tocsin|2|0|0|1|0|5m|0|3h15m")
        .anyMatch(line -> line.startsWith("without memory|") && !line.contains("|0|0|"))
        .anyMatch(line -> line.startsWith("flag and node check|0|0|0|1|1|never|"));
  }

  private static Played played(String name) {
    return Played.of(story(name).tell(), name + ".story", Invariants.ALL);
  }

  private static Story story(String name) {
    return ((Reading.Valid) StoryReader.read(name, Catalogue.story(name))).story();
  }

  private static JsonNode drawn(Played played) {
    String page = HistoryPage.of(played);
    String start = "type=\"application/json\">";
    int from = page.indexOf(start) + start.length();
    return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
  }
}
