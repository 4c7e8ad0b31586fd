package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.apache.commons.mail.Email;
import org.apache.commons.mail.EmailException;

/** Makes a notice's mail: the same notice, the same bytes. */
final class Letter {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final MailSettings settings;
  private final ZoneId zone;
  private final String domain;

  Letter(MailSettings settings, ZoneId zone) {
    this.settings = settings;
    this.zone = zone;
    String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
    this.domain = domain.replaceAll("[^A-Za-z0-9.-]", "");
  }

  /** The same mail, reduced to the essentials: for who is refused the whole. */
  MimeMessage essentials(Notice notice) {
    return made(notice, mail -> {
      Essentials text = Essentials.of(notice, zone, settings.wording());
      mail.setSubject(text.subject());
      mail.setContent(text.text().replace("\n", "\r\n"), "text/plain; charset=us-ascii");
    });
  }

  /** The notice's mail, addressed to everyone whom it concerns, whoever has it already. */
  MimeMessage of(Notice notice) {
    return made(notice, mail -> {
      NoticeText text = NoticeText.of(notice, zone, settings.wording(), sequel(notice));
      mail.setSubject(text.subject());
      mail.setContent(new Alternatives(notice.key(), text));
    });
  }

  private MimeMessage made(Notice notice, Filling filling) {
    try {
      Mail mail = new Mail(id(notice.key()));
      headers(mail, notice);
      addresses(mail, notice);
      filling.into(mail);
      mail.buildMimeMessage();
      MimeMessage message = mail.getMimeMessage();
      message.setHeader("Date", date(notice.planned().at()));
      message.saveChanges();
      return message;
    } catch (EmailException | MessagingException e) {
      throw new IllegalStateException("no mail can be made of notice " + notice.key(), e);
    }
  }

  /** Puts subject and content into a mail. */
  @FunctionalInterface
  private interface Filling {
    void into(Mail mail) throws EmailException, MessagingException;
  }

  /** One mail has the same words for all who get it. */
  private NoticeText.Sequel sequel(Notice notice) {
    Kind end = notice.kind() == Kind.BLIND ? Kind.SIGHT_BACK : Kind.RECOVERY;
    if (!lead(notice, end)) {
      return NoticeText.Sequel.UNTOLD;
    }
    return end == Kind.SIGHT_BACK || lead(notice, Kind.GAVE_UP)
        ? NoticeText.Sequel.TOLD
        : NoticeText.Sequel.END_TOLD;
  }

  private boolean lead(Notice notice, Kind next) {
    return settings.concernedBy(notice).stream().allMatch(one -> one.route().leadsTo(next, notice));
  }

  private void headers(Mail mail, Notice notice) {
    String root = id(notice.members().get(0).about().toString());
    mail.addHeader("In-Reply-To", root);
    mail.addHeader("References", root);
    mail.addHeader("Auto-Submitted", "auto-generated");
    mail.addHeader("X-Auto-Response-Suppress", "All");
    mail.addHeader("List-Id", "<notices.tocsin." + domain + ">");
  }

  private void addresses(Mail mail, Notice notice) throws EmailException {
    mail.setFrom(settings.from());
    for (MailSettings.Recipient recipient : settings.concernedBy(notice)) {
      mail.addTo(recipient.address());
    }
  }

  private String id(String local) {
    return "<" + local + "@tocsin." + domain + ">";
  }

  private String date(Instant at) {
    return DATE.format(at.atZone(zone));
  }

  /** A mail whose Message-ID we choose: the library would replace it by one of its own. */
  private static final class Mail extends Email {

    private final String id;

    private Mail(String id) {
      this.id = id;
      setMailSession(Session.getInstance(new Properties()));
      setCharset(StandardCharsets.UTF_8.name());
    }

    @Override
    public Email setMsg(String text) {
      throw new UnsupportedOperationException("a notice has two forms");
    }

    @Override
    protected MimeMessage createMimeMessage(Session session) {
      return new MimeMessage(session) {
        @Override
        protected void updateMessageID() throws MessagingException {
          setHeader("Message-ID", id);
        }
      };
    }
  }

  /** The plain text and the HTML, of which a reader shows the last that it can. */
  private static final class Alternatives extends MimeMultipart {

    private Alternatives(String key, NoticeText text) throws MessagingException {
      super("alternative");
      // The library's boundary would be another one for each try.
      contentType = "multipart/alternative; boundary=\"=_" + key + "\"";
      addBodyPart(part(text.text(), "plain"));
      addBodyPart(part(text.html(), "html"));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(text.replace("\n", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
      return part;
    }
  }
}
