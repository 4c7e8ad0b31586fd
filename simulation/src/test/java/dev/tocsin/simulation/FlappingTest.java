package dev.tocsin.simulation;

import static dev.tocsin.simulation.Worlds.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Telling;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.search.See;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.world.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Simulated days of every short flapping pattern, with the default policy. */
class FlappingTest {

  private static final int LONGEST_PATTERN = 5;
  private static final int TWO_DAYS = 576;

  private final Policy policy = Policy.DEFAULT.remediation(Remediation.by("restart"));
  private final Simulation world = Worlds.of(policy, 1);

  @Test
  void two_failures_and_two_passes_repeated_for_a_day_are_at_most_four_mails() {
    assertThat(notices("F F P P", 288)).isLessThanOrEqualTo(4);
    assertThat(notices("N N P P", 288)).isLessThanOrEqualTo(4);
  }

  @Test
  void no_short_pattern_makes_more_than_24_mails_in_any_day() {
    List<String> broken = new ArrayList<>();
    for (int length = 1; length <= LONGEST_PATTERN; length++) {
      patterns("", length, List.of("F", "P", "U"), broken);
    }
    patterns("", 4, List.of("F", "P", "U", "N"), broken);
    assertThat(broken).isEmpty();
  }

  @Test
  void losing_trust_as_fast_as_possible_makes_at_most_24_mails_in_any_day() {
    Simulation stage = world;
    for (int i = 0; i < 3 * 288; i++) {
      stage = Turn.played(stage, List.of(worst(stage)));
      assertThat(Invariants.NOT_TOO_MANY.broken(stage.history())).isEmpty();
    }
  }

  /** Fails as soon as the last incident is closed and told, blinds as soon as it sees. */
  private static Turn worst(Simulation stage) {
    var memory = stage.ledger().of("t0");
    boolean told = memory.incident().filter(i -> i.gaveUp() != Telling.NOT_DUE).isPresent();
    boolean blind = memory.sight().blindness().isPresent();
    if (!blind && memory.incident().isEmpty()) {
      return Turn.of(See.UNKNOWN);
    }
    return Turn.of(blind && memory.incident().isEmpty() || told ? See.PASS : See.FAIL);
  }

  private void patterns(String pattern, int left, List<String> letters, List<String> broken) {
    if (left == 0) {
      broken(pattern).ifPresent(broken::add);
      return;
    }
    for (String letter : letters) {
      patterns(pattern + letter + " ", left - 1, letters, broken);
    }
  }

  private Optional<String> broken(String pattern) {
    List<Turn> cycle = Turn.parse(pattern);
    Simulation stage = world;
    for (int i = 0; i < TWO_DAYS; i++) {
      stage = Turn.played(stage, List.of(cycle.get(i % cycle.size())));
      Optional<String> broken = Invariants.NOT_TOO_MANY.broken(stage.history());
      if (broken.isPresent()) {
        return Optional.of(pattern + ": " + broken.get());
      }
    }
    return Optional.empty();
  }

  private long notices(String pattern, int rounds) {
    List<Turn> cycle = Turn.parse(pattern);
    Simulation stage = world;
    for (int i = 0; i < rounds; i++) {
      stage = Turn.played(stage, List.of(cycle.get(i % cycle.size())));
    }
    return stage.history().steps().mapToLong(s -> s.mails().size()).sum();
  }
}
