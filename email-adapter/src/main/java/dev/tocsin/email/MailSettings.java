package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

/**
 * How notices are mailed.
 *
 * @param from the sender's address
 * @param to who gets them; at least one, no two of one name
 * @param delivery where they go
 * @param wording how notices are put into words
 */
public record MailSettings(String from, List<Recipient> to, Delivery delivery, Wording wording) {

  public MailSettings {
    requireAddress(from);
    to = List.copyOf(to);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("nobody is told: there is no recipient");
    }
    if (to.stream().map(Recipient::name).distinct().count() < to.size()) {
      throw new IllegalArgumentException("two recipients have one name");
    }
    Objects.requireNonNull(delivery);
    Objects.requireNonNull(wording);
  }

  /** With the built-in words. */
  public MailSettings(String from, List<Recipient> to, Delivery delivery) {
    this(from, to, delivery, Wording.BUILT_IN);
  }

  /** Whom a notice concerns: always the same for the same notice. */
  List<Recipient> concernedBy(Notice notice) {
    return to.stream().filter(recipient -> recipient.route().takes(notice)).toList();
  }

  /** The same in other words. */
  public MailSettings with(Wording other) {
    return new MailSettings(from, to, delivery, other);
  }

  /**
   * Somebody who is told.
   *
   * @param name as configured; else a short hash of the address, so that no address is remembered
   * @param address one address, {@code local@domain}, in ASCII
   * @param route what he is told of
   */
  public record Recipient(String name, String address, Route route) {
    public Recipient {
      Objects.requireNonNull(name);
      requireAddress(address);
      Objects.requireNonNull(route);
    }

    /** Told of everything. */
    public Recipient(String name, String address) {
      this(name, address, Route.EVERYTHING);
    }
  }

  /** Where mail goes. */
  public sealed interface Delivery permits Smtp, Outbox {}

  /** A directory into which each notice is written as an {@code .eml} file. */
  public record Outbox(Path directory) implements Delivery {}

  /**
   * A mail server.
   *
   * @param host its name, which its certificate must carry
   * @param port default 465 with {@link Tls#IMPLICIT}, 587 with {@link Tls#STARTTLS}, 25 with none
   * @param tls default {@link Tls#IMPLICIT}
   * @param login absent: none
   * @param caFile PEM file of the authorities trusted instead of the JDK's
   */
  public record Smtp(String host, int port, Tls tls, Optional<Login> login, Optional<Path> caFile)
      implements Delivery {
    public Smtp {
      if (host.isBlank() || port < 1 || port > 65535) {
        throw new IllegalArgumentException(
            "not a mail server: '" + Plain.text(host) + "', port " + port);
      }
    }

    /** Whether it is the machine itself that we run on. */
    public boolean isHere() {
      return isHere(host);
    }

    /** Whether a host is the machine itself. */
    public static boolean isHere(String host) {
      return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }
  }

  /** How the connection is protected. There is no fallback to clear text. */
  public enum Tls {
    IMPLICIT,
    STARTTLS,
    /** Only to loopback, or where it is said in so many words. */
    NONE
  }

  /** A user name and where his password is; line ends after the password do not belong to it. */
  public record Login(String username, Secret password) {}

  /** A secret, read each time it is used, and never shown. */
  @FunctionalInterface
  public interface Secret {
    /**
     * Reads it.
     *
     * @throws java.io.IOException if it cannot be read; the message names the place, not the secret
     */
    String read() throws java.io.IOException;
  }

  /** An address as it can stand in a command and in a header, and nothing that could end either. */
  private static void requireAddress(String address) {
    boolean ascii = address.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!ascii || address.indexOf('@') < 1 || !isValid(address)) {
      throw new IllegalArgumentException("not a mail address: '" + Plain.text(address) + "'");
    }
  }

  private static boolean isValid(String address) {
    try {
      return new InternetAddress(address, true).getAddress().equals(address);
    } catch (AddressException e) {
      return false;
    }
  }
}
