package dev.tocsin.email;

import dev.tocsin.email.MailSettings.Smtp;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Puts TLS over a connection, and never without asking the certificate for the configured host: the
 * mail library asks only if several settings agree.
 */
final class TlsLayer extends SSLSocketFactory {

  private final SSLSocketFactory factory;
  private final Smtp smtp;

  private TlsLayer(SSLSocketFactory factory, Smtp smtp) {
    this.factory = factory;
    this.smtp = smtp;
  }

  static TlsLayer of(Smtp smtp) throws IOException {
    try {
      SSLContext context =
          smtp.caFile().isPresent() ? trusting(smtp.caFile().get()) : SSLContext.getDefault();
      return new TlsLayer(context.getSocketFactory(), smtp);
    } catch (GeneralSecurityException e) {
      throw new Unusable("no TLS: " + e);
    }
  }

  /** The connection with TLS over it, its certificate checked. */
  Socket over(Socket plain) throws IOException {
    SSLSocket socket = createSocket(plain, smtp.host(), smtp.port(), true);
    socket.startHandshake();
    return socket;
  }

  @Override
  public SSLSocket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    var socket = (SSLSocket) factory.createSocket(plain, smtp.host(), smtp.port(), autoClose);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  // The runner's HTTP client loads authorities the same way: adapters may not know each other.
  private static SSLContext trusting(Path caFile) throws GeneralSecurityException, IOException {
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    authorities.load(null, null);
    int count = 0;
    for (Certificate authority : read(caFile)) {
      authorities.setCertificateEntry("ca" + count++, authority);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Iterable<? extends Certificate> read(Path caFile) throws Unusable {
    try (InputStream in = Files.newInputStream(caFile)) {
      var authorities = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (authorities.isEmpty()) {
        throw new Unusable("no certificate in " + caFile);
      }
      return authorities;
    } catch (IOException | GeneralSecurityException e) {
      throw new Unusable("cannot read the authorities in " + caFile + ": " + e.getMessage());
    }
  }

  // We only ever put TLS over a connection that is there.

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }
}
