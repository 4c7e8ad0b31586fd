package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Elsewhere.Content;
import dev.tocsin.runner.config.Elsewhere.Referred;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that is read here for another place. */
class ElsewhereTest {

  private static final String MAIL = """
      mail:
        from: tocsin@example.org
        to: me@example.org
        smtp: {host: smtp.example.org, username: me, passwordFile: secrets/smtp, caFile: ca.pem}
      """;

  @TempDir
  Path directory;

  private final Elsewhere pod = new Elsewhere(Path.of("/etc/tocsin"));

  private Reading read(String yaml) {
    Path file = new Written(directory).write("tocsin.yaml", yaml);
    return ConfigurationReader.read(
        file, pod, text -> Optional.of("nonsense").filter(text::contains));
  }

  private Configuration valid(String yaml) {
    Reading reading = read(yaml);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).configuration();
  }

  private List<String> problems(String yaml) {
    return ((Reading.Invalid) read(yaml))
        .problems().stream().map(Problem::message).toList();
  }

  private static String asks(String http) {
    return "targets: [{name: api, check: {http: " + http + "}}]\n";
  }

  @Test
  void a_file_that_is_only_there_is_no_problem_here_and_is_said_to_be_needed() {
    Configuration configuration = valid(MAIL + Written.TARGET);
    Smtp smtp = (Smtp) configuration.mail().orElseThrow().delivery();
    assertThat(smtp.caFile()).contains(Path.of("/etc/tocsin/ca.pem"));
    assertThat(pod.files())
        .containsExactly(
            new Referred(
                Content.AUTHORITIES,
                "ca.pem",
                Path.of("/etc/tocsin/ca.pem"),
                directory.resolve("ca.pem")),
            new Referred(
                Content.SECRET,
                "secrets/smtp",
                Path.of("/etc/tocsin/secrets/smtp"),
                directory.resolve("secrets/smtp")));
  }

  @Test
  void authorities_that_are_here_and_are_none_would_be_none_there_either() throws Exception {
    Files.writeString(directory.resolve("ca.pem"), "nothing");
    assertThat(problems(MAIL + Written.TARGET))
        .singleElement()
        .asString()
        .contains("does not hold what it should, expected a PEM file with certificates");
  }

  @Test
  void a_secret_that_is_here_is_not_read() throws Exception {
    Files.createDirectories(directory.resolve("secrets/smtp"));
    assertThat(valid(MAIL + Written.TARGET).mail()).isPresent();
  }

  @Test
  void what_a_variable_holds_here_has_no_say() {
    Configuration configuration = valid(asks(
        "{url: \"https://api/${PATH}?key=${TOKEN}\", headers: {Authorization: \"${TOKEN}\"}}"));
    assertThat(pod.variables()).containsExactlyInAnyOrder("PATH", "TOKEN");
    Probe.Http probe = (Probe.Http) configuration.watches().get(0).check().orElseThrow();
    assertThat(probe.headers()).containsEntry("Authorization", "TOKEN");
  }

  @Test
  void a_url_that_nobody_knows_here_is_not_judged() {
    for (String http : List.of(
        "\"${URL}\"", "\"http://api:${PORT}/\"", "{service: \"cams/api:80\", path: \"${PATH}\"}")) {
      assertThat(valid(asks(http)).watches()).hasSize(1);
    }
    assertThat(pod.variables()).containsExactlyInAnyOrder("URL", "PORT", "PATH");
  }

  @Test
  void what_is_written_with_a_dollar_is_no_variable() {
    Configuration configuration = valid(asks("\"http://api/$${PATH}\"").replace("{PATH}", "%7B"));
    assertThat(pod.variables()).isEmpty();
    Probe.Http probe = (Probe.Http) configuration.watches().get(0).check().orElseThrow();
    assertThat(probe.url()).isEqualTo(URI.create("http://api/$$%7B"));
  }

  @Test
  void everything_else_is_judged_as_ever() {
    assertThat(problems("mail: {password: hunter2}\n"
            + asks("{url: \"http://me@${HOST}\", expect: nonsense, timeout: soon}")))
        .anyMatch(problem -> problem.startsWith("unknown key 'password'"))
        .anyMatch(problem -> problem.contains("expect is no condition"))
        .anyMatch(problem -> problem.startsWith("timeout is 'soon'"));
    assertThat(problems(asks("\"http://${api\"")))
        .singleElement()
        .asString()
        .contains("has '${' without a name and '}'");
  }

  @Test
  void the_text_is_kept_as_it_is_written() {
    String yaml = "# Watches the api.\n" + asks("\"http://api/\"") + "# The end.\n";
    valid(yaml);
    assertThat(pod.text()).isEqualTo(yaml);
  }

  @Test
  void programs_and_ledgers_are_sought_there() {
    Configuration configuration = valid("ledger: {file: state/ledger.json}\n"
        + "targets: [{name: api, check: {exec: [./look]}}]\n");
    assertThat(configuration.watches().get(0).check())
        .hasValueSatisfying(
            probe -> assertThat(((Probe.Exec) probe).argv()).containsExactly("/etc/tocsin/look"));
    assertThat(configuration.ledger())
        .isEqualTo(new Configuration.LedgerPlace.InFile(Path.of("/etc/tocsin/state/ledger.json")));
  }
}
