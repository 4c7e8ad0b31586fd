package dev.tocsin.email;

import com.sun.mail.smtp.SMTPTransport;
import dev.tocsin.email.Progress.Step;
import java.io.IOException;
import java.io.OutputStream;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;

/**
 * The library's transport, which reports every step before it takes it. Its exceptions do not say
 * whether the final dot was sent; the step does.
 */
final class SmtpLine extends SMTPTransport {

  private final Progress progress;

  SmtpLine(Session session, URLName server, Progress progress) {
    super(session, server);
    this.progress = progress;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    progress.advance(Step.MAIL);
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    progress.advance(Step.RCPT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    progress.advance(Step.DATA);
    return super.data();
  }

  /** Sends the final dot. */
  @Override
  protected void finishData() throws IOException, MessagingException {
    progress.advance(Step.DOT);
    super.finishData();
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    progress.answered(code, getLastServerResponse());
    return code;
  }
}
