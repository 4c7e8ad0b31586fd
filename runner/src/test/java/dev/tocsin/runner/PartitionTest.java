package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionTest {

  private static final int MANY = 2000;

  @Test
  void a_target_is_remembered_where_it_was_when_others_come_and_go() {
    List<Target> targets = targets(MANY);
    Map<String, Integer> before = parts(targets, 16);
    Collections.shuffle(targets, new Random(1));
    Map<String, Integer> after = parts(targets.subList(0, MANY / 2), 16);
    assertThat(before).containsAllEntriesOf(after);
  }

  /** To change it is to forget what every target did and told. */
  @Test
  void a_release_does_not_move_a_target_to_another_part() {
    List<Target> targets =
        List.of(alone("frigate"), alone("mqtt"), alone("plex"), after("api", "frigate"));
    assertThat(parts(targets, 256))
        .isEqualTo(Map.of("frigate", 158, "mqtt", 136, "plex", 182, "api", 158));
  }

  @Test
  void one_part_is_all_of_the_ledger() {
    List<Target> targets = targets(3);
    assertThat(new Partition(targets, 1).parts()).containsExactly(targets);
  }

  @Test
  void those_that_wait_for_each_other_are_planned_together() {
    List<Target> targets = targets(MANY);
    targets.add(after("a", "t7"));
    targets.add(after("b", "a", "t8"));
    targets.add(after("z", "t9", "b"));
    Map<String, Integer> parts = parts(targets, 256);
    assertThat(List.of("b", "z", "t7", "t8", "t9"))
        .allSatisfy(name -> assertThat(parts.get(name)).isEqualTo(parts.get("a")));
  }

  @Test
  void a_chain_as_long_as_the_configuration_does_not_overflow_the_stack() {
    List<Target> chain = new ArrayList<>();
    IntStream.range(0, 20_000).forEach(i -> chain.add(after("t" + i, "t" + (i + 1))));
    chain.add(alone("t20000"));
    assertThat(new Partition(chain, 8).parts())
        .filteredOn(part -> !part.isEmpty())
        .hasSize(1);
  }

  @Test
  void no_part_is_much_larger_than_the_others() {
    assertThat(new Partition(targets(MANY), 16).parts())
        .allSatisfy(part -> assertThat(part).hasSizeBetween(90, 160));
  }

  private static Map<String, Integer> parts(List<Target> targets, int count) {
    Map<String, Integer> parts = new TreeMap<>();
    List<List<Target>> all = new Partition(targets, count).parts();
    for (int i = 0; i < count; i++) {
      for (Target target : all.get(i)) {
        parts.put(target.name(), i);
      }
    }
    return parts;
  }

  private static List<Target> targets(int count) {
    List<Target> targets = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> targets.add(alone("t" + i)));
    return targets;
  }

  private static Target alone(String name) {
    return Target.of(name, Policy.DEFAULT);
  }

  private static Target after(String name, String... others) {
    return new Target(name, Policy.DEFAULT, Set.of(others));
  }
}
