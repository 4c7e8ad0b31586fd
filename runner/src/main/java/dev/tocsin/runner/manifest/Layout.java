package dev.tocsin.runner.manifest;

import dev.tocsin.runner.config.Elsewhere;
import dev.tocsin.runner.config.Elsewhere.Content;
import dev.tocsin.runner.config.Elsewhere.Referred;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which files a pod gets, and where they come from: the configuration and the authorities that are
 * here from a ConfigMap, all else from a Secret.
 *
 * @param data of the ConfigMap
 * @param open files from the ConfigMap
 * @param secret files from the Secret
 * @param variables from the Secret too, each under its own name
 */
record Layout(
    SortedMap<String, String> data,
    List<PodFile> open,
    List<PodFile> secret,
    SortedSet<String> variables) {

  /** The directory of the configuration. */
  static final Path DIRECTORY = Path.of("/etc/tocsin");

  /** Where the configuration is. */
  static final Path CONFIGURATION = DIRECTORY.resolve("tocsin.yaml");

  /** Which of its pods one is, as an Indexed Job says it. */
  static final String INDEX = "JOB_COMPLETION_INDEX";

  private static final Pattern CERTIFICATE =
      Pattern.compile("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----");

  /** Of all that a ConfigMap holds. */
  private static final int BYTES_AT_MOST = 1 << 20;

  /** What is mounted over one of these hides what the image has there, or what runs it. */
  private static final List<Path> TAKEN =
      paths("bin boot dev lib lib64 proc run sbin sys tmp usr etc/pki etc/ssl var/run");

  private static final List<Path> SHARED = paths("etc home media mnt opt root srv var");

  private static List<Path> paths(String words) {
    return List.of(words.split(" ")).stream().map(Path.of("/")::resolve).toList();
  }

  static Layout of(Elsewhere pod, Settings settings) {
    SortedMap<String, String> data = new TreeMap<>(Map.of("tocsin.yaml", pod.text()));
    List<PodFile> open =
        new ArrayList<>(List.of(new PodFile("tocsin.yaml", "tocsin.yaml", CONFIGURATION)));
    List<PodFile> secret = new ArrayList<>();
    SortedSet<String> variables = new TreeSet<>(pod.variables());
    if (settings.isSharded()) {
      variables.remove(INDEX);
    }
    SortedSet<String> secretKeys = new TreeSet<>(variables);
    for (Referred file : distinct(pod.files())) {
      if (file.content() == Content.AUTHORITIES && Files.exists(file.here())) {
        PodFile item = PodFile.of(file, key(file.there(), data.keySet()));
        data.put(item.key(), certificates(text(file.here())));
        open.add(item);
      } else {
        PodFile item = PodFile.of(file, key(file.there(), secretKeys));
        secretKeys.add(item.key());
        secret.add(item);
      }
    }
    return new Layout(data, open, secret, variables);
  }

  /** One that two targets name is one. */
  private static Collection<Referred> distinct(List<Referred> files) {
    SortedMap<Path, Referred> byPlace = new TreeMap<>();
    files.forEach(file -> byPlace.putIfAbsent(file.there(), file));
    return byPlace.values();
  }

  /** The file's name, where nothing else has it. */
  private static String key(Path file, Collection<String> taken) {
    String name = String.valueOf(file.getFileName()).replaceAll("[^-._a-zA-Z0-9]", "-");
    String key = name;
    for (int i = 2; taken.contains(key); i++) {
      key = name + "-" + i;
    }
    return key;
  }

  /** A file of authorities may hold a private key beside them, which stays where it is. */
  private static String certificates(String pem) {
    return CERTIFICATE
        .matcher(pem)
        .results()
        .map(found -> found.group() + "\n")
        .collect(Collectors.joining());
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a Secret is needed. */
  boolean hasSecrets() {
    return !secret.isEmpty() || !variables.isEmpty();
  }

  /** The directories that are mounted: none is in another, for nothing is mounted into them. */
  SortedSet<Path> directories() {
    SortedSet<Path> all = new TreeSet<>();
    open.forEach(item -> all.add(item.path().getParent()));
    secret.forEach(item -> all.add(item.path().getParent()));
    SortedSet<Path> outermost = new TreeSet<>(all);
    outermost.removeIf(
        inner -> all.stream().anyMatch(other -> !other.equals(inner) && inner.startsWith(other)));
    return outermost;
  }

  /** Whether something else is mounted over a path. */
  boolean hides(Path path) {
    return directories().stream().anyMatch(path::startsWith);
  }

  /** What is wrong with it, one line each. */
  List<String> refusals(Elsewhere pod) {
    List<String> refusals = new ArrayList<>();
    pod.files().stream()
        .map(Referred::written)
        .filter(written -> written.startsWith("~/"))
        .distinct()
        .forEach(written -> refusals.add("'" + written + "' begins at a home directory, and a pod"
            + " has none, expected an absolute path, or one that begins at the configuration"));
    directories().stream()
        .filter(Layout::isTaken)
        .forEach(directory -> refusals.add("the directory " + directory
            + " cannot be mounted, for it is there already, expected the file in a directory of"
            + " its own, such as /secrets/" + example(directory)));
    long bytes = data.values().stream()
        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
        .sum();
    if (bytes > BYTES_AT_MOST) {
      refusals.add("the configuration and its authorities have " + bytes
          + " bytes, expected at most the " + BYTES_AT_MOST + " of a ConfigMap");
    }
    return refusals;
  }

  private String example(Path directory) {
    return secret.stream()
        .map(PodFile::path)
        .filter(path -> path.startsWith(directory))
        .findFirst()
        .map(path -> String.valueOf(path.getFileName()))
        .orElse("ca.pem");
  }

  private static boolean isTaken(Path directory) {
    return directory.getNameCount() == 0
        || SHARED.contains(directory)
        || TAKEN.stream().anyMatch(directory::startsWith);
  }
}
