package dev.tocsin.k8s.rights;

import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Ref;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that we must be allowed to do.
 *
 * @param verb for example {@code list}
 * @param group of the API; empty for the core group
 * @param resource with its subresource if there is one, for example {@code pods/eviction}
 * @param namespace where; empty: what lives in no namespace
 * @param name of the only object that it is for; empty: any
 */
public record Right(String verb, String group, String resource, String namespace, String name)
    implements Comparable<Right> {

  private static final String ANY = "";

  private static final Comparator<Right> ORDER = Comparator.comparing(Right::namespace)
      .thenComparing(Right::group)
      .thenComparing(Right::resource)
      .thenComparing(Right::name)
      .thenComparing(Right::verb);

  /** For any object of a kind in a namespace. */
  static Right any(String verb, Kind<?> kind, String namespace) {
    return new Right(verb, kind.group(), kind.plural(), namespace, ANY);
  }

  /** For one object. */
  static Right one(String verb, Ref<?> ref) {
    return new Right(verb, ref.kind().group(), ref.kind().plural(), ref.namespace(), ref.name());
  }

  /** For a subresource of any object. */
  Right of(String subresource) {
    return new Right(verb, group, resource + "/" + subresource, namespace, name);
  }

  /** For an object that lives in no namespace, and whose right may be given in one. */
  Right within(String other) {
    return new Right(verb, group, resource, other, name);
  }

  /** The same for any object. */
  Right widened() {
    return new Right(verb, group, resource, namespace, ANY);
  }

  boolean isForAny() {
    return name.isEmpty();
  }

  /** Whether it is for this object alone. */
  boolean isFor(Ref<?> object) {
    return group.equals(object.kind().group())
        && plainResource().equals(object.kind().plural())
        && namespace.equals(object.namespace())
        && name.equals(object.name());
  }

  /** What is behind the slash. */
  Optional<String> subresource() {
    int slash = resource.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(resource.substring(slash + 1));
  }

  /** What is before the slash. */
  String plainResource() {
    return resource.replaceFirst("/.*", "");
  }

  /** For people: {@code get deployments.apps frigate in cams}, {@code list nodes}. */
  @Override
  public String toString() {
    return verb + " " + resource + (group.isEmpty() ? "" : "." + group)
        + (name.isEmpty() ? "" : " " + name) + (namespace.isEmpty() ? "" : " in " + namespace);
  }

  @Override
  public int compareTo(Right other) {
    return ORDER.compare(this, other);
  }
}
