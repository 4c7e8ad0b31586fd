package dev.tocsin.runner.config;

import dev.tocsin.email.MailSettings.Login;
import dev.tocsin.email.MailSettings.Secret;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.email.MailSettings.Tls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code mail.smtp}: the mail server. */
final class SmtpSection {

  private static final String PASSWORD_EXPECTED =
      "passwordFile, or ${NAME} to be taken from the environment";

  static final Key<String> HOST =
      Key.required("host", Scalars.host(), "Its name, which its certificate must carry.");
  static final Key<Integer> PORT = Key.optional(
      "port",
      Scalars.integer(1, 65535),
      "`465`; with `tls: starttls` `587`, with `tls: none` `25`",
      "Its port.");
  static final Key<Tls> TLS = Key.or(
      "tls",
      Scalars.choice(Tls.class),
      "implicit",
      "How the connection is protected; there is no fallback to clear text. `none` only to this"
          + " machine, or with `plaintext: allowed`.");
  static final Key<String> PLAINTEXT = Key.optional(
      "plaintext",
      Scalars.choice(List.of("allowed"), Function.identity()),
      "not allowed",
      "Says in so many words that notices may cross the network in clear.");
  static final Key<String> USERNAME =
      Key.optional("username", Scalars.label(), "no login", "Who logs in; needs a password.");
  static final Key<Path> PASSWORD_FILE = Key.optional(
      "passwordFile", FileContent.secret(), "–", "Holds the password; read each time it is used.");
  static final Key<Secret> PASSWORD = Key.optional(
      "password",
      new Type<>("`${NAME}`", Form.word(Variables.ALONE), SmtpSection::password),
      "–",
      "The password from the environment. Excludes `passwordFile`.");
  static final Key<Path> CA_FILE = Key.optional(
      "caFile",
      FileContent.authorities(),
      "the JDK's authorities",
      "The authorities trusted instead of the JDK's.");
  static final Shape SHAPE =
      Shape.of("mail.smtp", HOST, PORT, TLS, PLAINTEXT, USERNAME, PASSWORD_FILE, PASSWORD, CA_FILE);

  private SmtpSection() {}

  static Optional<Smtp> read(Item item) {
    Fields fields = Fields.of(item, SHAPE);
    plaintext(fields);
    login(fields);
    if (!fields.isSound()) {
      return Optional.empty();
    }
    Tls tls = fields.value(TLS);
    return Optional.of(new Smtp(
        fields.value(HOST),
        fields.find(PORT).orElseGet(() -> port(tls)),
        tls,
        fields.find(USERNAME).flatMap(name -> secret(fields).map(s -> new Login(name, s))),
        fields.find(CA_FILE)));
  }

  private static Optional<Secret> secret(Fields fields) {
    return fields
        .find(PASSWORD)
        .or(() -> fields.find(PASSWORD_FILE).map(file -> () -> FileContent.secretIn(file)));
  }

  private static void plaintext(Fields fields) {
    boolean clear = fields.find(TLS).filter(Tls.NONE::equals).isPresent();
    boolean near = fields.find(HOST).map(host -> Smtp.isHere(host)).orElse(true);
    if (clear && !near && !fields.has(PLAINTEXT)) {
      fields
          .at(TLS)
          .problem("tls is 'none' and the server is not this machine, expected implicit or"
              + " starttls, or 'plaintext: allowed' beside it");
    }
    if (!clear && fields.has(PLAINTEXT) && fields.find(TLS).isPresent()) {
      fields
          .at(PLAINTEXT)
          .problem("plaintext is allowed and tls is not 'none', expected one of them");
    }
  }

  private static void login(Fields fields) {
    boolean file = fields.has(PASSWORD_FILE);
    boolean variable = fields.has(PASSWORD);
    if (file && variable) {
      fields
          .at(PASSWORD)
          .problem("password and passwordFile exclude each other, expected one of them");
    }
    if (fields.has(USERNAME) && !file && !variable && !fields.isStrange()) {
      fields.at(USERNAME).problem("username without a password, expected " + PASSWORD_EXPECTED);
    }
    if (!fields.has(USERNAME) && (file || variable) && !fields.isStrange()) {
      fields
          .at(file ? PASSWORD_FILE : PASSWORD)
          .problem("a password without username, expected both");
    }
  }

  private static Optional<Secret> password(Item item) {
    if (item.text().isPresent() && item.text().filter(Variables::isReference).isEmpty()) {
      item.problem("password is written in clear, expected " + PASSWORD_EXPECTED);
      return Optional.empty();
    }
    if (item.source().secrets() == Secrets.OF_CHECKS) {
      return Optional.of(() -> "");
    }
    return Variables.expand(item, PASSWORD_EXPECTED).map(value -> () -> value);
  }

  private static int port(Tls tls) {
    return tls == Tls.IMPLICIT ? 465 : tls == Tls.STARTTLS ? 587 : 25;
  }
}
