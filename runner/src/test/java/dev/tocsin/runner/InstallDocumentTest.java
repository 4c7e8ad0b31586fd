package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.runner.World.Ran;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/kubernetes-install.md shows is what was printed and what an API server said;
 * {@code -Ddocs.update=true} rewrites. The namespaces are its own here.
 */
@ExtendWith(RealApiServer.class)
class InstallDocumentTest {

  private static final String OURS = "docs-";
  private static final Path PAGE = Path.of("..", "docs", "kubernetes-install.md");
  private static final Pattern QUOTED = Pattern.compile("'(\\[.*])'");

  private final Document document = Document.of("docs/kubernetes-install.md");

  @TempDir
  Path directory;

  @Test
  void what_the_page_shows_is_what_somebody_sees_who_installs_it() throws IOException {
    String cams = OURS + "cams";
    RealApiServer.client()
        .resource(new NamespaceBuilder()
            .withNewMetadata()
            .withName(cams)
            .endMetadata()
            .build())
        .create();
    new Homelab(cams).node("docs-still-fawn", "True").deployment("frigate", "docs-still-fawn", 1);
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser("me", "hunter2");
    mail.start();
    try (Installed tocsin = Installed.of(directory, OURS + "monitoring", configuration())) {
      document.shows(
          "apply",
          console(
              "tocsin manifests --image=registry.example.org/tocsin:0.1.0 | kubectl apply -f -",
              tocsin.applied()));
      document.shows("preface", console("tocsin manifests | grep '^#'", head(tocsin.manifests())));
      inThePod(mail.getSmtp().getPort());
      Ran well = tocsin.tocsin("doctor");
      assertThat(well.exitCode()).as(well.out() + well.err()).isZero();
      document.shows("doctor", console("tocsin doctor", well.out()));
      withoutEvictions(cams);
      Ran missing = tocsin.tocsin("doctor");
      while (missing.out().equals(well.out())) {
        missing = tocsin.tocsin("doctor");
      }
      document.shows("doctor-missing", console("tocsin doctor", missing.out()));
    } finally {
      mail.stop();
    }
  }

  /** There are the Secret and the mail server, as here there are others. */
  private void inThePod(int port) throws IOException {
    Path password = Files.writeString(directory.resolve("password"), "hunter2");
    String yaml = configuration()
        .replace("${HEARTBEAT_ID}", "any")
        .replace("smtp.example.org", "127.0.0.1, port: " + port + ", tls: none")
        .replace("/secrets/smtp/password", password.toString());
    Files.writeString(directory.resolve("tocsin.yaml"), yaml);
  }

  @Test
  void the_job_that_asks_the_doctor_is_the_cron_job_s_but_for_one_word() throws IOException {
    String namespace = RealApiServer.namespace();
    String yaml = configuration()
        .replace(OURS + "monitoring", namespace)
        .replace(OURS + "cams", RealApiServer.namespace());
    Installed.of(directory, namespace, yaml).close();
    String created = RealApiServer.kubectl(
        "-n",
        namespace,
        "create",
        "job",
        "tocsin-doctor",
        "--from=cronjob/tocsin",
        "--dry-run=client",
        "-o",
        "yaml");
    Path job = Files.writeString(directory.resolve("doctor.yaml"), created);
    Matcher patch = QUOTED.matcher(Files.readString(PAGE));
    assertThat(patch.find()).isTrue();
    String patched = RealApiServer.kubectl(
        "patch",
        "--local",
        "-f",
        job.toString(),
        "--type",
        "json",
        "-o",
        "yaml",
        "-p",
        patch.group(1));
    Job doctor = new KubernetesSerialization().unmarshal(patched, Job.class);
    assertThat(doctor.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs())
        .containsExactly("doctor", "-c", "/etc/tocsin/tocsin.yaml");
    Files.writeString(job, patched);
    assertThat(RealApiServer.kubectl("apply", "--dry-run=server", "-f", job.toString()))
        .contains("job.batch/tocsin-doctor created");
  }

  /** The page's own, with its secrets where this test has them. */
  private String configuration() throws IOException {
    String page = Files.readString(PAGE).split("```yaml\n")[1];
    return page.substring(0, page.indexOf("```"))
        .replace("monitoring", OURS + "monitoring")
        .replace("cams", OURS + "cams");
  }

  private static void withoutEvictions(String namespace) {
    RealApiServer.client()
        .rbac()
        .roles()
        .inNamespace(namespace)
        .withName(OURS + "monitoring:tocsin")
        .edit(role -> role.edit()
            .removeMatchingFromRules(rule -> rule.getResources().contains("pods/eviction"))
            .build());
  }

  private static String head(String manifests) {
    List<String> lines =
        manifests.lines().takeWhile(line -> line.startsWith("#")).toList();
    return String.join("\n", lines) + "\n";
  }

  private String console(String command, String out) {
    String shown = out.lines()
        .map(line -> line.replace(directory + "/", "")
            .replace(OURS, "")
            .replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://10.96.0.1:443")
            .replaceAll("127\\.0\\.0\\.1:\\d+", "smtp.example.org:465"))
        .collect(Collectors.joining("\n"));
    return "```console\n$ " + command + "\n" + shown + "\n```\n";
  }
}
