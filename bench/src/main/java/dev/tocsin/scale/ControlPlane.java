package dev.tocsin.scale;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * etcd and an API server on loopback, over TLS, in a directory of their own. There are no
 * controllers: what is in the cluster stays as it was put there. What one service account asks is
 * written into an audit log.
 */
final class ControlPlane implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(5);

  /** Of every request of the account one line, when it is answered. */
  private static final String AUDIT = """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
      - {level: Metadata, users: ["%s"]}
      - {level: None}
      """;

  private final Path directory;
  private final List<Process> processes = new ArrayList<>();
  private final Thread atExit = new Thread(this::stop);
  private final Keys keys;
  private final int port;
  private final Admin admin;

  private ControlPlane(Path directory, Path binaries, String audited)
      throws IOException, GeneralSecurityException {
    Runtime.getRuntime().addShutdownHook(atExit);
    this.directory = directory;
    this.keys = Keys.in(directory);
    this.port = freePort();
    String token = UUID.randomUUID().toString();
    Files.writeString(directory.resolve("tokens.csv"), token + ",admin,1,\"system:masters\"\n");
    Files.writeString(directory.resolve("audit.yaml"), AUDIT.formatted(audited));
    this.admin = new Admin("https://127.0.0.1:" + port, token, keys.trusting());
    String etcd = startEtcd(binaries);
    start("kube-apiserver", apiServer(binaries, etcd));
    awaitReady();
  }

  /**
   * Starts one.
   *
   * @param binaries where etcd and kube-apiserver are
   * @param audited the user whose requests are written down
   */
  static ControlPlane up(Path binaries, String audited)
      throws IOException, GeneralSecurityException {
    Path directory = Files.createTempDirectory(
        "tocsin-scale",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new ControlPlane(directory, binaries, audited);
  }

  Path directory() {
    return directory;
  }

  Keys keys() {
    return keys;
  }

  int port() {
    return port;
  }

  Admin admin() {
    return admin;
  }

  AuditLog audit() {
    return new AuditLog(directory.resolve("audit.log"));
  }

  private String startEtcd(Path binaries) throws IOException {
    String clients = "http://127.0.0.1:" + freePort();
    String peers = "http://127.0.0.1:" + freePort();
    start(
        "etcd",
        List.of(
            binaries.resolve("etcd").toString(),
            "--data-dir=" + directory.resolve("etcd"),
            "--unsafe-no-fsync",
            "--listen-client-urls=" + clients,
            "--advertise-client-urls=" + clients,
            "--listen-peer-urls=" + peers,
            "--initial-advertise-peer-urls=" + peers,
            "--initial-cluster=default=" + peers));
    return clients;
  }

  private List<String> apiServer(Path binaries, String etcd) {
    return List.of(
        binaries.resolve("kube-apiserver").toString(),
        "--etcd-servers=" + etcd,
        "--bind-address=127.0.0.1",
        "--secure-port=" + port,
        "--tls-cert-file=" + keys.certificate(),
        "--tls-private-key-file=" + keys.key(),
        "--token-auth-file=" + directory.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        // Without controllers no namespace has the account that pods would run under.
        "--disable-admission-plugins=ServiceAccount",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + keys.signedKey(),
        "--service-account-signing-key-file=" + keys.signingKey(),
        "--audit-policy-file=" + directory.resolve("audit.yaml"),
        "--audit-log-path=" + directory.resolve("audit.log"));
  }

  private void start(String name, List<String> command) throws IOException {
    processes.add(new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log(name).toFile())
        .start());
  }

  private Path log(String name) {
    return directory.resolve(name + ".log");
  }

  private void awaitReady() throws IOException {
    Instant end = Instant.now().plus(START);
    while (!admin.isReady()) {
      boolean dead = processes.stream().anyMatch(process -> !process.isAlive());
      if (dead || Instant.now().isAfter(end)) {
        List<String> lines = Files.readAllLines(log(dead ? "etcd" : "kube-apiserver"));
        throw new IOException("the API server is not ready: "
            + String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size())));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    stop();
  }

  /** The last one first, and what it wrote last of all. */
  private void stop() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      stop(processes.get(i));
    }
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      System.err.println("left behind: " + directory + ": " + e);
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
