package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words what went wrong on the way to a target. */
final class NetworkTrouble {

  private static final Pattern OWN_WORDS =
      Pattern.compile("(Received fatal alert: [a-z_]+|Unsupported or unrecognized SSL message"
          + "|Remote host terminated the handshake|EOF reached while reading)");
  private static final Pattern OTHER_HOST =
      Pattern.compile("No (subject alternative|name matching).*");

  private final List<Throwable> chain;
  private final String address;

  private NetworkTrouble(Throwable trouble, String address) {
    this.chain =
        Stream.iterate(trouble, t -> t != null, Throwable::getCause).limit(20).toList();
    this.address = address;
  }

  /**
   * What a failed connection or exchange is.
   *
   * @param address host and port, for the words
   */
  static Observation of(Throwable trouble, String address) throws TimedOut, CannotLook {
    NetworkTrouble network = new NetworkTrouble(trouble, address);
    network.throwIfOurs();
    return new Observation.Failing(network
        .certificate()
        .or(network::connection)
        .orElseGet(() -> "no valid answer from " + address + ": " + network.words()));
  }

  /** What is wrong with a certificate, if that is what this is about. */
  static Optional<String> certificate(Throwable trouble, String address) {
    return new NetworkTrouble(trouble, address).certificate();
  }

  private void throwIfOurs() throws TimedOut, CannotLook {
    if (find(HttpConnectTimeoutException.class).isPresent()) {
      throw new TimedOut("while connecting to " + address);
    }
    if (says("Operation not permitted") || says("Permission denied")) {
      throw new CannotLook(Cause.NO_ACCESS, "we are not permitted to connect to " + address);
    }
    if (says("Too many open files")) {
      throw new CannotLook(Cause.OURS_MISSING, "we have too many open files ourselves");
    }
    if (!isNoHttp() && chain.stream().noneMatch(t -> t instanceof IOException)) {
      throw new IllegalStateException("looking at " + address, chain.get(0));
    }
  }

  private Optional<String> certificate() {
    String whose = "the certificate of " + address;
    if (find(CertificateExpiredException.class).isPresent()) {
      return Optional.of(whose + " has expired");
    }
    if (find(CertificateNotYetValidException.class).isPresent()) {
      return Optional.of(whose + " is not valid yet");
    }
    if (find(CertificateException.class).filter(NetworkTrouble::isOtherHost).isPresent()) {
      return Optional.of(whose + " is for another host");
    }
    if (find(CertPathBuilderException.class).isPresent()) {
      return Optional.of(whose + " is not trusted: it is by no authority that we know");
    }
    return find(SSLException.class).map(e -> "TLS with " + address + " failed: " + words());
  }

  private Optional<String> connection() {
    if (find(UnknownHostException.class).isPresent()
        || find(UnresolvedAddressException.class).isPresent()) {
      return Optional.of("the name " + host() + " does not resolve");
    }
    if (find(NoRouteToHostException.class).isPresent()) {
      return Optional.of("no route to " + address);
    }
    if (says("Connection refused")) {
      return Optional.of("connection to " + address + " refused");
    }
    if (says("Connection reset") || says("received no bytes")) {
      return Optional.of(address + " closed the connection without an answer");
    }
    return find(ConnectException.class)
        .map(e -> "connection to " + address + " failed: " + words());
  }

  private String host() {
    return address.substring(0, address.lastIndexOf(':'));
  }

  /** The system's words and Java's, of which we know that they quote nothing. */
  private String words() {
    if (isNoHttp()) {
      return "this is not HTTP";
    }
    Throwable innermost = chain.get(chain.size() - 1);
    String message = String.valueOf(innermost.getMessage());
    boolean system =
        innermost instanceof SocketException || OWN_WORDS.matcher(message).matches();
    return system ? message : innermost.getClass().getSimpleName();
  }

  /**
   * Then the message quotes the answer, which may say anything. Java's client leaves it to its
   * caller that a length is no number.
   */
  private boolean isNoHttp() {
    return find(ProtocolException.class).isPresent()
        || find(NumberFormatException.class).isPresent();
  }

  private boolean says(String words) {
    return !isNoHttp()
        && chain.stream().anyMatch(t -> String.valueOf(t.getMessage()).contains(words));
  }

  private <T extends Throwable> Optional<T> find(Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private static boolean isOtherHost(CertificateException e) {
    return OTHER_HOST.matcher(String.valueOf(e.getMessage())).matches();
  }
}
