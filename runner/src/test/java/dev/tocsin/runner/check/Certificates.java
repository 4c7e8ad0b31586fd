package dev.tocsin.runner.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates made for a test, by the JDK's keytool. */
final class Certificates {

  private static final String PASSWORD = "changeit";

  private final Path directory;

  Certificates(Path directory) {
    this.directory = directory;
  }

  Certificates authority(String alias) throws Exception {
    return generate(alias, List.of("-ext", "bc:c"));
  }

  Certificates signed(String alias, String names, String start, int days) throws Exception {
    return generate(
        alias,
        List.of(
            "-ext", "san=" + names, "-startdate", start, "-validity", "" + days, "-signer", "ca"));
  }

  private Certificates generate(String alias, List<String> more) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-J-XX:TieredStopAtLevel=1",
        "-J-XX:+UseSerialGC",
        "-genkeypair",
        "-alias",
        alias,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + alias,
        "-keystore",
        store().toString(),
        "-storepass",
        PASSWORD));
    command.addAll(more);
    Process keytool = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("keytool.log").toFile())
        .start();
    if (keytool.waitFor() != 0) {
      throw new IOException(Files.readString(directory.resolve("keytool.log")));
    }
    return this;
  }

  /** The certificate as a PEM file. */
  Path pem(String alias) throws Exception {
    String base64 =
        Base64.getMimeEncoder().encodeToString(load().getCertificate(alias).getEncoded());
    String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    return Files.writeString(directory.resolve(alias + ".pem"), pem, StandardCharsets.US_ASCII);
  }

  /** What a server with that certificate needs. */
  SSLContext server(String alias) throws Exception {
    KeyStore all = load();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    char[] password = PASSWORD.toCharArray();
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore load() throws Exception {
    return KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
  }

  private Path store() {
    return directory.resolve("keys.p12");
  }
}
