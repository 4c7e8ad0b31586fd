package dev.tocsin.email;

import java.util.List;

/**
 * All that a mail says, sentence by sentence and without markup: what templates are filled with.
 * Every list may be empty.
 *
 * @param headline one sentence: what is wrong, and what is done about it
 * @param over whether what it tells of is over
 * @param many whether each target is one line
 * @param parts one for each target
 * @param doing why nothing is done, or what is going to be tried
 * @param meaning what that means, and what will be told next
 * @param commands what to type to know more, or to be left alone
 * @param facts of the notice as a whole
 */
record Message(
    String headline,
    boolean over,
    boolean many,
    List<Part> parts,
    List<String> doing,
    List<String> meaning,
    List<Command> commands,
    List<Fact> facts) {

  /** Whether there are lines of what was tried, one below the other. */
  boolean recalled() {
    return many && parts.stream().anyMatch(part -> !part.tried().isEmpty());
  }

  /** Whether there is something to type. */
  boolean advised() {
    return !commands.isEmpty();
  }

  /**
   * One target.
   *
   * @param target its name
   * @param trouble what is broken, since when, and how we know
   * @param tried what was tried before
   * @param facts ids
   */
  record Part(String target, List<String> trouble, List<String> tried, List<Fact> facts) {}

  /** Something to type, and what it is for. */
  record Command(String line, String purpose) {}

  /** Something by name. */
  record Fact(String name, String value) {
    /** The name with a colon, in a column of its own. */
    String column() {
      return "%-11s".formatted(name + ":");
    }
  }
}
