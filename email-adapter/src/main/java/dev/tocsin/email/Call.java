package dev.tocsin.email;

import dev.tocsin.email.MailSettings.Login;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.email.MailSettings.Tls;
import dev.tocsin.email.Verdict.Fate;
import dev.tocsin.round.Deadline;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.mail.Authenticator;
import javax.mail.PasswordAuthentication;
import javax.mail.Session;
import javax.mail.URLName;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

/**
 * One connection to a mail server. All talk is on a thread of its own, so that nothing outlasts a
 * deadline: no server that answers one byte a minute, no slow name server, no secret on a dead
 * disk.
 */
final class Call implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final String from;
  private final Smtp smtp;
  private final Progress progress = new Progress();
  private final Judge judge = new Judge(progress);
  private final Socket socket = new Socket();
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Call::daemon);
  private volatile Optional<SmtpLine> line = Optional.empty();

  Call(String from, Smtp smtp) {
    this.from = from;
    this.smtp = smtp;
  }

  /** Connects and logs in; what prevents it, if something does. */
  Optional<Verdict> connect(Deadline deadline) {
    Duration limit = deadline.remaining();
    return watched(() -> connect(limit), limit);
  }

  /** Sends a mail to one address; what became of it, with the server's last answer. */
  Verdict send(MimeMessage message, String address, Deadline deadline) {
    Optional<Verdict> trouble = watched(
        () -> {
          InternetAddress[] one = {new InternetAddress(address)};
          line.orElseThrow().sendMessage(message, one);
          return line;
        },
        deadline.remaining());
    return trouble.orElseGet(() -> new Verdict(Fate.DELIVERED, answer()));
  }

  private String answer() {
    return progress.shown(line.map(SmtpLine::getLastServerResponse).orElse("").strip());
  }

  /** Ends the connection, politely if that is quick. */
  @Override
  public void close() {
    line.ifPresent(open -> watched(
        () -> {
          open.close();
          return line;
        },
        FAREWELL));
    hangUp();
    thread.shutdownNow();
  }

  /** What would begin without any time left could be over before anybody looks. */
  private Optional<Verdict> watched(Callable<?> talk, Duration limit) {
    if (limit.isZero()) {
      return Optional.of(givenUp("no time was left for it"));
    }
    Future<?> future = thread.submit(talk);
    try {
      future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(judge.verdict(e.getCause()));
    } catch (TimeoutException e) {
      return Optional.of(givenUp("no end within the time there was"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(givenUp("interrupted"));
    }
  }

  private Verdict givenUp(String why) {
    progress.giveUp();
    Verdict verdict = judge.givenUp(why);
    hangUp();
    return verdict;
  }

  private void hangUp() {
    line = Optional.empty();
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private SmtpLine connect(Duration limit) throws Exception {
    TlsLayer tls = TlsLayer.of(smtp);
    Session session = session(tls);
    int millis = (int) Math.max(1, Math.min(limit.toMillis(), Integer.MAX_VALUE));
    socket.connect(new InetSocketAddress(smtp.host(), smtp.port()), millis);
    socket.setSoTimeout(millis);
    Socket protectedSocket = smtp.tls() == Tls.IMPLICIT ? tls.over(socket) : socket;
    var server = new URLName("smtp", smtp.host(), smtp.port(), null, null, null);
    SmtpLine open = new SmtpLine(session, server, progress);
    open.setLocalHost(literal(socket.getLocalAddress()));
    open.connect(protectedSocket);
    line = Optional.of(open);
    return open;
  }

  /** Made of these settings alone: no system property changes how we mail. */
  private Session session(TlsLayer tls) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.from", from);
    properties.setProperty("mail.smtp.quitwait", "false");
    String startTls = Boolean.toString(smtp.tls() == Tls.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", startTls);
    properties.setProperty("mail.smtp.starttls.required", startTls);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    if (smtp.login().isEmpty()) {
      return Session.getInstance(properties);
    }
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty("mail.smtp.user", smtp.login().get().username());
    return Session.getInstance(properties, authenticator(smtp.login().get()));
  }

  private Authenticator authenticator(Login login) throws IOException {
    PasswordAuthentication known = new PasswordAuthentication(login.username(), password(login));
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return known;
      }
    };
  }

  private String password(Login login) throws IOException {
    String password = read(login).replaceAll("[\\r\\n]+$", "");
    if (password.isEmpty()) {
      throw new Unusable("the password of " + login.username() + " is empty");
    }
    progress.hide(login.username(), password);
    return password;
  }

  private static String read(Login login) throws IOException {
    try {
      return login.password().read();
    } catch (IOException e) {
      throw new Unusable("cannot read the password of " + login.username() + ": " + e);
    }
  }

  /** How we greet: an address is always right, while a pod's name is none that servers accept. */
  private static String literal(InetAddress local) {
    String address = local.getHostAddress().replaceAll("%.*", "");
    return local instanceof Inet6Address ? "[IPv6:" + address + "]" : "[" + address + "]";
  }

  private static Thread daemon(Runnable talk) {
    Thread thread = new Thread(talk, "tocsin-mail");
    thread.setDaemon(true);
    return thread;
  }
}
