package dev.tocsin.runner;

import static dev.tocsin.k8s.testing.Patience.patiently;

import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.rights.Permissions;
import dev.tocsin.k8s.rights.Rights;
import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.Time;
import dev.tocsin.runner.World.Ran;
import dev.tocsin.runner.report.Screen;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code manifests} printed for a configuration, applied to a real API server; and the runner
 * with a token of exactly the service account that came of it. Its clock goes when it is told.
 */
final class Installed implements AutoCloseable {

  static final Duration INTERVAL = Duration.ofMinutes(5);

  private final Path file;
  private final String manifests;
  private final String applied;
  private final KubernetesClient account;
  private final FaultyApi api;

  /** Whatever the API server made just now is an hour old. */
  private volatile Instant now = Instant.now().plus(Duration.ofHours(1));

  private Installed(Path file, String manifests, String applied, KubernetesClient account) {
    this.file = file;
    this.manifests = manifests;
    this.applied = applied;
    this.account = account;
    this.api = new FaultyApi(account);
  }

  /**
   * Applies a configuration as a user would.
   *
   * @param namespace of its ledger
   * @param options of {@code manifests}
   */
  static Installed of(Path directory, String namespace, String yaml, String... options) {
    try {
      Path file = Files.writeString(directory.resolve("tocsin.yaml"), yaml);
      String[] line = Stream.concat(
              Stream.of("manifests", "-c", file.toString()), Stream.of(options))
          .toArray(String[]::new);
      Ran ran = command(new Wiring(), line);
      if (ran.exitCode() != 0) {
        throw new AssertionError(ran.err());
      }
      Path manifests = Files.writeString(directory.resolve("manifests.yaml"), ran.out());
      String applied = RealApiServer.kubectl("apply", "-f", manifests.toString());
      Installed tocsin = new Installed(file, ran.out(), applied, account(namespace, "tocsin"));
      tocsin.awaitRights(new Rights(UsedRights.granted(ran.out())));
      return tocsin;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server learns of a rule a little after it was made. */
  void awaitRights(Rights all) {
    Kubernetes kubernetes = Kubernetes.of(account);
    patiently()
        .until(
            () -> Permissions.of(kubernetes, all, RealApiServer.soon()).missing(),
            missing -> missing.equals(Rights.NONE));
  }

  /**
   * A client with a token of that service account, and nothing else. Not over HTTP/2: there the
   * server hangs up on whom it does not know, and Java's client then reads no 401.
   */
  static KubernetesClient account(String namespace, String name) {
    TokenRequest token = RealApiServer.client()
        .serviceAccounts()
        .inNamespace(namespace)
        .withName(name)
        .tokenRequest(new TokenRequest());
    Config config = Config.fromKubeconfig(RealApiServer.kubeconfig());
    config.setClientCertData(null);
    config.setClientKeyData(null);
    config.setClientCertFile(null);
    config.setClientKeyFile(null);
    config.setOauthToken(token.getStatus().getToken());
    config.setHttp2Disable(true);
    config.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** What was applied. */
  String manifests() {
    return manifests;
  }

  /** What kubectl said of that. */
  String applied() {
    return applied;
  }

  KubernetesClient account() {
    return account;
  }

  /** Between the runner and the API server. */
  FaultyApi api() {
    return api;
  }

  /** Runs a command as a pod would. */
  Ran tocsin(String... words) {
    return through(api.client(), words);
  }

  /** Runs a command as a pod would, with this client. */
  Ran through(KubernetesClient client, String... words) {
    String[] line =
        Stream.concat(Stream.of(words), Stream.of("-c", file.toString())).toArray(String[]::new);
    Kubernetes kubernetes = Kubernetes.of(client, clock());
    return command(
        (configuration, around) -> new ClusterKit(
            new LocalKit(configuration, around), new Identity(Map.of(), Path.of("/")), kubernetes),
        line);
  }

  /** An interval goes by. */
  void later() {
    now = now.plus(INTERVAL);
  }

  /** The next round. */
  Ran round() {
    later();
    return tocsin("run");
  }

  private Time clock() {
    return new Time() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public long nanos() {
        return Time.system().nanos();
      }
    };
  }

  private static Ran command(Workshop workshop, String... line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(
        line,
        new Surroundings(
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Time.system(),
            ZoneOffset.UTC,
            Screen.PLAIN,
            workshop));
    return new Ran(exitCode, text(out), text(err));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    api.close();
    account.close();
  }
}
