package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Telling;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

  private static final Duration LATER = Duration.ofMinutes(42);

  @ParameterizedTest
  @CsvSource({
    "frigate, frigate, true",
    "frig*, frigate, true",
    "*, frigate, true",
    "*gat*, frigate, true",
    "frigate, frigate-2, false",
    "frig, frigate, false",
    "*frig, frigate, false"
  })
  void a_star_stands_for_any_letters(String pattern, String target, boolean meant) {
    assertThat(Route.isMeant(pattern, target)).isEqualTo(meant);
  }

  @Test
  void one_member_of_many_is_enough() {
    Route route = new Route(List.of("doorbell"), Set.of(Kind.ALERT));
    Notice both = Notices.of(
        Kind.ALERT, LATER, Notices.failing("frigate", ""), Notices.failing("doorbell", ""));

    assertThat(route.takes(both)).isTrue();
    assertThat(route.takes(Notices.alert())).isFalse();
  }

  @Test
  void the_end_of_what_nobody_was_told_of_goes_to_who_would_have_been_told() {
    Route alerts = new Route(List.of("*"), Set.of(Kind.ALERT));

    assertThat(alerts.takes(recovery(Telling.TOLD))).isFalse();
    assertThat(alerts.takes(recovery(Telling.LOST))).isTrue();
    assertThat(alerts.takes(Kind.SIGHT_BACK, "frigate", Telling.LOST)).isFalse();
    assertThat(new Route(List.of("*"), Set.of(Kind.BLIND))
            .takes(Kind.SIGHT_BACK, "frigate", Telling.LOST))
        .isTrue();
  }

  @Test
  void a_route_that_leads_nowhere_is_refused() {
    assertThatThrownBy(() -> new Route(List.of(), Set.of(Kind.ALERT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Route(List.of("*"), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Notice recovery(Telling begun) {
    return Notices.of(
        Kind.RECOVERY, LATER, Notices.over(Notices.failing("frigate", ""), LATER, begun));
  }
}
