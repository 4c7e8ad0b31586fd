package dev.tocsin.incident;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of an intent. The words mean the same for a notice and for an attempt.
 *
 * <p>A notice may go to several recipients. {@code reached} names those that are settled, because
 * they have it or because they refused it for good: nobody of them gets it again. The outcome
 * itself speaks of the others.
 */
public sealed interface Outcome {

  /** One line, for people. */
  String detail();

  /** Recipients, by name, that are not to be tried again with this notice. */
  Set<String> reached();

  /** It took effect; a notice: everyone is settled and somebody has it. */
  record Done(String detail) implements Outcome {
    public Done {
      detail = Text.oneLine(detail);
    }

    @Override
    public Set<String> reached() {
      return Set.of();
    }
  }

  /** It certainly took no effect, and may if it is tried again. */
  record NotDone(String detail, Set<String> reached) implements Outcome {
    public NotDone {
      detail = Text.oneLine(detail);
      reached = sorted(reached);
    }

    public NotDone(String detail) {
      this(detail, Set.of());
    }
  }

  /**
   * It did not succeed, and will not until somebody changes something. A refused notice certainly
   * reached nobody of those it speaks of; a refused attempt is charged, for it may have had an
   * effect.
   */
  record Refused(String detail, Set<String> reached) implements Outcome {
    public Refused {
      detail = Text.oneLine(detail);
      reached = sorted(reached);
    }

    public Refused(String detail) {
      this(detail, Set.of());
    }
  }

  /** This notice was refused for good by everyone: it is not tried again, and nobody has it. */
  record Rejected(String detail) implements Outcome {
    public Rejected {
      detail = Text.oneLine(detail);
    }

    @Override
    public Set<String> reached() {
      return Set.of();
    }
  }

  /** It may have taken effect: the answer was lost. */
  record Unclear(String detail, Set<String> reached) implements Outcome {
    public Unclear {
      detail = Text.oneLine(detail);
      reached = sorted(reached);
    }

    public Unclear(String detail) {
      this(detail, Set.of());
    }
  }

  /** Whether it certainly took no effect on those who are not settled. */
  default boolean certainlyNot() {
    return this instanceof NotDone || this instanceof Refused || this instanceof Rejected;
  }

  private static Set<String> sorted(Set<String> names) {
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }
}
