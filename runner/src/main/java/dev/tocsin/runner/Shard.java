package dev.tocsin.runner;

import dev.tocsin.runner.Kit.Part;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A share of the ledger's parts, for one of several processes. A target stays in its part however
 * many shards there are, so that nothing remembered moves with their number; and a part that two
 * shards of different numbers have is a part that two rounds overlap in.
 *
 * @param index from 0 to {@code count - 1}, as an Indexed Job counts
 * @param count how many there are, from 1 to 256
 */
record Shard(int index, int count) {

  /** All of it. */
  static final Shard WHOLE = new Shard(0, 1);

  /** There are no more parts. */
  static final int AT_MOST = 256;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

  Shard {
    if (index < 0 || index >= count || count > AT_MOST) {
      throw new IllegalArgumentException("shard " + index + " of " + count);
    }
  }

  /** Those of all parts that are this shard's; none if there are more shards than parts. */
  List<Part> of(List<Part> parts) {
    return IntStream.range(0, parts.size())
        .filter(part -> part % count == index)
        .mapToObj(parts::get)
        .toList();
  }

  /** What is said when nothing is this shard's. */
  String idle(int parts) {
    return "shard " + index + "/" + count + " has nothing to look at: the ledger has " + parts
        + (parts == 1 ? " part" : " parts") + ", expected at least " + count
        + " (ledger: {configMap: {parts: …}}), or fewer shards";
  }

  /** Reads {@code i/n}. */
  static final class Converter implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (matcher.matches()) {
        int index = Integer.parseInt(matcher.group(1));
        int count = Integer.parseInt(matcher.group(2));
        if (index < count && count <= AT_MOST) {
          return new Shard(index, count);
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no shard such as 0/4 or 3/4, of at most " + AT_MOST);
    }
  }
}
