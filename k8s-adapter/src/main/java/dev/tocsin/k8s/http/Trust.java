package dev.tocsin.k8s.http;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Who is trusted: the cluster's authority alone where one is given, as kubectl does. */
final class Trust {

  private Trust() {}

  /** The JDK's many authorities are then neither trusted nor read, which takes a while. */
  static TrustManager[] of(Config config) throws IOException, GeneralSecurityException {
    Optional<byte[]> authorities = authorities(config);
    if (authorities.isEmpty() || config.getTrustStoreFile() != null) {
      return SSLUtils.trustManagers(config);
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    for (Certificate authority : CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(authorities.get()))) {
      store.setCertificateEntry("authority-" + count++, authority);
    }
    if (count == 0) {
      throw new KeyStoreException("the cluster's authority has no certificate");
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static Optional<byte[]> authorities(Config config) throws IOException {
    String data = config.getCaCertData();
    if (data != null && !data.isBlank()) {
      boolean plain = data.contains("-----BEGIN");
      return Optional.of(
          plain
              ? data.getBytes(StandardCharsets.US_ASCII)
              : Base64.getMimeDecoder().decode(data));
    }
    String file = config.getCaCertFile();
    return file == null || file.isBlank()
        ? Optional.empty()
        : Optional.of(Files.readAllBytes(Path.of(file)));
  }
}
