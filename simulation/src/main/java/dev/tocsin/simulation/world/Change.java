package dev.tocsin.simulation.world;

import java.time.Duration;

/** One thing that happens to the world. Each says itself as a story writes it. */
public sealed interface Change {

  /** A node goes down, comes up, and so on. */
  record Node(String name, NodeState state) implements Change {
    @Override
    public String toString() {
      return "node " + name + " " + state.word();
    }
  }

  /** A target falls sick, is mended, scaled, lost from sight. */
  record Target(String name, Health health) implements Change {
    @Override
    public String toString() {
      return name + " " + health.word();
    }
  }

  /** What a restart of this target does from now on. */
  record Restarting(String target, RestartEffect effect) implements Change {
    @Override
    public String toString() {
      return "restarting " + target + " " + effect.word();
    }
  }

  /** A human pauses a target for so long, in the ledger. */
  record Pause(String target, Duration span) implements Change {
    @Override
    public String toString() {
      return target + " paused for " + Spans.text(span);
    }
  }

  /** A human says in the ledger that this open incident has been told, or not. */
  record HandEdit(String target, boolean told) implements Change {
    @Override
    public String toString() {
      return target + (told ? " set to told by hand" : " set to not told by hand");
    }
  }

  /** From now on, for every mail. */
  record Mails(MailAnswer answer) implements Change {
    @Override
    public String toString() {
      return "mail " + answer.word();
    }
  }

  /** How long the mail server takes for each mail, from now on. */
  record MailTakes(Duration span) implements Change {
    @Override
    public String toString() {
      return "mail takes " + Spans.text(span);
    }
  }

  /** From now on, for every repair. */
  record Repairs(RepairAnswer answer) implements Change {
    @Override
    public String toString() {
      return "repairs " + answer.word();
    }
  }

  /** From now on, for every reading and writing of the ledger. */
  record Store(StoreAnswer answer) implements Change {
    @Override
    public String toString() {
      return "ledger " + answer.word();
    }
  }

  /** Once, to the ledger. */
  record Ledger(Harm harm) implements Change {
    @Override
    public String toString() {
      return "ledger " + harm.word();
    }
  }

  /** The facts of nodes can be had, or not: 403, 504. F13, F16 */
  record NodesSeen(boolean seen) implements Change {
    @Override
    public String toString() {
      return "nodes " + (seen ? "seen" : "unseen");
    }
  }

  /** Rounds come so often from now on, whatever the policy believes. */
  record Every(Duration span) implements Change {
    @Override
    public String toString() {
      return "rounds every " + Spans.text(span);
    }
  }

  /** So many rounds at each time of the schedule, from now on: 0, 1 or 2. F76, F80 */
  record PerSlot(int rounds) implements Change {
    public PerSlot {
      if (rounds < 0 || rounds > 2) {
        throw new IllegalArgumentException(rounds + " rounds at a time, not 0 to 2");
      }
    }

    @Override
    public String toString() {
      return switch (rounds) {
        case 0 -> "rounds stop";
        case 1 -> "rounds come";
        default -> "rounds come twice";
      };
    }
  }

  /** So many of the next rounds do not come. */
  record Skip(int rounds) implements Change {
    @Override
    public String toString() {
      return "rounds skipped " + rounds;
    }
  }

  /** A round by hand, now, beside the schedule. F78 */
  record RoundNow() implements Change {
    @Override
    public String toString() {
      return "round by hand";
    }
  }

  /** An operator rehearses a round, right now: nothing may come of it. S11 */
  record Rehearsal() implements Change {
    @Override
    public String toString() {
      return "rehearsal by hand";
    }
  }

  /** The clock of the rounds steps, for good. F84, F85 */
  record ClockStep(Duration by) implements Change {
    @Override
    public String toString() {
      return "clock steps " + (by.isNegative() ? "back " : "ahead ") + Spans.text(by.abs());
    }
  }

  /** The clock of the next round alone is wrong by so much. F85, F86 */
  record ClockOnce(Duration by) implements Change {
    @Override
    public String toString() {
      return "clock of the next round " + Spans.text(by.abs())
          + (by.isNegative() ? " behind" : " ahead");
    }
  }

  /** Something happens within the next round, at one of its calls. */
  record InRound(Spot spot, Deed deed) implements Change {
    @Override
    public String toString() {
      return "next round " + deed + " " + spot;
    }
  }

  /** All that is broken is mended: the calm after the storm. */
  record Mended() implements Change {
    @Override
    public String toString() {
      return "all is mended";
    }
  }
}
