package dev.tocsin.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate for one host, made by the JDK's own tool. */
record Certificates(Path pem, SSLContext server) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  static Certificates forHost(String host, Path directory) {
    try {
      Path store = directory.resolve(host + ".p12");
      keytool(host, store);
      return of(host, store, directory.resolve(host + ".pem"));
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(String host, Path store) throws IOException, InterruptedException {
    List<String> command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "mail",
        "-keyalg",
        "EC",
        "-validity",
        "2",
        "-dname",
        "CN=" + host,
        "-ext",
        "san=dns:" + host,
        "-storetype",
        "PKCS12",
        "-storepass",
        new String(PASSWORD),
        "-keystore",
        store.toString());
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes());
    if (tool.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static Certificates of(String host, Path store, Path pem)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    String encoded =
        Base64.getMimeEncoder().encodeToString(keys.getCertificate("mail").getEncoded());
    Files.writeString(
        pem, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new Certificates(pem, context);
  }
}
