package dev.tocsin.runner.demo;

import dev.tocsin.email.MailSettings;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Sighting;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import dev.tocsin.runner.check.ProbeObserver;
import dev.tocsin.runner.check.Program;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.Watch;
import dev.tocsin.runner.demo.arms.Checker;
import dev.tocsin.runner.demo.arms.NightView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.apache.commons.mail.EmailException;
import org.apache.commons.mail.SimpleEmail;

/**
 * One night from its beginning to its end, under the eyes of one checker. The checkers see, mail
 * and restart by the means of the same configuration.
 */
final class Night implements NightView, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final NightClock clock = new NightClock(Story.BEGIN);
  private final Cluster cluster = new Cluster(clock::now);
  private final Mailbox mailbox;
  private final int mailsBefore;
  private final Setting setting;
  private final Configuration configuration;
  private final Observer observer;
  private int pointless;

  Night(Path directory, Mailbox mailbox) {
    this.mailbox = mailbox;
    mailsBefore = mailbox.mails().size();
    setting = new Setting(directory);
    setting.write(mailbox.port(), cluster.address());
    configuration = setting.read();
    observer = new ProbeObserver(configuration.watches(), 2);
  }

  NightClock clock() {
    return clock;
  }

  Path yaml() {
    return setting.yaml();
  }

  /** The mails of this night. */
  List<Arrived> mails() {
    List<Arrived> all = mailbox.mails();
    return all.subList(mailsBefore, all.size());
  }

  /** All rounds of the night. */
  Tally watchedBy(String name, Checker checker) {
    while (!clock.now().isAfter(Story.END)) {
      round(checker);
      clock.forward(Story.INTERVAL);
    }
    return Tally.of(name, mails(), setting.restarts(), pointless, cluster.upSince());
  }

  private void round(Checker checker) {
    int before = setting.restarts();
    checker.round(this);
    int made = setting.restarts() - before;
    if (made > 0) {
      pointless += Story.isNodeReady(clock.now()) ? 0 : made;
      cluster.restart();
    }
  }

  @Override
  public boolean isServiceUp() {
    return sighting().observation() instanceof Passing;
  }

  @Override
  public boolean isNodeReady() {
    return sighting().firstNotMet().isEmpty();
  }

  private Sighting sighting() {
    Watch frigate = configuration.watches().get(0);
    return observer
        .look(List.of(frigate.target()), deadline())
        .get(frigate.target().name());
  }

  @Override
  public LocalTime now() {
    return Story.local(clock.now());
  }

  @Override
  public void restart() {
    Program.run(Setting.program(configuration), Map.of("TOCSIN_ATTEMPT", "another's"), deadline());
  }

  @Override
  public void mail(String subject) {
    MailSettings settings = configuration.mail().orElseThrow();
    Smtp smtp = (Smtp) settings.delivery();
    try {
      SimpleEmail mail = new SimpleEmail();
      mail.setHostName(smtp.host());
      mail.setSmtpPort(smtp.port());
      mail.setFrom(settings.from());
      mail.addTo(settings.to().get(0).address());
      mail.setSubject(subject);
      mail.setMsg(subject);
      mail.send();
    } catch (EmailException e) {
      throw new IllegalStateException(e);
    }
  }

  private Deadline deadline() {
    return Deadline.in(PATIENCE, clock);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
