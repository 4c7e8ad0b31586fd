package dev.tocsin.runner.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects as YAML documents. */
public final class Yaml {

  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private Yaml() {}

  /** One after the other, each begun by its {@code ---}. */
  public static String of(Stream<? extends HasMetadata> objects) {
    return objects.map(SERIALIZATION::asYaml).collect(Collectors.joining());
  }

  /** The same, with a comment at the head. */
  static String of(List<String> comment, Stream<? extends HasMetadata> objects) {
    return comment.stream().map(Yaml::comment).collect(Collectors.joining()) + of(objects);
  }

  /** It stays one, whatever is in it. */
  private static String comment(String line) {
    return ("# " + line.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?")).strip() + "\n";
  }
}
