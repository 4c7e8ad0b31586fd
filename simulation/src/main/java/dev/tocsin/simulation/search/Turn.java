package dev.tocsin.simulation.search;

import dev.tocsin.simulation.world.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One virtual round: what it sees, what becomes of its effects, and what happens to it. Written as
 * {@code F}, {@code F?}, {@code F-+}, {@code FK}, {@code PN'}: a letter of {@link See} per target
 * (the last one stands for all further targets); a mark of {@link Fate} for notices and attempts,
 * or one for each; a mark of {@link Mishap}.
 *
 * @param sees what is seen, by target; at least one
 * @param mail what becomes of every notice of this round
 * @param repair what becomes of every attempt of this round
 * @param mishap what happens to the round
 */
public record Turn(List<See> sees, Fate mail, Fate repair, Mishap mishap) {

  public Turn {
    sees = List.copyOf(sees);
    if (sees.isEmpty()) {
      throw new IllegalArgumentException("a turn sees at least one target");
    }
  }

  public static Turn of(See see) {
    return new Turn(List.of(see), Fate.DONE, Fate.DONE, Mishap.NONE);
  }

  public Turn with(Fate both) {
    return new Turn(sees, both, both, mishap);
  }

  public Turn with(Mishap changed) {
    return new Turn(sees, mail, repair, changed);
  }

  See see(int target) {
    return sees.get(Math.min(target, sees.size() - 1));
  }

  /** Reads turns separated by blanks. */
  public static List<Turn> parse(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.strip().split("\\s+")).map(Turn::one).toList();
  }

  private static Turn one(String word) {
    List<See> sees = marks(word)
        .flatMap(m -> Stream.of(See.values()).filter(s -> s.letter().equals(m)))
        .toList();
    List<Fate> fates = marks(word)
        .flatMap(m -> Stream.of(Fate.values()).filter(f -> f.mark().equals(m)))
        .toList();
    Mishap mishap = marks(word)
        .flatMap(m -> Stream.of(Mishap.values()).filter(h -> h.mark().equals(m)))
        .findFirst()
        .orElse(Mishap.NONE);
    Fate mail = fates.isEmpty() ? Fate.DONE : fates.get(0);
    Fate repair = fates.size() < 2 ? mail : fates.get(1);
    Turn turn = new Turn(sees, mail, repair, mishap);
    if (!turn.toString().equals(word)) {
      throw new IllegalArgumentException("not a turn: '" + word + "', perhaps '" + turn + "'");
    }
    return turn;
  }

  private static Stream<String> marks(String word) {
    return Arrays.stream(word.split(""));
  }

  /** Plays it: what has to change in the world changes, and its round runs. */
  public void play(Simulation world) {
    new Playing(this, world).play();
  }

  /** Plays turns in a world of its own that begins where this one is. */
  public static Simulation played(Simulation world, List<Turn> turns) {
    Simulation own = world.fork();
    turns.forEach(turn -> turn.play(own));
    return own;
  }

  @Override
  public String toString() {
    StringBuilder word = new StringBuilder();
    sees.forEach(see -> word.append(see.letter()));
    if (mail != repair) {
      word.append(mail.mark()).append(repair.mark());
    } else if (mail != Fate.DONE) {
      word.append(mail.mark());
    }
    return word.append(mishap.mark()).toString();
  }
}
