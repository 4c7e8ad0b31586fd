package dev.tocsin.runner;

import dev.tocsin.email.MailSettings;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.email.Postman;
import dev.tocsin.incident.Observation;
import dev.tocsin.round.Deadline;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.check.Prober;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InFile;
import dev.tocsin.runner.config.Programs;
import dev.tocsin.runner.report.DoctorView.Check;
import dev.tocsin.runner.report.DoctorView.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Looks at what a round needs of this machine and its network. */
record LocalCheckup(Configuration configuration, Deadline deadline) {

  /** A server that says nothing must leave time for the reference. */
  private static final Duration MAIL = Duration.ofSeconds(20);

  List<Check> checks() {
    return Stream.concat(
            programs(), Stream.of(file(), mail(), reference()).flatMap(Optional::stream))
        .toList();
  }

  /** One for each that is not there, or one for all of them. */
  private Stream<Check> programs() {
    Map<String, SortedSet<String>> all = Programs.of(configuration);
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    List<Check> missing = all.entrySet().stream()
        .filter(program -> !Programs.isHere(program.getKey(), path))
        .map(program -> Check.wrong(
            Subject.PROGRAMS,
            program.getKey() + " is missing, or may not be run",
            "make it, or mend the target " + String.join(", ", program.getValue())))
        .toList();
    return missing.isEmpty() && !all.isEmpty()
        ? Stream.of(Check.ok(Subject.PROGRAMS, String.join(", ", all.keySet())))
        : missing.stream();
  }

  /** The ledger is written beside itself and then renamed. */
  private Optional<Check> file() {
    return Optional.of(configuration.ledger())
        .filter(InFile.class::isInstance)
        .map(place -> ((InFile) place).file().toAbsolutePath().getParent())
        .filter(directory -> !Files.isDirectory(directory) || !Files.isWritable(directory))
        .map(LocalCheckup::unwritable);
  }

  private static Check unwritable(Path directory) {
    return Files.isDirectory(directory)
        ? Check.wrong(
            Subject.LEDGER,
            "we may not write to the directory " + directory,
            "let us, or name another 'ledger'")
        : Check.wrong(
            Subject.LEDGER,
            "there is no directory " + directory,
            "make it, or name another 'ledger'");
  }

  private Optional<Check> mail() {
    return Optional.of(configuration
        .mail()
        .map(this::mail)
        .orElseGet(() -> Check.ok(Subject.MAIL, "none is configured: notices are printed")));
  }

  private Check mail(MailSettings settings) {
    String where = settings.delivery() instanceof Smtp smtp
        ? smtp.host() + ":" + smtp.port()
        : "directory " + ((MailSettings.Outbox) settings.delivery()).directory();
    return Postman.obstacle(settings, deadline.within(MAIL))
        .map(why -> Check.wrong(
            Subject.MAIL, where + ": " + why, "nobody would be told: mend that, or 'mail'"))
        .orElseGet(() -> Check.ok(Subject.MAIL, where + takes(settings)));
  }

  private static String takes(MailSettings settings) {
    if (!(settings.delivery() instanceof Smtp smtp)) {
      return " can be written to";
    }
    return smtp.login().map(login -> ", logged in as " + login.username()).orElse(", connected")
        + "; nothing was sent";
  }

  private Optional<Check> reference() {
    return configuration.isolation().map(this::reference);
  }

  private Check reference(Probe probe) {
    Observation seen = new Prober().look(probe, deadline);
    String detail = probe.subject() + ": " + seen.words();
    return seen instanceof Observation.Passing
        ? Check.ok(Subject.REFERENCE, detail)
        : Check.wrong(
            Subject.REFERENCE,
            detail,
            "while it does not pass nothing is repaired: mend that, or 'isolation'");
  }
}
