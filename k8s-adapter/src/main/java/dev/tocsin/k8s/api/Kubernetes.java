package dev.tocsin.k8s.api;

import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An API server. Reads are repeated while there is time and hope; writes never are: whoever wrote
 * reads back. May be used by several threads.
 */
public final class Kubernetes implements AutoCloseable {

  /** Who we are in the {@code managedFields} of an object, which say who wrote what of it. */
  public static final String MANAGER = "tocsin";

  private static final String AS_US = "?fieldManager=" + MANAGER;
  private static final int PAGE = 500;
  private static final int GONE = 410;
  private static final String MERGE = "application/merge-patch+json";

  private final Wire wire;

  private Kubernetes(Wire wire) {
    this.wire = wire;
  }

  /** The API server of a connection. Reads no file and connects to nothing before the first ask. */
  public static Kubernetes connect(Connection to) {
    return new Kubernetes(new Wire(() -> Clients.open(to), Wire.Ownership.OURS));
  }

  /** The API server of a client that somebody else has configured, and closes. */
  public static Kubernetes of(KubernetesClient client) {
    return new Kubernetes(new Wire(() -> Endpoint.of(client), Wire.Ownership.THEIRS));
  }

  /** The same, by a clock of one's own instead of the API server's. */
  public static Kubernetes of(KubernetesClient client, Time time) {
    return new Kubernetes(
        new Wire(() -> Endpoint.of(client), Wire.Ownership.THEIRS, time, date -> {}));
  }

  /** The API server's clock, as far as its answers told it, or the one that was given. */
  public Time time() {
    return wire.time();
  }

  /** Where it is: the scheme, the host and perhaps the port. */
  public String server() {
    return wire.server();
  }

  /** One object, as a quorum of the store has it. */
  public <T extends HasMetadata> Answer<T> get(Ref<T> ref, Deadline deadline) {
    return read(new Asked("get", ref.toString()), ref.path(), ref.kind().type(), deadline);
  }

  /** All of a kind that lives in no namespace. */
  public <T extends HasMetadata> Answer<List<T>> list(Kind<T> kind, Deadline deadline) {
    return list(kind, kind.path(), new Asked("list", kind.plural()), Map.of(), deadline);
  }

  /**
   * All of a kind in a namespace, as a quorum of the store has them, page by page. Either all of
   * them or none: nobody may take half of a list for a whole one.
   *
   * @param query for example {@code labelSelector}; may be empty
   */
  public <T extends HasMetadata> Answer<List<T>> list(
      Kind<T> kind, String namespace, Map<String, String> query, Deadline deadline) {
    Asked asked = new Asked("list", kind.plural() + " in " + namespace);
    return list(kind, kind.in(namespace), asked, query, deadline);
  }

  /** Makes a new object. */
  public <T extends HasMetadata> Answer<T> create(
      Kind<T> kind, String namespace, T object, Deadline deadline) {
    Asked asked = new Asked("create", kind.plural() + " in " + namespace);
    return send(asked, "POST", kind.in(namespace) + AS_US, object, kind.type(), deadline);
  }

  /** Whether an object could be made: asks the server, which answers as if, and makes nothing. */
  public <T extends HasMetadata> Answer<T> rehearseCreate(
      Kind<T> kind, String namespace, T object, Deadline deadline) {
    Asked asked = new Asked("create", kind.plural() + " in " + namespace);
    String path = kind.in(namespace) + AS_US + "&dryRun=All";
    return send(asked, "POST", path, object, kind.type(), deadline);
  }

  /** Replaces an object; what it must be like until then is said by its resourceVersion. */
  public <T extends HasMetadata> Answer<T> replace(Ref<T> ref, T object, Deadline deadline) {
    Asked asked = new Asked("update", ref.toString());
    return send(asked, "PUT", ref.path() + AS_US, object, ref.kind().type(), deadline);
  }

  /** Merges some fields into an object (RFC 7386). */
  public <T extends HasMetadata> Answer<T> patch(
      Ref<T> ref, Map<String, ?> fields, Deadline deadline) {
    Asked asked = new Asked("patch", ref.toString());
    return wire.once(
        asked,
        request -> request
            .uri(wire.uri(ref.path() + AS_US))
            .method("PATCH", MERGE, wire.json(fields))
            .setHeader("Content-Type", MERGE),
        ref.kind().type(),
        deadline);
  }

  /**
   * Deletes an object.
   *
   * @param options a {@code DeleteOptions} with its preconditions
   */
  public Answer<String> delete(Ref<?> ref, Object options, Deadline deadline) {
    Asked asked = new Asked("delete", ref.toString());
    return send(asked, "DELETE", ref.path(), options, String.class, deadline);
  }

  /** Posts to a subresource, for example an {@code Eviction}. */
  public Answer<String> post(Ref<?> ref, String subresource, Object body, Deadline deadline) {
    Asked asked = new Asked("create", subresource + " of " + ref);
    return send(asked, "POST", ref.path() + "/" + subresource, body, String.class, deadline);
  }

  /** Posts a question about ourselves, for example a {@code SelfSubjectAccessReview}. */
  public <T> Answer<T> ask(String path, T question, Class<T> type, Deadline deadline) {
    return send(new Asked("ask", path), "POST", path, question, type, deadline);
  }

  /** Gets what is at a path, for example {@code /version}. */
  public <T> Answer<T> get(String path, Class<T> type, Deadline deadline) {
    return read(new Asked("get", path), path, type, deadline);
  }

  @Override
  public void close() {
    wire.close();
  }

  private <T> Answer<T> read(Asked asked, String path, Class<T> type, Deadline deadline) {
    return wire.again(asked, request -> request.uri(wire.uri(path)), type, deadline);
  }

  private <T> Answer<T> send(
      Asked asked, String method, String path, Object body, Class<T> type, Deadline deadline) {
    return wire.once(
        asked,
        request -> request
            .uri(wire.uri(path))
            .method(method, "application/json", wire.json(body))
            .setHeader("Content-Type", "application/json"),
        type,
        deadline);
  }

  private <T extends HasMetadata> Answer<List<T>> list(
      Kind<T> kind, String path, Asked asked, Map<String, String> query, Deadline deadline) {
    Answer<List<T>> pages = pages(kind, path, asked, query, deadline);
    boolean expired = pages instanceof Answer.Refused<List<T>> no && no.status() == GONE;
    return expired ? pages(kind, path, asked, query, deadline) : pages;
  }

  private <T extends HasMetadata> Answer<List<T>> pages(
      Kind<T> kind, String path, Asked asked, Map<String, String> query, Deadline deadline) {
    List<T> all = new ArrayList<>();
    Map<String, String> next = new TreeMap<>(query);
    next.put("limit", Integer.toString(PAGE));
    while (true) {
      Answer<? extends KubernetesResourceList<T>> page = wire.again(
          asked, request -> request.uri(wire.uri(path + text(next))), kind.list(), deadline);
      if (!(page instanceof Answer.Ok<? extends KubernetesResourceList<T>> ok)) {
        return page.map(items -> List.of());
      }
      all.addAll(ok.of().getItems());
      String token = ok.of().getMetadata().getContinue();
      if (token == null || token.isEmpty()) {
        return new Answer.Ok<>(List.copyOf(all));
      }
      next.put("continue", token);
    }
  }

  private static String text(Map<String, String> query) {
    List<String> parts = new ArrayList<>();
    query.forEach(
        (name, value) -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return "?" + String.join("&", parts);
  }

  /** Completes a request. */
  interface Request {
    HttpRequest.Builder of(HttpRequest.Builder request);
  }
}
