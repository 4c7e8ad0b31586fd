package dev.tocsin.runner.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of single values. */
final class Scalars {

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(KiB|MiB)?");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,100}");

  private static final String URL = "an http or https URL with a host";

  /** Stands for a URL that is not known here. */
  private static final URI OPEN = URI.create("http://elsewhere.invalid/");

  private Scalars() {}

  static Type<Integer> integer(int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    return new Type<>(expected, Form.integer(least, most), item -> {
      Optional<Integer> number = item.text()
          .filter(text -> item.isPlain() && INTEGER.matcher(text).matches())
          .map(Integer::valueOf)
          .filter(value -> value >= least && value <= most);
      return number.isPresent() ? number : item.refuse(expected);
    });
  }

  /** How often something may be done: where that is never, it is to be left out instead. */
  static Type<Integer> budget(int most) {
    Type<Integer> count = integer(1, most);
    return new Type<>(count.expected(), count.form(), item -> {
      if (item.text().filter("0"::equals).isEmpty()) {
        return count.read(item);
      }
      item.problem(item.name() + " is 0: a remediation with no budget, expected " + count.expected()
          + "; to be told only, leave 'remediation' out");
      return Optional.empty();
    });
  }

  static Type<Duration> duration(Duration least, Duration most) {
    String examples = Stream.of("90s", "1h30m")
        .filter(example -> within(example, least, most).isPresent())
        .collect(Collectors.joining(" or "));
    return Type.scalar(
        "a duration from " + Spans.show(least) + " to " + Spans.show(most) + ", such as "
            + examples,
        Form.word(Spans.SPAN),
        text -> within(text, least, most));
  }

  static Type<Optional<Duration>> durationOrNever(Duration least, Duration most) {
    Type<Duration> duration = duration(least, most);
    return Type.scalar(
        "never, or " + duration.expected(),
        Form.choice(List.of("never")).or(duration.form()),
        text -> text.equals("never")
            ? Optional.of(Optional.empty())
            : within(text, least, most).map(Optional::of));
  }

  /** Bytes, as {@code 4096}, {@code 64KiB} or {@code 1MiB}. */
  static Type<Integer> size(int least, int most) {
    String expected =
        "a size from " + least / 1024 + "KiB to " + (most >> 20) + "MiB, such as 64KiB";
    return Type.scalar(expected, Form.text(SIZE), text -> {
      Matcher matcher = SIZE.matcher(text);
      return matcher.matches()
          ? Optional.of(bytes(matcher))
              .filter(size -> size >= least && size <= most)
              .map(Long::intValue)
          : Optional.empty();
    });
  }

  /** Exactly one of a few words. */
  static <T> Type<T> choice(List<T> values, Function<T, String> word) {
    List<String> words = values.stream().map(word).toList();
    String expected =
        words.stream().collect(Collectors.joining(", ", words.size() > 1 ? "one of " : "", ""));
    return new Type<>(expected, Form.choice(words), item -> {
      Optional<T> value = item.text()
          .flatMap(text ->
              values.stream().filter(one -> word.apply(one).equals(text)).findFirst());
      return value.isPresent()
          ? value
          : item.refuse(
              expected + item.text().map(text -> Spelling.hint(text, words)).orElse(""));
    });
  }

  static <E extends Enum<E>> Type<E> choice(Class<E> words) {
    return choice(
        Arrays.asList(words.getEnumConstants()), word -> word.name().toLowerCase(Locale.ROOT));
  }

  /** A name for people: one printable line. */
  static Type<String> label() {
    return pattern("one line of at most 100 characters", LABEL);
  }

  static Type<String> host() {
    return pattern("a host name or address", HOST);
  }

  static Type<String> pattern(String expected, Pattern pattern) {
    return Type.scalar(
        expected,
        Form.text(pattern),
        text -> Optional.of(text).filter(t -> pattern.matcher(t).matches()));
  }

  /** A file or directory; a relative one starts at the directory of the configuration. */
  static Type<Path> path() {
    String expected = "a path";
    return new Type<>(expected, item -> {
      try {
        Optional<Path> path = item.text().map(item.source()::resolve);
        return path.isPresent() ? path : item.refuse(expected);
      } catch (InvalidPathException e) {
        return item.refuse(expected);
      }
    });
  }

  /** A URL; it is never shown, since people put secrets into them. */
  static Type<URI> url() {
    return new Type<>(URL, item -> {
      Optional<String> text = Variables.expand(item, URL);
      return text.flatMap(url -> Variables.isOpen(item) ? Optional.of(OPEN) : url(item, url));
    });
  }

  /** What follows the host in a URL; never shown either. */
  static Type<String> urlPath() {
    String expected = "the path of a URL, beginning with '/'";
    return new Type<>(expected, item -> {
      Optional<String> text = Variables.expand(item, expected);
      Optional<String> path =
          text.map(found -> Variables.isOpen(item) ? "/" : found).filter(Scalars::isUrlPath);
      return path.isPresent() || text.isEmpty() ? path : item.refuseUnseen(expected);
    });
  }

  private static boolean isUrlPath(String text) {
    try {
      return text.startsWith("/") && new URI("http://host" + text).getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<URI> url(Item item, String text) {
    try {
      URI url = new URI(text);
      if (url.getRawUserInfo() != null || String.valueOf(url.getRawAuthority()).contains("@")) {
        item.problem(item.name() + " holds a user name or password, expected " + URL
            + "; what is secret belongs into a header, as ${NAME}");
        return Optional.empty();
      }
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (web && url.getHost() != null && url.getPort() <= 65535 && url.getPort() != 0) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // Its message repeats the text.
    }
    item.problem(item.name() + " is no URL that can be asked, expected " + URL);
    return Optional.empty();
  }

  private static Optional<Duration> within(String text, Duration least, Duration most) {
    return Spans.parse(text)
        .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0);
  }

  private static long bytes(Matcher matcher) {
    long count = Long.parseLong(matcher.group(1));
    String unit = String.valueOf(matcher.group(2));
    return unit.equals("KiB") ? count << 10 : unit.equals("MiB") ? count << 20 : count;
  }
}
