package dev.tocsin.runner;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./tocsin}, with a Java and a Maven that only say how they were called. */
class LauncherTest {

  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir
  Path root;

  private Map<String, String> environment = Map.of("TOCSIN_NO_ARCHIVE", "1");
  private Path jar;
  private Path source;

  @BeforeEach
  void lay() throws IOException {
    Path script = Path.of("").toAbsolutePath().resolveSibling("tocsin");
    Files.copy(script, root.resolve("tocsin"), StandardCopyOption.COPY_ATTRIBUTES);
    jar = file("runner/target/tocsin-runner.jar", BUILT);
    source = file("core/src/main/java/A.java", BUILT.minusSeconds(60));
    file("core/src/test/java/ATest.java", BUILT.plusSeconds(60));
    file("pom.xml", BUILT.minusSeconds(60));
    java("17.0.1");
    program("path/mvn", "echo \"mvn in $(pwd): $*\" >&2; exit ${MVN_EXIT:-0}");
  }

  @Test
  void arguments_with_spaces_arrive_as_they_were_given() throws Exception {
    Ran ran = tocsin("pause", "a b", "--for", "2h");
    assertThat(ran.out()).endsWith("<-jar><" + jar + "><pause><a b><--for><2h>\n");
    assertThat(ran.out()).doesNotContain("unsafe");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void its_exit_code_is_the_command_s() throws Exception {
    program("jdk/bin/java", "exit 4");
    assertThat(tocsin("run").exitCode()).isEqualTo(4);
  }

  @Test
  void newer_sources_are_built_first_and_said_so_on_stderr_alone() throws Exception {
    touch(source, BUILT.plusSeconds(60));
    Ran ran = tocsin("run");
    assertThat(ran.err())
        .contains("tocsin: building")
        .contains("mvn in " + root
            + ": -q -B -ntp -Dstyle.color=never -DskipTests package -pl runner -am");
    assertThat(ran.out()).contains("<run>").doesNotContain("mvn");
    assertThat(tocsin("run").err()).isEmpty();
  }

  @Test
  void what_was_unpacked_is_run_as_it_is_and_nothing_is_built() throws Exception {
    Path unpacked = file("tocsin-runner.jar", BUILT);
    for (String sources : new String[] {"pom.xml", "core/src/main/java/A.java"}) {
      Files.delete(root.resolve(sources));
    }
    Ran ran = tocsin("run");
    assertThat(ran.out()).endsWith("<-jar><" + unpacked + "><run>\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void newer_sources_of_the_cluster_s_adapter_are_built_too() throws Exception {
    file("k8s-adapter/src/main/java/B.java", BUILT.plusSeconds(60));
    assertThat(tocsin("run").err()).contains("tocsin: building");
  }

  @Test
  void a_build_that_failed_runs_nothing_old() throws Exception {
    Files.delete(jar);
    program("path/mvn", "exit 1");
    Ran ran = tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("the build failed").contains("nothing was run");
  }

  @Test
  void a_java_too_old_is_named() throws Exception {
    java("11.0.2");
    Ran ran = tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("Java 17 or later").contains("version 11");
  }

  @Test
  void a_java_that_is_not_there_is_named() throws Exception {
    Files.delete(root.resolve("jdk/bin/java"));
    Ran ran = tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains(root.resolve("jdk/bin/java").toString());
  }

  @Test
  void a_new_java_is_told_not_to_warn_in_every_log() throws Exception {
    java("25");
    assertThat(tocsin("run").out()).contains("<--sun-misc-unsafe-memory-access=allow>");
  }

  @Test
  void an_archive_that_fits_is_used() throws Exception {
    Path archive = trained();
    assertThat(tocsin("run").out()).contains("<-XX:SharedArchiveFile=" + archive + ">");
    java("25");
    Path newer = trained();
    assertThat(newer).isNotEqualTo(archive);
    assertThat(tocsin("run").out()).contains("<-XX:AOTCache=" + newer + ">");
  }

  @Test
  void the_training_is_told_where_to_put_what_it_makes() throws Exception {
    trained();
    assertThat(Files.readString(root.resolve("trained")))
        .contains("<-XX:ArchiveClassesAtExit=" + root.resolve("cache"))
        .endsWith("<-cp><" + jar + "><dev.tocsin.runner.training.Training>\n");
  }

  @Test
  void an_archive_older_than_what_it_is_of_is_made_anew() throws Exception {
    Path archive = trained();
    touch(archive, BUILT.minusSeconds(1));
    assertThat(tocsin("run").out()).doesNotContain("SharedArchiveFile");
    await(archive, BUILT);
    assertThat(tocsin("run").out()).contains("SharedArchiveFile");
  }

  @Test
  void a_training_that_fails_is_not_repeated_with_every_round() throws Exception {
    program(
        "jdk/bin/java",
        "case $* in *Training*) echo x >>" + root.resolve("trained")
            + "; exit 1 ;; esac; printf '<%s>' \"$@\"; echo");
    environment = Map.of("TOCSIN_CACHE", root.resolve("cache").toString());
    for (int i = 0; i < 3; i++) {
      assertThat(tocsin("run").exitCode()).isZero();
      await(root.resolve("trained"), Instant.EPOCH);
    }
    assertThat(Files.readAllLines(root.resolve("trained"))).hasSize(1);
  }

  @Test
  void whoever_wants_no_archive_has_none_and_makes_none() throws Exception {
    trained();
    environment =
        Map.of("TOCSIN_CACHE", root.resolve("cache").toString(), "TOCSIN_NO_ARCHIVE", "1");
    assertThat(tocsin("run").out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void a_directory_that_cannot_be_made_is_no_failure() throws Exception {
    environment = Map.of("TOCSIN_CACHE", file("no-directory", BUILT) + "/cache");
    Ran ran = tocsin("run");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).doesNotContain("SharedArchiveFile");
  }

  /** The archive that the launcher made in the background. */
  private Path trained() throws Exception {
    Path cache = root.resolve("cache");
    environment = Map.of("TOCSIN_CACHE", cache.toString());
    List<Path> before = archives(cache);
    assertThat(tocsin("run").out()).doesNotContain("SharedArchiveFile", "AOTCache=");
    return patiently()
        .until(() -> newer(cache, before), made -> !made.isEmpty())
        .get(0);
  }

  private static List<Path> newer(Path cache, List<Path> before) throws IOException {
    List<Path> now = new ArrayList<>(archives(cache));
    now.removeAll(before);
    return now;
  }

  private static List<Path> archives(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).toList();
    }
  }

  private static void await(Path file, Instant newerThan) {
    patiently()
        .until(() ->
            Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isAfter(newerThan));
  }

  private Ran tocsin(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(root.resolve("tocsin").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", "", (old, none) -> root.resolve("path") + ":" + old);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out, err);
  }

  private void java(String version) throws IOException {
    program("jdk/bin/java", """
        for option; do
          case $option in -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) made=${option#*=} ;; esac
        done
        if [ -n "${made:-}" ]; then exec >%s; echo archive >"$made"; fi
        printf '<%%s>' "$@"; echo""".formatted(root.resolve("trained")));
    Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private void program(String path, String script) throws IOException {
    Path file = file(path, BUILT);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Path file(String path, Instant modified) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    touch(file, modified);
    return file;
  }

  private static void touch(Path file, Instant modified) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }
}
