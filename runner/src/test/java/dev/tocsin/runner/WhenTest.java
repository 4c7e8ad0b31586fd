package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class WhenTest {

  private final When.Converter converter = new When.Converter();

  @ParameterizedTest
  @CsvSource({
    "07:00, 2026-11-23T06:00:00Z",
    "23:41, 2026-11-23T22:41:00Z",
    "23:42:30, 2026-11-22T22:42:30Z",
    "2026-11-24T07:00, 2026-11-24T06:00:00Z",
    "2026-11-24T07:00:15-05:00, 2026-11-24T12:00:15Z",
    "2026-11-24T07:00Z, 2026-11-24T07:00:00Z"
  })
  void a_time_is_meant_where_it_is_said_and_is_the_next_one(String text, Instant meant) {
    assertThat(said("2026-11-22T23:41+01:00[Europe/Berlin]", text)).isEqualTo(meant);
  }

  @Test
  void the_night_in_which_clocks_change_is_not_an_hour_off() {
    assertThat(said("2026-10-24T22:00+02:00[Europe/Berlin]", "07:00"))
        .isEqualTo("2026-10-25T06:00:00Z");
    assertThat(said("2026-03-28T22:00+01:00[Europe/Berlin]", "07:00"))
        .isEqualTo("2026-03-29T05:00:00Z");
    assertThat(said("2026-03-28T22:00+01:00[Europe/Berlin]", "02:30"))
        .as("a time that this night does not have")
        .isEqualTo("2026-03-29T01:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tomorrow", "7:00", "24:30", "07:00Z", "2026-11-23", "T07:00", "07:00 "})
  void what_is_no_time_is_refused_with_what_would_be(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is no time such as 07:00");
  }

  private Instant said(String now, String text) {
    return converter.convert(text).after(ZonedDateTime.parse(now));
  }
}
