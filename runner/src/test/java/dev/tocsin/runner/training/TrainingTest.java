package dev.tocsin.runner.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is not done in training is not fast later, and nobody would notice. */
@Timeout(120)
class TrainingTest {

  @Test
  void it_looks_writes_and_mails_over_tls_and_finds_nothing_strange() throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load",
            "-cp",
            System.getProperty("java.class.path"),
            Training.class.getName())
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said)
        .contains("HEALTHY  passing: 1 of 1 available")
        .contains("ALERTED")
        .contains("done: mailed to 1 of 1")
        .contains("dev.tocsin.k8s.http.Connections ", "sun.security.ssl.SSLSocketImpl ")
        .contains("com.samskivert.mustache.", "com.sun.mail.smtp.")
        .doesNotContain("bug: ", "remark: ", "BLIND");
  }
}
