package dev.tocsin.incident;

import java.util.Objects;

/**
 * A named fact that must hold before acting.
 *
 * @param name as the user configured it, for example {@code nodeReady}
 * @param subject what the fact is about, for example {@code node still-fawn}: targets held by the
 *     same subject have one cause and share one mail
 * @param verdict {@link Verdict#UNKNOWN} blocks acting and never blocks telling
 * @param detail in words, one line
 */
public record Precondition(String name, String subject, Verdict verdict, String detail) {

  /** Three-valued. */
  public enum Verdict {
    MET,
    NOT_MET,
    UNKNOWN
  }

  public Precondition {
    name = Text.oneLine(name);
    subject = Text.oneLine(subject);
    Objects.requireNonNull(verdict);
    detail = Text.oneLine(detail);
  }

  public boolean met() {
    return verdict == Verdict.MET;
  }
}
