package dev.tocsin.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.report.Table.Cell;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final Screen NARROW = new Screen(OptionalInt.of(24), Screen.Colours.OFF);

  @Test
  void wide_letters_do_not_push_the_next_column_out_of_line() {
    Table table = new Table()
        .row(Cell.of("カメラ"), Cell.of("x"))
        .row(Cell.of("camera"), Cell.of("x"))
        .row(Cell.of("came\u0301ra"), Cell.of("x"))
        .row(Cell.of("🔔"), Cell.of("x"));
    assertThat(table.on(Screen.PLAIN)).isEqualTo("カメラ  x\ncamera  x\ncame\u0301ra  x\n🔔      x\n");
  }

  @Test
  void a_line_that_does_not_fit_is_cut_and_not_wrapped() {
    Table table = new Table().row(Cell.of("frigate"), Cell.of("a very long symptom indeed"));
    assertThat(table.on(NARROW)).isEqualTo("frigate  a very long sy…\n");
    assertThat(table.on(Screen.PLAIN)).isEqualTo("frigate  a very long symptom indeed\n");
  }

  @Test
  void colours_take_no_room() {
    Screen colours = new Screen(OptionalInt.of(24), Screen.Colours.ON);
    Table table = new Table()
        .row(new Cell("a", Ink.BAD), Cell.of("x"))
        .row(new Cell("bbb", Ink.GOOD), Cell.of("x"));
    assertThat(table.on(colours))
        .isEqualTo("\u001b[31ma\u001b[0m    x\n\u001b[32mbbb\u001b[0m  x\n");
  }

  @Test
  void an_empty_end_leaves_no_spaces_behind() {
    assertThat(new Table().row(Cell.of("a"), Cell.of("")).on(Screen.PLAIN)).isEqualTo("a\n");
  }

  @Test
  void times_are_where_the_reader_is_and_how_far_away() {
    Instant now = Instant.parse("2026-11-22T23:30:00Z");
    Words words = new Words(now, ZoneOffset.ofHours(1));
    assertThat(words.coming(now.plus(Duration.ofMinutes(72))))
        .isEqualTo("2026-11-23 01:42:00+01:00 (in 1h12m)");
    assertThat(words.past(now.minusSeconds(5))).isEqualTo("2026-11-23 00:29:55+01:00 (5s ago)");
    assertThat(words.past(now)).endsWith("(just now)");
    assertThat(Words.span(Duration.ZERO)).isEqualTo("0s");
    assertThat(Words.span(Duration.ofDays(3))).isEqualTo("3d");
  }
}
