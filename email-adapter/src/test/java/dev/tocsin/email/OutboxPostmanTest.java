package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.incident.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxPostmanTest {

  private static final String FILE = "frigate-r42-20261122T224105Z-alert-1.eml";

  @TempDir
  Path directory;

  @Test
  void a_notice_is_the_one_file_that_a_server_would_have_got() throws Exception {
    Path outbox = directory.resolve("not/yet/there");
    Outcome first = postman(outbox).tell(Notices.alert());
    Outcome again = postman(outbox).tell(Notices.reached(Notices.alert()));

    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    letter(outbox).of(Notices.alert()).writeTo(mail);
    assertThat(List.of(first, again)).allMatch(o -> o instanceof Outcome.Done);
    assertThat(outbox.resolve(FILE)).hasBinaryContent(mail.toByteArray());
    try (Stream<Path> files = Files.list(outbox)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void an_outbox_that_is_no_directory_is_refused_until_somebody_mends_it() throws Exception {
    Path file = Files.createFile(directory.resolve("outbox"));

    assertThat(postman(file).tell(Notices.alert())).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void an_outbox_under_something_that_is_no_directory_is_refused_too() throws Exception {
    Path file = Files.createFile(directory.resolve("plain"));

    for (Path outbox : List.of(file.resolve("x"), file.resolve("x/y"), Path.of("/dev/null/x"))) {
      Outcome outcome = postman(outbox).tell(Notices.alert());

      assertThat(outcome).as(outbox.toString()).isInstanceOf(Outcome.Refused.class);
      assertThat(outcome.detail()).contains(outbox.toString());
    }
  }

  @Test
  void an_outbox_behind_a_link_gets_its_notices() throws Exception {
    Path real = Files.createDirectories(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("outbox"), real);

    assertThat(postman(link).tell(Notices.alert())).isInstanceOf(Outcome.Done.class);
    assertThat(real.resolve(FILE)).exists();
  }

  @Test
  void what_is_broken_here_is_for_nobody_else_to_read() throws Exception {
    Path part = Files.createFile(directory.resolve("." + FILE + ".part"));
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));

    postman(directory).tell(Notices.alert());

    assertThat(Files.getPosixFilePermissions(directory.resolve(FILE)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_notice_that_concerns_nobody_is_not_owed_for_ever() throws Exception {
    Route other = new Route(List.of("doorbell"), Route.EVERYTHING.kinds());

    Outcome outcome =
        postman(directory, new Recipient("ann", "ann@example.org", other)).tell(Notices.alert());

    assertThat(outcome).isEqualTo(Postman.NOBODYS);
    assertThat(directory.resolve(FILE)).doesNotExist();
  }

  @Test
  void a_file_that_cannot_be_written_leaves_the_notice_owed() throws Exception {
    Files.createDirectories(directory.resolve("." + FILE + ".part/in the way"));

    assertThat(postman(directory).tell(Notices.alert())).isInstanceOf(Outcome.NotDone.class);
  }

  private static OutboxPostman postman(Path outbox) {
    return postman(outbox, new Recipient("ann", "ann@example.org"));
  }

  private static OutboxPostman postman(Path outbox, Recipient to) {
    MailSettings settings = settings(outbox, to);
    return new OutboxPostman(settings, outbox, new Letter(settings, ZoneOffset.UTC));
  }

  private static Letter letter(Path outbox) {
    return new Letter(settings(outbox, new Recipient("ann", "ann@example.org")), ZoneOffset.UTC);
  }

  private static MailSettings settings(Path outbox, Recipient to) {
    return new MailSettings("tocsin@example.org", List.of(to), new MailSettings.Outbox(outbox));
  }
}
