package dev.tocsin.examples.frigate;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.k8s.testing.ControlPlane;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.mail.Message;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The night of the incident, for real: every round is a process of the built runner, with the
 * rights that its manifests give it, and beside it the script that it replaces.
 */
@ExtendWith(ControlPlane.Present.class)
@Timeout(300)
class RealNightTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final String OURS = "me@example.org";
  private static final String THEIRS = "old@example.org";

  @TempDir
  Path directory;

  private final List<String> tables = new ArrayList<>();

  @Test
  void a_node_goes_down_in_the_night() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (ControlPlane plane = ControlPlane.up();
        FrigateStandIn ours = new FrigateStandIn(plane.client(), "cams");
        FrigateStandIn theirs = new FrigateStandIn(plane.client(), "story")) {
      deploy(plane);
      Watch tocsin = tocsin(plane, ours, mail.getSmtp().getPort());
      Watch script = script(plane, theirs, mail.getSmtp().getPort());
      List<Pod> before = pods(plane, "cams");
      night(plane, tocsin, script);
      assertThat(subjects(mail, OURS)).as("%s", tables).hasSize(2);
      assertThat(subjects(mail, OURS).get(0)).contains("frigate is down").contains("still-fawn");
      assertThat(subjects(mail, OURS).get(1)).contains("frigate has recovered");
      assertUntouched(plane, before);
      assertThat(subjects(mail, THEIRS))
          .hasSizeGreaterThanOrEqualTo(3)
          .containsOnly("Frigate Restarted");
      assertThat(deployment(plane, "story").getMetadata().getGeneration()).isGreaterThan(3);
    } finally {
      mail.stop();
    }
  }

  /** One of the two who watch. */
  private interface Watch {
    void round() throws Exception;
  }

  private void night(ControlPlane plane, Watch tocsin, Watch script) throws Exception {
    long start = System.nanoTime();
    for (int round = 0; round < 11; round++) {
      if (round == 2) {
        plane.nodeDown("still-fawn");
      }
      if (round == 7) {
        assertThat(pods(plane, "story"))
            .extracting(p -> p.getStatus().getPhase())
            .contains("Pending");
        plane.nodeUp("still-fawn");
      }
      waitUntil(start + INTERVAL.multipliedBy(round).toNanos());
      tocsin.round();
      script.round();
    }
  }

  private void deploy(ControlPlane plane) throws Exception {
    plane.node("still-fawn");
    apply(plane, Example.text("frigate.yaml"));
    apply(plane, Example.text("frigate.yaml").replace("cams", "story"));
    for (String namespace : List.of("cams", "story")) {
      awaitOneAvailable(plane, namespace);
    }
  }

  /** With a token of exactly the account that the manifests make. */
  private Watch tocsin(ControlPlane plane, FrigateStandIn frigate, int smtp) throws Exception {
    String example = Example.DIRECTORY.resolve("tocsin.yaml").toString();
    Tocsin.Ended manifests = Tocsin.run(Map.of(), "manifests", "-c", example);
    assertThat(manifests.exitCode()).as(manifests.out()).isZero();
    apply(plane, manifests.out());
    plane.kubectl(
        "-n", "monitoring", "patch", "cronjob", "tocsin", "-p", "{\"spec\":{\"suspend\":true}}");
    Path kubeconfig = kubeconfig(plane);
    Path yaml = Files.writeString(directory.resolve("tocsin.yaml"), inSeconds(frigate.url(), smtp));
    return () -> {
      Tocsin.Ended ended =
          Tocsin.run(Map.of("KUBECONFIG", kubeconfig.toString()), "run", "-c", yaml.toString());
      tables.add(ended.out());
      assertThat(ended.exitCode()).as(ended.out()).isZero();
    };
  }

  /** The example itself, where nothing takes minutes and no Service has an address. */
  private static String inSeconds(String url, int smtp) throws Exception {
    return Example.text("tocsin.yaml")
        .replaceFirst("(?s)service: cams/frigate:5000\\s+path: /api/stats", "url: " + url)
        .replaceFirst("timeout: 10s", "timeout: 2s")
        .replaceFirst("interval: 5m", "interval: " + INTERVAL.toSeconds() + "s")
        .replaceFirst("smtp: \\{.*\\}", "smtp: {host: 127.0.0.1, port: " + smtp + ", tls: none}")
        .replaceFirst("nodeReady: \\{for: 2m\\}", "nodeReady: {for: 1s}")
        .replaceFirst("startupOver: \\{for: 5m\\}", "startupOver: {for: 1s}");
  }

  private Path kubeconfig(ControlPlane plane) throws Exception {
    String token =
        plane.kubectl("-n", "monitoring", "create", "token", "tocsin").strip();
    String admin = Files.readString(plane.kubeconfig());
    String ours = admin.replaceFirst(
        "user: \\{client-certificate-data: .*\\}\\}\\]", "user: {token: \"" + token + "\"}}]");
    assertThat(ours).contains(token).doesNotContain("client-key-data");
    return Files.writeString(directory.resolve("kubeconfig"), ours);
  }

  private Watch script(ControlPlane plane, FrigateStandIn frigate, int smtp) throws Exception {
    Path bin = Files.createDirectory(directory.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("kubectl"), plane.kubectl().toRealPath());
    Map<String, String> environment = Map.of(
        "PATH",
        bin + ":" + System.getenv("PATH"),
        "KUBECONFIG",
        plane.kubeconfig().toString(),
        "NAMESPACE",
        "story",
        "STATS_URL",
        frigate.url(),
        "SMTP_URL",
        "smtp://127.0.0.1:" + smtp,
        "MAIL_TO",
        THEIRS);
    String script = Example.DIRECTORY.resolve("story/frigate-health-check.sh").toString();
    return () -> {
      Tocsin.Ended ended = Tocsin.program(environment, List.of("bash", script));
      assertThat(ended.exitCode()).as(ended.out()).isZero();
    };
  }

  private static void assertUntouched(ControlPlane plane, List<Pod> before) {
    Deployment frigate = deployment(plane, "cams");
    assertThat(frigate.getMetadata().getGeneration()).isEqualTo(1);
    assertThat(frigate.getMetadata().getManagedFields())
        .extracting(ManagedFieldsEntry::getManager)
        .noneMatch(manager -> manager.contains("tocsin"));
    assertThat(pods(plane, "cams"))
        .extracting(pod -> pod.getMetadata().getUid())
        .isEqualTo(before.stream().map(pod -> pod.getMetadata().getUid()).toList());
  }

  private static List<Pod> pods(ControlPlane plane, String namespace) {
    return plane
        .client()
        .pods()
        .inNamespace(namespace)
        .withLabel("app", "frigate")
        .list()
        .getItems();
  }

  private static Deployment deployment(ControlPlane plane, String namespace) {
    return plane
        .client()
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName("frigate")
        .get();
  }

  private static void awaitOneAvailable(ControlPlane plane, String namespace) {
    patiently()
        .until(
            () -> deployment(plane, namespace).getStatus().getAvailableReplicas(),
            Integer.valueOf(1)::equals);
  }

  private static void apply(ControlPlane plane, String manifests) {
    plane.client().load(new ByteArrayInputStream(manifests.getBytes())).serverSideApply();
  }

  private static List<String> subjects(GreenMail mail, String recipient) throws Exception {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (Arrays.toString(message.getRecipients(Message.RecipientType.TO)).contains(recipient)) {
        subjects.add(message.getSubject());
      }
    }
    return subjects;
  }

  private static void waitUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      assertThat(new CountDownLatch(1).await(left, TimeUnit.NANOSECONDS)).isFalse();
    }
  }
}
