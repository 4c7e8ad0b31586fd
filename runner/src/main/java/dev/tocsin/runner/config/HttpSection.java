package dev.tocsin.runner.config;

import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.ClusterNames.Service;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code http}: what is asked, and what a good answer is. */
final class HttpSection {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final String HEADERS = "a mapping of header names to texts";

  /** Sent by Java's client itself, which refuses to be told. */
  private static final Set<String> RESERVED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "x-auth-token");

  static final Key<URI> URL = Key.optional(
      "url",
      Scalars.url(),
      "required without a `service`",
      "What is asked for, with GET. `${NAME}` is replaced.");
  static final Key<Service> SERVICE = Key.optional(
      "service",
      ClusterNames.service(),
      "–",
      "A Service of the cluster that Tocsin runs in: `cams/frigate:5000` is asked for"
          + " `http://frigate.cams.svc:5000`. Excludes `url`.");
  static final Key<String> PATH = Key.optional(
      "path",
      Scalars.urlPath(),
      "`/`",
      "What is asked of the service, with a query if need be. `${NAME}` is replaced.");
  static final Key<String> SCHEME = Key.optional(
      "scheme",
      Scalars.choice(List.of("http", "https"), Function.identity()),
      "`http`",
      "How the service is asked.");
  static final Key<List<Integer>> STATUS = Key.optional(
      "status", Scalars.integer(100, 599).oneOrMore(), "200 to 299", "The accepted status codes.");
  static final Key<List<String>> EXPECT = Key.optional(
      "expect",
      new Type<>("a CEL condition", HttpSection::condition).oneOrMore(),
      "none",
      "CEL conditions that must all hold, over `body` (the JSON answer, all numbers doubles),"
          + " `status` and `latency` (seconds).");
  static final Key<Duration> LATENCY = Key.optional(
      "latency",
      Scalars.duration(Duration.ofMillis(1), Duration.ofMinutes(2)),
      "not limited",
      "The longest time until the answer is complete; at most `timeout`.");
  static final Key<Map<String, String>> HEADERS_SENT = Key.optional(
      "headers",
      new Type<>(HEADERS, Form.texts(), HttpSection::headers),
      "none",
      "Sent with the request. `${NAME}` is replaced; credentials must come so.");
  static final Key<Path> CA_FILE = Key.optional(
      "caFile",
      FileContent.authorities(),
      "the JDK's authorities",
      "The authorities trusted for this instead of the JDK's.");
  static final Key<Integer> BODY_LIMIT = Key.or(
      "bodyLimit", Scalars.size(1 << 10, 16 << 20), "1MiB", "The largest body that is read.");
  static final Shape SHAPE = Shape.of(
          "http",
          URL,
          SERVICE,
          PATH,
          SCHEME,
          Timeouts.PROBE,
          STATUS,
          EXPECT,
          LATENCY,
          HEADERS_SENT,
          CA_FILE,
          BODY_LIMIT)
      .one(List.of(URL, SERVICE));

  private HttpSection() {}

  /** A mapping, or just the URL. */
  static Optional<Probe> read(Item item, Fields defaults, Timeouts timeouts) {
    if (item.text().isPresent()) {
      Fields bare = Fields.bare(item, SHAPE, Optional.of(defaults));
      return URL.type()
          .read(item)
          .flatMap(url -> timeouts.probe(bare).map(timeout -> http(bare, url, timeout)));
    }
    Fields fields = Fields.over(defaults, item, SHAPE);
    Optional<URI> url = fields.hasOne() ? url(fields) : Optional.empty();
    Optional<Duration> timeout = timeouts.probe(fields);
    boolean patient = latency(fields, timeout);
    return fields.isSound() && patient && url.isPresent()
        ? timeout.map(longest -> http(fields, url.get(), longest))
        : Optional.empty();
  }

  private static Optional<URI> url(Fields fields) {
    for (Key<String> key : List.of(PATH, SCHEME)) {
      if (fields.has(URL) && fields.has(key)) {
        fields.at(key).problem(key.name() + " belongs to a service, expected it in the url");
      }
    }
    return fields
        .find(URL)
        .or(() -> fields
            .find(SERVICE)
            .map(service -> URI.create(fields.find(SCHEME).orElse("http") + "://" + service.host()
                + ":" + service.port() + fields.find(PATH).orElse("/"))));
  }

  private static Probe http(Fields fields, URI url, Duration timeout) {
    return new Probe.Http(
        url,
        timeout,
        Set.copyOf(new HashSet<>(fields.find(STATUS).orElse(List.of()))),
        fields.find(EXPECT).orElse(List.of()),
        fields.find(LATENCY),
        fields.find(HEADERS_SENT).orElse(Map.of()),
        fields.find(CA_FILE),
        fields.value(BODY_LIMIT));
  }

  private static boolean latency(Fields fields, Optional<Duration> timeout) {
    Optional<Duration> latency = fields
        .find(LATENCY)
        .filter(most -> timeout.filter(longest -> most.compareTo(longest) > 0).isPresent());
    latency.ifPresent(most -> fields
        .at(LATENCY)
        .problem("latency is " + Spans.show(most)
            + ", longer than the timeout of " + Spans.show(timeout.orElse(most))
            + ", expected at most that"));
    return latency.isEmpty();
  }

  private static Optional<String> condition(Item item) {
    Optional<String> condition = item.text();
    if (condition.isEmpty()) {
      return item.refuseUnseen("a CEL condition");
    }
    Optional<String> problem = condition.flatMap(item.source()::conditionProblem);
    problem.ifPresent(why -> item.problem(item.name() + " is no condition: " + why));
    return problem.isPresent() ? Optional.empty() : condition;
  }

  private static Optional<Map<String, String>> headers(Item item) {
    if (!(item.node() instanceof MappingNode mapping)) {
      return item.refuseUnseen(HEADERS);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (NodeTuple entry : mapping.getValue()) {
      Item name = item.named("a header", entry.getKeyNode());
      header(name, item.named("the header's value", entry.getValueNode())).ifPresent(value -> {
        if (headers.put(name.text().orElse(""), value) != null) {
          name.problem("the header " + Item.quoted(name.text().orElse("")) + " is given twice");
        }
      });
    }
    return headers.size() == mapping.getValue().size()
        ? Optional.of(Collections.unmodifiableMap(headers))
        : Optional.empty();
  }

  private static Optional<String> header(Item name, Item value) {
    String text = name.node() instanceof ScalarNode scalar ? scalar.getValue() : "";
    String known = text.toLowerCase(Locale.ROOT);
    if (!TOKEN.matcher(text).matches()) {
      name.problem("a header's name has a character that it may not have, expected letters,"
          + " digits and hyphens");
      return Optional.empty();
    }
    if (RESERVED.contains(known)) {
      name.problem("the header " + Item.quoted(text) + " cannot be set, expected another");
      return Optional.empty();
    }
    if (SECRET.contains(known) && value.text().filter(Variables::hasReference).isEmpty()) {
      value.problem("the header " + Item.quoted(text) + " is written in clear, expected its secret"
          + " part as ${NAME}, to be taken from the environment");
      return Optional.empty();
    }
    return Variables.expand(value, "text").filter(expanded -> isOneLine(value, expanded));
  }

  private static boolean isOneLine(Item item, String value) {
    boolean plain = value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    if (!plain) {
      item.problem(
          item.name() + " has a character that no header may have, expected one line of ASCII");
    }
    return plain;
  }
}
