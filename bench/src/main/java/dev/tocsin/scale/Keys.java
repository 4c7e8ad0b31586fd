package dev.tocsin.scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Keys of an API server on loopback, made anew for each run.
 *
 * @param certificate of the server, which is its own authority
 * @param key of the server
 * @param signingKey by which tokens of service accounts are signed
 * @param signedKey by which they are checked
 */
record Keys(Path certificate, Path key, Path signingKey, Path signedKey) {

  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "server";

  static Keys in(Path directory) throws IOException, GeneralSecurityException {
    KeyStore store = generated(directory);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair tokens = generator.generateKeyPair();
    return new Keys(
        pem(directory, "CERTIFICATE", "server.crt", store.getCertificate(ALIAS).getEncoded()),
        pem(
            directory,
            "PRIVATE KEY",
            "server.key",
            store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()),
        pem(directory, "PRIVATE KEY", "tokens.key", tokens.getPrivate().getEncoded()),
        pem(directory, "PUBLIC KEY", "tokens.pub", tokens.getPublic().getEncoded()));
  }

  private static KeyStore generated(Path directory) throws IOException, GeneralSecurityException {
    Path file = directory.resolve("server.p12");
    Commands.run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-dname",
        "CN=kube-apiserver",
        "-ext",
        "san=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
    return loaded(file);
  }

  private static KeyStore loaded(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static Path pem(Path directory, String what, String name, byte[] der) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n",
        StandardCharsets.US_ASCII);
  }

  /** Trusts this server, and no other. */
  SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore store = loaded(certificate.resolveSibling("server.p12"));
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** As a kubeconfig has it. */
  String authority() throws IOException {
    return Base64.getEncoder().encodeToString(Files.readAllBytes(certificate));
  }
}
