package dev.tocsin.runner.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and a certificate of 127.0.0.1, made by the JDK's keytool for this one training.
 *
 * @param server what a server needs
 * @param authority the certificate as a PEM file
 */
record Keys(SSLContext server, Path authority) {

  private static final String PASSWORD = "training";

  static Keys in(Path directory) throws IOException {
    Path file = directory.resolve("keys.p12");
    keytool(file);
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
          .encodeToString(store.getCertificate(PASSWORD).getEncoded());
      Path authority = Files.writeString(
          directory.resolve("authority.pem"),
          "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
      return new Keys(context, authority);
    } catch (GeneralSecurityException e) {
      throw new IOException("no keys for training", e);
    }
  }

  private static void keytool(Path file) throws IOException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process = new ProcessBuilder(List.of(
            keytool.toString(),
            "-genkeypair",
            "-keystore",
            file.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-alias",
            PASSWORD,
            "-keyalg",
            "RSA",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "SAN=ip:127.0.0.1"))
        .redirectErrorStream(true)
        .start();
    process.getInputStream().readAllBytes();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool made no keys");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
