package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One client for each set of authorities: a client has threads of its own. */
final class HttpClients {

  private final Map<Optional<Path>, HttpClient> clients = new HashMap<>();

  /** A client that trusts the authorities of that file, or the JDK's. */
  synchronized HttpClient trusting(Optional<Path> caFile) throws CannotLook {
    if (!clients.containsKey(caFile)) {
      clients.put(caFile, client(caFile));
    }
    return clients.get(caFile);
  }

  private static HttpClient client(Optional<Path> caFile) throws CannotLook {
    HttpClient.Builder builder = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER);
    if (caFile.isPresent()) {
      builder.sslContext(context(caFile.get()));
    }
    return builder.build();
  }

  private static SSLContext context(Path caFile) throws CannotLook {
    try {
      KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      for (Certificate certificate : read(caFile)) {
        authorities.setCertificateEntry("ca-" + authorities.size(), certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("trusting the authorities of " + caFile, e);
    }
  }

  private static Collection<? extends Certificate> read(Path caFile) throws CannotLook {
    try (InputStream in = Files.newInputStream(caFile)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new CannotLook(Cause.OURS_MISSING, "no certificate is in our CA file " + caFile);
      }
      return found;
    } catch (AccessDeniedException e) {
      throw new CannotLook(Cause.NO_ACCESS, "we may not read our CA file " + caFile);
    } catch (IOException e) {
      throw new CannotLook(Cause.OURS_MISSING, "our CA file " + caFile + " cannot be read");
    } catch (CertificateException e) {
      throw new CannotLook(Cause.OURS_MISSING, "our CA file " + caFile + " is not in PEM format");
    }
  }
}
