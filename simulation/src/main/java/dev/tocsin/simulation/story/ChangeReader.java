package dev.tocsin.simulation.story;

import dev.tocsin.simulation.world.Call;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Deed;
import dev.tocsin.simulation.world.Harm;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.RepairAnswer;
import dev.tocsin.simulation.world.RestartEffect;
import dev.tocsin.simulation.world.Spot;
import dev.tocsin.simulation.world.StoreAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads events as {@link Change#toString()} writes them. */
public final class ChangeReader {

  private static final String NAME = "([a-z0-9-]{1,63})";
  private static final String SPAN = "([0-9dhms]+)";
  private static final Map<String, Change> FIXED = fixed();
  private static final List<Form> FORMS = forms();

  private ChangeReader() {}

  /** One form with variable parts. */
  private record Form(String shown, Pattern pattern, Function<MatchResult, Change> change) {}

  /**
   * Reads one event.
   *
   * @throws IllegalArgumentException that says what is wrong, and what can be written
   */
  public static Change read(String text) {
    String words = text.strip().replaceAll("\\s+", " ");
    if (FIXED.containsKey(words)) {
      return FIXED.get(words);
    }
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(words);
      if (matcher.matches()) {
        return form.change.apply(matcher);
      }
    }
    throw new IllegalArgumentException("'" + words + "' is no event; there are: " + all());
  }

  /** Every event that can be written, with its variable parts in capitals. */
  public static List<String> all() {
    List<String> all = new ArrayList<>(FORMS.stream().map(Form::shown).toList());
    all.addAll(FIXED.keySet().stream().sorted().toList());
    return all;
  }

  private static Map<String, Change> fixed() {
    List<Change> all = new ArrayList<>();
    for (MailAnswer answer : MailAnswer.values()) {
      all.add(new Change.Mails(answer));
    }
    for (RepairAnswer answer : RepairAnswer.values()) {
      all.add(new Change.Repairs(answer));
    }
    for (StoreAnswer answer : StoreAnswer.values()) {
      all.add(new Change.Store(answer));
    }
    for (Harm harm : Harm.values()) {
      all.add(new Change.Ledger(harm));
    }
    for (int rounds = 0; rounds <= 2; rounds++) {
      all.add(new Change.PerSlot(rounds));
    }
    all.add(new Change.NodesSeen(true));
    all.add(new Change.NodesSeen(false));
    all.add(new Change.RoundNow());
    all.add(new Change.Rehearsal());
    all.add(new Change.Mended());
    Map<String, Change> fixed = new HashMap<>();
    all.forEach(change -> fixed.put(change.toString(), change));
    return fixed;
  }

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>(ofTheWorld());
    forms.addAll(ofTheRounds());
    forms.addAll(ofTargets());
    return forms;
  }

  private static List<Form> ofTheWorld() {
    String states = words(NodeState.values(), NodeState::word);
    return List.of(
        form("node NAME " + states, "node " + NAME + " (" + states + ")", m -> node(m, 1)),
        form("mail takes SPAN", "mail takes " + SPAN, m -> new Change.MailTakes(span(m, 1))),
        form(
            "clock steps back|ahead SPAN",
            "clock steps (back|ahead) " + SPAN,
            m -> new Change.ClockStep(signed(m.group(1), span(m, 2)))),
        form(
            "clock of the next round SPAN behind|ahead",
            "clock of the next round " + SPAN + " (behind|ahead)",
            m -> new Change.ClockOnce(signed(m.group(2), span(m, 1)))));
  }

  private static List<Form> ofTheRounds() {
    String states = words(NodeState.values(), NodeState::word);
    String deeds = "killed|overlapped|told to stop|frozen for " + SPAN + "|suspended for " + SPAN
        + "|surprised by node " + NAME + " (" + states + ")";
    String calls = words(Call.values(), Call::word) + "|call";
    return List.of(
        form("rounds every SPAN", "rounds every " + SPAN, m -> new Change.Every(span(m, 1))),
        form("rounds skipped N", "rounds skipped (\\d{1,6})", m -> skip(m.group(1))),
        form(
            "next round killed|overlapped|told to stop|frozen for SPAN|suspended for SPAN|"
                + "surprised by node NAME STATE before|after " + calls + " [N]",
            "next round (" + deeds + ") (before|after) (" + calls + ")(?: (\\d{1,3}))?",
            ChangeReader::inRound));
  }

  private static List<Form> ofTargets() {
    String healths = words(Health.values(), Health::word);
    String effects = words(RestartEffect.values(), RestartEffect::word);
    return List.of(
        form(
            "restarting TARGET " + effects,
            "restarting " + NAME + " (" + effects + ")",
            m -> new Change.Restarting(m.group(1), effect(m.group(2)))),
        form(
            "TARGET paused for SPAN",
            NAME + " paused for " + SPAN,
            m -> new Change.Pause(m.group(1), span(m, 2))),
        form(
            "TARGET set to told|not told by hand",
            NAME + " set to (told|not told) by hand",
            m -> new Change.HandEdit(m.group(1), m.group(2).equals("told"))),
        form(
            "TARGET " + healths,
            NAME + " (" + healths + ")",
            m -> new Change.Target(m.group(1), health(m.group(2)))));
  }

  private static Form form(String shown, String regex, Function<MatchResult, Change> change) {
    return new Form(shown, Pattern.compile(regex), change);
  }

  private static <T> String words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.joining("|"));
  }

  private static Change.Node node(MatchResult m, int group) {
    return new Change.Node(
        m.group(group), find(NodeState.values(), NodeState::word, m.group(group + 1)));
  }

  private static Change skip(String count) {
    return new Change.Skip(Integer.parseInt(count));
  }

  private static Change inRound(MatchResult m) {
    Spot.Side side = m.group(6).equals("before") ? Spot.Side.BEFORE : Spot.Side.AFTER;
    Optional<Call> call =
        Arrays.stream(Call.values()).filter(c -> c.word().equals(m.group(7))).findFirst();
    int number = m.group(8) == null ? 1 : Integer.parseInt(m.group(8));
    return new Change.InRound(new Spot(side, call, number), deed(m));
  }

  private static Deed deed(MatchResult m) {
    String word = m.group(1);
    if (m.group(2) != null) {
      return new Deed.Freeze(span(m, 2));
    } else if (m.group(3) != null) {
      return new Deed.Suspend(span(m, 3));
    } else if (m.group(4) != null) {
      return new Deed.Flip(node(m, 4));
    }
    return switch (word) {
      case "killed" -> new Deed.Kill();
      case "overlapped" -> new Deed.Overlap();
      default -> new Deed.Stop();
    };
  }

  private static Duration span(MatchResult m, int group) {
    return Words.span(m.group(group));
  }

  private static Duration signed(String direction, Duration span) {
    return direction.equals("ahead") ? span : span.negated();
  }

  private static RestartEffect effect(String word) {
    return find(RestartEffect.values(), RestartEffect::word, word);
  }

  private static Health health(String word) {
    return find(Health.values(), Health::word, word);
  }

  private static <T> T find(T[] values, Function<T, String> name, String word) {
    return Arrays.stream(values)
        .filter(v -> name.apply(v).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + word + "' is none of " + words(values, name)));
  }
}
