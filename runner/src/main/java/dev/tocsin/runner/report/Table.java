package dev.tocsin.runner.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in columns, as wide as their widest cell; on a terminal the widest columns give way. */
public final class Table {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<List<Cell>> rows = new ArrayList<>();

  /** One field of a table. */
  record Cell(String text, Ink ink) {
    static Cell of(String text) {
      return new Cell(text, Ink.PLAIN);
    }
  }

  /** The row of titles. */
  public Table heading(String... titles) {
    rows.add(Arrays.stream(titles).map(t -> new Cell(t, Ink.FAINT)).toList());
    return this;
  }

  /** A row of plain cells. */
  public Table row(String... texts) {
    return row(Arrays.stream(texts).map(Cell::of).toArray(Cell[]::new));
  }

  Table row(Cell... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Each line ends in a line break, and no line in a space. */
  public String on(Screen screen) {
    int[] widths = widths();
    screen.columns().ifPresent(columns -> narrow(widths, columns));
    return rows.stream().map(r -> line(r, widths, screen) + "\n").collect(Collectors.joining());
  }

  private int[] widths() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, columns)
        .map(i -> rows.stream()
            .filter(r -> i < r.size())
            .mapToInt(r -> Width.of(r.get(i).text()))
            .max()
            .orElse(0))
        .toArray();
  }

  private static void narrow(int[] widths, int columns) {
    int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - columns;
    while (excess > 0) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private static int widest(int[] widths) {
    return IntStream.range(0, widths.length)
        .reduce((a, b) -> widths[b] >= widths[a] ? b : a)
        .orElseThrow();
  }

  private static String line(List<Cell> row, int[] widths, Screen screen) {
    StringBuilder line = new StringBuilder();
    int pending = 0;
    for (int i = 0; i < row.size(); i++) {
      String text = Width.cut(row.get(i).text(), widths[i]);
      if (!text.isEmpty()) {
        line.append(" ".repeat(pending)).append(row.get(i).ink().on(screen, text));
        pending = 0;
      }
      pending += widths[i] - Width.of(text) + GAP.length();
    }
    return line.toString();
  }
}
