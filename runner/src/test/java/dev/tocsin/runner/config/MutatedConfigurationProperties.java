package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class MutatedConfigurationProperties {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9./@-]+|[^A-Za-z0-9\\s]");

  private static final List<String> GARBAGE = List.of(
      "",
      " ",
      "0",
      "-1",
      "99999999999",
      "1h",
      "0s",
      "5000d",
      "never",
      "null",
      "~",
      "[]",
      "{}",
      "[",
      "}",
      ":",
      "- ",
      "\t",
      "\"",
      "'",
      "*a",
      "&a ",
      "!t ",
      "#",
      "${TOKEN}",
      "${UNSET}",
      "${",
      "é",
      "\u0001",
      "\uD83D\uDE00",
      "<<",
      "? ",
      "|",
      ">",
      "%",
      "---\n",
      "\n",
      "http://[",
      "a:1",
      "::1",
      "/",
      ".",
      "..");

  private static Path directory = Path.of(".");

  @BeforeContainer
  static void files() throws IOException {
    directory = Files.createTempDirectory("mutated");
    Written written = new Written(directory);
    written.write("smtp-secret", Written.CANARY + "\n");
    written.write("ca.pem", "-----BEGIN CERTIFICATE-----\n");
    written.write("kubeconfig", "clusters: []\n");
  }

  @AfterContainer
  static void noFiles() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 1500)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void a_garbled_configuration_is_read_or_refused_and_never_throws(@ForAll long seed) {
    Random random = new Random(seed);
    String yaml = random.nextBoolean() ? Maximal.YAML : Maximal.IN_A_CLUSTER;
    for (int i = random.nextInt(4); i >= 0; i--) {
      yaml = random.nextBoolean() ? lines(yaml, random) : token(yaml, random);
    }
    Reading reading = new Written(directory).read(yaml);
    assertThat(reading.toString()).doesNotContain(Written.CANARY);
    Statistics.collect(reading.getClass().getSimpleName());
    Statistics.coverage(coverage -> {
      coverage.check("Valid").percentage(share -> share > 1);
      coverage.check("Invalid").percentage(share -> share > 50);
    });
    if (reading instanceof Reading.Valid) {
      assertThat(Editor.problems(yaml)).as("what an editor says of %s", yaml).isEmpty();
    }
    if (reading instanceof Reading.Invalid invalid) {
      assertThat(invalid.problems()).isSorted().doesNotHaveDuplicates();
      int lines = yaml.split("\n", -1).length;
      assertThat(invalid.problems()).allSatisfy(problem -> {
        assertThat(problem.line()).isBetween(1, lines);
        assertThat(problem.column()).isPositive();
        assertThat(problem.message()).isNotBlank().doesNotContain("\n");
      });
    }
  }

  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.strings().withChars("*&!|>%@`[]{}\"'#:-? \t\\,$").ofMaxLength(3);
  }

  @Property(tries = 500)
  void a_password_in_clear_is_never_shown_however_it_is_misread(
      @ForAll("marks") String mark, @ForAll("marks") String after) {
    String yaml = Maximal.YAML.replace(
        "passwordFile: smtp-secret", "password: " + mark + Written.CANARY + after);
    assertThat(new Written(directory).problems(yaml))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).doesNotContain(Written.CANARY));
  }

  private static String lines(String yaml, Random random) {
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, lines.get(at));
      case 2 -> Collections.swap(lines, at, other);
      default -> lines.set(at, " ".repeat(random.nextInt(4)) + lines.get(at));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String token(String yaml, Random random) {
    List<int[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(yaml);
    while (matcher.find()) {
      tokens.add(new int[] {matcher.start(), matcher.end()});
    }
    int[] at = tokens.get(random.nextInt(tokens.size()));
    int[] other = tokens.get(random.nextInt(tokens.size()));
    String instead = random.nextBoolean()
        ? yaml.substring(other[0], other[1])
        : GARBAGE.get(random.nextInt(GARBAGE.size()));
    return yaml.substring(0, at[0]) + instead + yaml.substring(at[1]);
  }
}
