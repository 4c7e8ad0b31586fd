package dev.tocsin.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in columns, for a terminal or for a document. */
enum Table {
  PLAIN("", "  ", ""),
  MARKDOWN("| ", " | ", " |");

  private final String before;
  private final String between;
  private final String after;

  Table(String before, String between, String after) {
    this.before = before;
    this.between = between;
    this.after = after;
  }

  List<String> lines(List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.addAll(rows);
    List<Integer> widths = IntStream.range(0, head.size())
        .mapToObj(i -> all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
        .toList();
    List<String> lines =
        all.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
    if (this == MARKDOWN) {
      lines.add(1, "|" + "---|".repeat(head.size()));
    }
    return lines;
  }

  private String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> this == MARKDOWN ? row.get(i) : padded(row.get(i), widths.get(i)))
        .collect(Collectors.joining(between, before, after))
        .stripTrailing();
  }

  private static String padded(String cell, int width) {
    return " ".repeat(width - cell.length()) + cell;
  }
}
