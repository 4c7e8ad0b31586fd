package dev.tocsin.runner;

import dev.tocsin.runner.report.DoctorView.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a round would find around it.
 *
 * @param checks in any order
 * @param missing rights that we have not, in words
 * @param apply what gives them to us, as YAML
 */
public record Examination(List<Check> checks, List<String> missing, Optional<String> apply) {

  public Examination {
    checks = List.copyOf(checks);
    missing = List.copyOf(missing);
  }

  static Examination of(List<Check> checks) {
    return new Examination(checks, List.of(), Optional.empty());
  }

  Examination with(List<Check> more) {
    return new Examination(Stream.concat(checks.stream(), more.stream()).toList(), missing, apply);
  }
}
