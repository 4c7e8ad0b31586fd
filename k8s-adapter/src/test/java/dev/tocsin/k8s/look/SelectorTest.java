package dev.tocsin.k8s.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Choosing by labels, as the API server does and as we do it ourselves. */
class SelectorTest {

  private static final LabelSelector ALL_KINDS = new LabelSelectorBuilder()
      .addToMatchLabels("app", "frigate")
      .addToMatchExpressions(
          new LabelSelectorRequirement("tier", "In", List.of("edge", "core")),
          new LabelSelectorRequirement("track", "NotIn", List.of("canary")),
          new LabelSelectorRequirement("zone", "Exists", List.of()),
          new LabelSelectorRequirement("legacy", "DoesNotExist", List.of()))
      .build();

  private final Selector selector = Selector.of(ALL_KINDS);

  @Test
  void every_term_must_hold() {
    assertThat(selector.matches(Map.of("app", "frigate", "tier", "core", "zone", "a")))
        .isTrue();
    assertThat(selector.matches(Map.of("app", "nvr", "tier", "core", "zone", "a")))
        .isFalse();
    assertThat(selector.matches(Map.of("app", "frigate", "zone", "a"))).isFalse();
    assertThat(selector.matches(Map.of("app", "frigate", "tier", "core"))).isFalse();
    assertThat(selector.matches(
            Map.of("app", "frigate", "tier", "core", "zone", "a", "track", "canary")))
        .isFalse();
    assertThat(
            selector.matches(Map.of("app", "frigate", "tier", "core", "zone", "a", "legacy", "")))
        .isFalse();
  }

  @Test
  void the_api_server_is_asked_for_the_same() {
    assertThat(selector.query())
        .isEqualTo("app=frigate,tier in (edge,core),track notin (canary),zone,!legacy");
  }

  @Test
  void a_selector_in_a_configuration_may_have_two_equal_signs() {
    assertThat(Selector.parse("app=frigate,tier==edge").query()).isEqualTo("app=frigate,tier=edge");
  }

  @Test
  void what_chooses_everything_chooses_everything() {
    assertThat(Selector.of(new LabelSelector()).matches(Map.of())).isTrue();
    LabelIndex<String> index = new LabelIndex<>(List.of("a", "b"), name -> Map.of("name", name));
    assertThat(index.chosenBy(Selector.of(new LabelSelector()))).containsExactly("a", "b");
    assertThat(index.chosenBy(Selector.parse("name=b"))).containsExactly("b");
    assertThat(index.chosenBy(Selector.parse("name=c"))).isEmpty();
  }

  @Test
  void a_url_in_what_a_cluster_says_loses_what_may_be_secret() {
    assertThat(Urls.shortened("Get \"https://me:canary@host:5000/path?token=canary\": refused"))
        .isEqualTo("Get \"https://host:5000/…\": refused");
    assertThat(Urls.shortened("Get http://host:5000 and http://host/?canary"))
        .isEqualTo("Get http://host:5000 and http://host/…");
  }

  @Test
  void spans_are_whole_seconds_and_never_negative() {
    assertThat(Times.words(Duration.ofMillis(5_900))).isEqualTo("5s");
    assertThat(Times.words(Duration.ofMinutes(90))).isEqualTo("1h30m");
    assertThat(Times.words(Thing.NOW.plusSeconds(60), Thing.NOW)).isEqualTo("0s");
    assertThat(Times.at("2026-11-25T04:00:00+01:00")).contains(Thing.NOW);
    assertThat(Times.at("tomorrow")).isEmpty();
  }
}
