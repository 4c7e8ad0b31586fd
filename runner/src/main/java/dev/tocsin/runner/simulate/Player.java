package dev.tocsin.runner.simulate;

import dev.tocsin.runner.report.Screen;
import dev.tocsin.runner.report.Table;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.story.Catalogue;
import dev.tocsin.simulation.story.Reading;
import dev.tocsin.simulation.story.Story;
import dev.tocsin.simulation.story.StoryReader;
import dev.tocsin.simulation.story.StoryWriter;
import dev.tocsin.simulation.story.Telling;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays stories and shows what was seen. */
public final class Player {

  private static final int BROKEN = 1;
  private static final int WRONG = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Screen screen;

  /** Prints histories to one, and what is wrong with stories to the other. */
  public Player(PrintStream out, PrintStream err, Screen screen) {
    this.out = out;
    this.err = err;
    this.screen = screen;
  }

  PrintStream out() {
    return out;
  }

  Screen screen() {
    return screen;
  }

  /**
   * A story with its origin.
   *
   * @param file absent: it is of the catalogue
   */
  public record Named(String name, Optional<Path> file, Story story) {}

  /**
   * Reads stories, or the whole catalogue if none is named; everything that is wrong is said.
   *
   * @return nothing, if something is wrong
   */
  public Optional<List<Named>> read(List<String> names) {
    List<Named> stories = new ArrayList<>();
    List<String> wanted = names.isEmpty() ? Catalogue.names() : names;
    wanted.forEach(name -> read(name).ifPresent(stories::add));
    return stories.size() == wanted.size() ? Optional.of(stories) : Optional.empty();
  }

  private Optional<Named> read(String name) {
    Path file = Path.of(name);
    boolean isFile = Files.exists(file);
    if (!isFile && !Catalogue.names().contains(name)) {
      err.println(name + ": no such file, and no story of the catalogue, expected one of: "
          + String.join(", ", Catalogue.names()));
      return Optional.empty();
    }
    try {
      String text = isFile ? Files.readString(file) : Catalogue.story(name);
      Reading reading = StoryReader.read(name, text);
      if (reading instanceof Reading.Valid valid) {
        return Optional.of(
            new Named(name, isFile ? Optional.of(file) : Optional.empty(), valid.story()));
      }
      ((Reading.Invalid) reading).problems().forEach(err::println);
    } catch (IOException e) {
      err.println(name + ": cannot be read: " + e);
    }
    return Optional.empty();
  }

  /**
   * Plays them.
   *
   * @param update writes what is seen into their files
   * @param html draws the one story there
   * @return the exit code
   */
  public int play(List<Named> stories, boolean update, Optional<Path> html) {
    if (html.isPresent() && stories.size() != 1) {
      err.println("--html draws one story, and there are " + stories.size());
      return WRONG;
    }
    int code = 0;
    Table table = new Table().heading("STORY", "MAILS", "RESTARTS", "IT IS");
    for (Named named : stories) {
      Telling telling = named.story().tell();
      if (stories.size() == 1) {
        code = Math.max(code, show(played(telling, named.name()), html));
      }
      table.row(
          named.name(),
          String.valueOf(telling.history().mails().count()),
          String.valueOf(telling.history().restarts().count()),
          telling.asItMust() ? "as it must be" : "not as it must be");
      code = Math.max(code, update ? write(named) : judge(named, telling));
    }
    if (stories.size() > 1) {
      out.print(table.on(screen));
    }
    return code;
  }

  private static Played played(Telling telling, String origin) {
    return Played.of(telling, origin, Invariants.ALL);
  }

  private int judge(Named named, Telling telling) {
    telling.violations().forEach(broken -> err.println(named.name() + ": broken: " + broken));
    telling.difference().ifPresent(difference -> err.println(named.name() + ": " + difference));
    return telling.asItMust() ? 0 : BROKEN;
  }

  /** Draws a history: as text, and on a page if one is asked for. */
  int show(Played played, Optional<Path> html) {
    out.print(HistoryText.of(played, screen));
    return html.map(file -> written(file, HistoryPage.of(played))).orElse(0);
  }

  private int write(Named named) {
    if (named.file().isEmpty()) {
      err.println(named.name() + ": is of the catalogue, and no file to be updated");
      return WRONG;
    }
    return written(named.file().get(), StoryWriter.text(named.story().updated()));
  }

  int written(Path file, String text) {
    try {
      Files.writeString(file, text);
      return 0;
    } catch (IOException e) {
      err.println(file + ": cannot be written: " + e);
      return WRONG;
    }
  }
}
