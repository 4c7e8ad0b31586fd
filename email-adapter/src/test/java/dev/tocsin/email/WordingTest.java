package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.NoticeText.Sequel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingTest {

  @TempDir
  Path directory;

  @Test
  void a_template_of_ones_own_replaces_its_form_and_no_other() throws IOException {
    Files.writeString(directory.resolve("notice.txt"), "{{headline}}!\n");

    NoticeText text = NoticeText.of(Notices.alert(), ZoneOffset.UTC, wording(), Sequel.TOLD);
    assertThat(wording().problems()).isEmpty();
    assertThat(text.text())
        .isEqualTo("frigate is down; not repaired while node still-fawn is not ready!\n");
    assertThat(text.html()).contains("<h1>");
  }

  @Test
  void a_template_that_asks_for_what_there_is_not_is_named_with_its_line() throws IOException {
    Path html = Files.writeString(directory.resolve("notice.html"), "<p>\n{{headlin}}\n");
    Path text = Files.writeString(directory.resolve("notice.txt"), "{{#parts}}");

    List<String> problems = wording().problems();
    assertThat(problems).hasSize(2);
    assertThat(problems.get(0)).startsWith(text + ": ").contains("parts");
    assertThat(problems.get(1)).isEqualTo(html + ":2: there is no 'headlin' here");
  }

  @Test
  void a_directory_that_is_none_is_named() {
    Path none = directory.resolve("none");
    assertThat(new Wording(Map.of(), Optional.of(none)).problems())
        .containsExactly(none + " is no directory");
  }

  @Test
  void a_mail_is_worth_more_than_its_looks() throws IOException {
    Files.writeString(directory.resolve("notice.txt"), "{{#parts}}");

    assertThat(NoticeText.of(Notices.alert(), ZoneOffset.UTC, wording(), Sequel.TOLD)
            .text())
        .isEqualTo(NoticeText.of(Notices.alert(), ZoneOffset.UTC, Wording.BUILT_IN, Sequel.TOLD)
            .text());
  }

  @Test
  void our_commands_name_the_configuration_that_they_need() {
    Path file = Path.of("/etc/my tocsin.yaml");

    assertThat(
            NoticeText.of(Notices.alert(), ZoneOffset.UTC, Wording.BUILT_IN.with(file), Sequel.TOLD)
                .text())
        .contains("    tocsin explain -c '/etc/my tocsin.yaml'  #")
        .contains("    tocsin pause frigate --for 2h -c '/etc/my tocsin.yaml'  #");
    assertThat(Wording.BUILT_IN.with(Path.of("/etc/tocsin.yaml")).command("explain"))
        .isEqualTo("tocsin explain -c /etc/tocsin.yaml");
  }

  private Wording wording() {
    return new Wording(Map.of(), Optional.of(directory));
  }
}
