package dev.tocsin.runner.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;

/** A mail as it arrived. */
record Arrived(String from, String to, String subject, String messageId, String body) {

  static Arrived of(byte[] bytes) throws IOException {
    try {
      MimeMessage mail =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      return new Arrived(
          mail.getHeader("From", ", "),
          mail.getHeader("To", ", "),
          mail.getSubject(),
          mail.getMessageID(),
          plain(mail.getContent()));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  /** Of several forms the first is the plain one. */
  private static String plain(Object content) throws IOException, MessagingException {
    return content instanceof Multipart forms
        ? plain(forms.getBodyPart(0).getContent())
        : content.toString();
  }

  boolean saysDown() {
    return subject.contains("is down");
  }

  boolean saysOver() {
    return subject.contains("recovered");
  }

  /** Its lines, headers first. */
  Stream<String> lines() {
    return Stream.concat(
        Stream.of(
            "From: " + from, "To: " + to, "Subject: " + subject, "Message-ID: " + messageId, ""),
        body.stripTrailing().lines());
  }

  String indented(String margin) {
    return lines().map(l -> (margin + l).stripTrailing()).collect(Collectors.joining("\n"));
  }
}
