package dev.tocsin.simulation.world;

import java.time.Duration;

/** What happens to a round at one of its calls. */
public sealed interface Deed {

  /** The process ends. F01 to F09 */
  record Kill() implements Deed {
    @Override
    public String toString() {
      return "killed";
    }
  }

  /** It stands still for so long, and goes on. F79 */
  record Freeze(Duration span) implements Deed {
    @Override
    public String toString() {
      return "frozen for " + Spans.text(span);
    }
  }

  /** The machine sleeps for so long, and its monotonic clock with it. F79 */
  record Suspend(Duration span) implements Deed {
    @Override
    public String toString() {
      return "suspended for " + Spans.text(span);
    }
  }

  /** A second round runs from its beginning to its end. F76 */
  record Overlap() implements Deed {
    @Override
    public String toString() {
      return "overlapped";
    }
  }

  /** It is told to stop (SIGTERM). F11 */
  record Stop() implements Deed {
    @Override
    public String toString() {
      return "told to stop";
    }
  }

  /** A node changes under its hands. F54 */
  record Flip(Change.Node node) implements Deed {
    @Override
    public String toString() {
      return "surprised by " + node;
    }
  }
}
