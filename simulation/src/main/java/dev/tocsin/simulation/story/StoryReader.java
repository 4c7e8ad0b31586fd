package dev.tocsin.simulation.story;

import dev.tocsin.incident.Policy;
import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.UserRules;
import dev.tocsin.simulation.world.Event;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a story, and finds everything that is wrong with it at once. */
public final class StoryReader {

  private static final Pattern TIMED = Pattern.compile("(\\d\\d:\\d\\d(?::\\d\\d)?)\\s+(\\S.*)");
  private static final Pattern HEADED = Pattern.compile("([a-z]+)(?:\\s+(\\S.*))?");
  private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final String WORDS =
      "story, why, starts, interval, cluster, target, policy, must, day, HH:MM EVENT, seen";

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Stage stage = new Stage();
  private final List<Event> events = new ArrayList<>();
  private final List<Invariant> musts = new ArrayList<>();
  private final List<Calm> calms = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private String title = "";
  private String why = "";
  private int day = 1;
  private Optional<Duration> end = Optional.empty();
  private int line;

  private StoryReader(String file) {
    this.file = file;
  }

  /**
   * Reads one.
   *
   * @param file its name, for what is said of it
   * @param text the whole of it
   */
  public static Reading read(String file, String text) {
    StoryReader reader = new StoryReader(file);
    reader.lines(text.lines().toList());
    return reader.reading();
  }

  private void lines(List<String> lines) {
    boolean telling = true;
    for (String text : lines) {
      line++;
      String plain = text.strip();
      if (!telling) {
        seen.add(text.stripTrailing());
      } else if (plain.equals("seen")) {
        telling = false;
      } else if (!plain.isEmpty() && !plain.startsWith("#")) {
        read(plain);
      }
    }
    while (!seen.isEmpty() && seen.get(seen.size() - 1).isEmpty()) {
      seen.remove(seen.size() - 1);
    }
  }

  private void read(String plain) {
    Matcher timed = TIMED.matcher(plain);
    Matcher headed = HEADED.matcher(plain);
    try {
      if (timed.matches()) {
        event(timed.group(1), timed.group(2));
      } else if (headed.matches() && headed.group(2) != null) {
        header(headed.group(1), headed.group(2));
      } else {
        problem("'" + plain + "' begins with none of " + WORDS);
      }
    } catch (IllegalArgumentException e) {
      problem(String.valueOf(e.getMessage()));
    } catch (DateTimeException e) {
      problem("no such time: " + e.getMessage());
    }
  }

  private void header(String word, String value) {
    switch (word) {
      case "story" -> title = value;
      case "why" -> why = why.isEmpty() ? value : why + " " + value;
      case "starts" -> stage.starts(LocalDateTime.parse(value, START).toInstant(ZoneOffset.UTC));
      case "interval" -> stage.interval(Words.span(value));
      case "cluster" -> stage.witness(value);
      case "target" -> stage.target(value);
      case "policy" -> policy(value);
      case "must" -> must(value);
      case "day" -> day(value);
      default -> problem("'" + word + "' is none of " + WORDS);
    }
  }

  /** Beside one's own: what must be well when all is mended, by its number or sentence. */
  private void must(String value) {
    Calm.read(value).ifPresentOrElse(calms::add, () -> musts.add(UserRules.read(value)));
  }

  private void policy(String value) {
    Policy policy = Policies.read(value);
    stage.policy(policy);
  }

  private void day(String value) {
    int next = value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
    if (next <= day) {
      throw new IllegalArgumentException("after day " + day + " comes a later one, not " + value);
    }
    day = next;
  }

  private void event(String clock, String text) {
    Instant at = at(clock);
    Duration since = Duration.between(stage.start(), at);
    Duration last =
        events.isEmpty() ? Duration.ZERO : events.get(events.size() - 1).at();
    if (end.isPresent()) {
      throw new IllegalArgumentException("nothing happens after the end");
    }
    if (since.compareTo(last) < 0) {
      throw new IllegalArgumentException(
          clock + " is before what stands above it; if it is the next day, write day " + (day + 1));
    }
    if (text.equals("end")) {
      end = Optional.of(since);
    } else {
      Event event = new Event(since, ChangeReader.read(text));
      stage.requireKnown(event.change());
      events.add(event);
    }
  }

  private Instant at(String clock) {
    LocalDate date = Axis.date(stage.start()).plusDays(day - 1L);
    return date.atTime(LocalTime.parse(clock)).toInstant(ZoneOffset.UTC);
  }

  private Reading reading() {
    if (title.isEmpty()) {
      line = 1;
      problem("a story has a title: story TITLE");
    }
    if (why.isEmpty()) {
      line = 1;
      problem("a story says why it exists: why REASON");
    }
    if (end.isEmpty()) {
      problem("a story ends: HH:MM end");
    }
    if (!stage.isReady()) {
      problem("a story has a target: target NAME on NODE");
    }
    if (!problems.isEmpty()) {
      return new Reading.Invalid(problems);
    }
    try {
      return new Reading.Valid(
          new Story(title, why, stage.setting(), events, end.orElseThrow(), musts, calms, seen));
    } catch (IllegalArgumentException e) {
      problem(String.valueOf(e.getMessage()));
      return new Reading.Invalid(problems);
    }
  }

  private void problem(String message) {
    problems.add(new Problem(file, line, message));
  }
}
