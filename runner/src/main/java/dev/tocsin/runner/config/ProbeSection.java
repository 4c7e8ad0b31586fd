package dev.tocsin.runner.config;

import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.ClusterNames.Service;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of {@code http}, {@code tcp} and {@code exec}.
 *
 * @param defaults {@code defaults.check}
 */
record ProbeSection(Fields defaults, Timeouts timeouts) {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):([1-9]\\d{0,4})");

  static final Key<Item> HTTP = Key.optional(
      "http",
      Type.later("a URL, or a mapping, see `http`", Form.TEXT.or(Form.mapping("http"))),
      "–",
      "An HTTP request answers well.");
  static final Key<Item> TCP = Key.optional(
      "tcp",
      Type.later(
          "`host:port`, or a mapping, see `tcp`", Form.word(HOST_AND_PORT).or(Form.mapping("tcp"))),
      "–",
      "A TCP connection is accepted.");
  static final Key<Item> EXEC = Key.optional(
      "exec",
      Type.later(
          "a list with a program and its arguments, or a mapping, see `exec`",
          Form.TEXT.list().or(Form.mapping("exec"))),
      "–",
      "A program exits with 0.");
  static final List<Key<?>> KEYS = List.of(HTTP, TCP, EXEC);
  static final Shape SHAPE = Shape.of("the probes", HTTP, TCP, EXEC).one(KEYS);

  static final Key<String> HOST =
      Key.optional("host", Scalars.host(), "required without a `service`", "The host.");
  static final Key<Integer> PORT =
      Key.optional("port", Scalars.integer(1, 65535), "required without a `service`", "The port.");
  static final Key<Service> SERVICE = Key.optional(
      "service",
      ClusterNames.service(),
      "–",
      "A Service of the cluster that Tocsin runs in. Excludes `host` and `port`.");
  static final Shape TCP_SHAPE = Shape.of("tcp", HOST, PORT, SERVICE, Timeouts.PROBE);

  static final Key<List<String>> COMMAND = Key.required(
      "command",
      new Type<>("a text", ProbeSection::argument).list().and(ProbeSection::startable),
      "The program and its arguments; no shell. A relative program with a slash starts at the"
          + " directory of the configuration; nothing is replaced in the arguments, and the program"
          + " gets the environment.");
  static final Shape EXEC_SHAPE = Shape.of("exec", COMMAND, Timeouts.PROGRAM);

  /** The probes and what excludes them elsewhere. */
  static List<Key<?>> oneWith(Key<?>... others) {
    return Stream.concat(KEYS.stream(), Stream.of(others)).toList();
  }

  /** A mapping with one of them. */
  Optional<Probe> read(Item item) {
    Fields fields = Fields.of(item, SHAPE);
    Optional<Probe> probe = any(fields);
    return fields.hasOne() ? probe : Optional.empty();
  }

  /** The probe among the keys of a mapping, which may have others. */
  Optional<Probe> any(Fields fields) {
    Optional<Probe> http =
        fields.item(HTTP).flatMap(item -> HttpSection.read(item, defaults, timeouts));
    Optional<Probe> tcp = fields.item(TCP).flatMap(this::tcp);
    Optional<Probe> exec = fields.item(EXEC).flatMap(this::exec);
    return http.or(() -> tcp).or(() -> exec);
  }

  private Optional<Probe> tcp(Item item) {
    if (item.text().isPresent()) {
      return hostAndPort(item);
    }
    Fields fields = Fields.over(defaults, item, TCP_SHAPE);
    where(fields);
    Optional<Duration> timeout = timeouts.probe(fields);
    return fields.isSound()
        ? timeout.map(span -> fields
            .find(SERVICE)
            .map(service -> new Probe.Tcp(service.host(), service.port(), span))
            .orElseGet(() -> new Probe.Tcp(fields.value(HOST), fields.value(PORT), span)))
        : Optional.empty();
  }

  private static void where(Fields fields) {
    if (fields.lacks(SERVICE)) {
      fields.require(HOST);
      fields.require(PORT);
    } else if (fields.has(HOST) || fields.has(PORT)) {
      fields
          .at(SERVICE)
          .problem("service stands beside host or port, expected a service, or host and port");
    }
  }

  private Optional<Probe> hostAndPort(Item item) {
    Matcher matcher = HOST_AND_PORT.matcher(item.text().orElse(""));
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65535) {
      return item.refuse("host:port, with a port from 1 to 65535");
    }
    String host = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
    int port = Integer.parseInt(matcher.group(3));
    Fields bare = Fields.bare(item, TCP_SHAPE, Optional.of(defaults));
    return timeouts.probe(bare).map(span -> new Probe.Tcp(host, port, span));
  }

  private Optional<Probe> exec(Item item) {
    Fields fields = program(item, Optional.of(defaults));
    return program(item, fields, timeouts.probe(fields)).map(Probe.class::cast);
  }

  /** The program of a remediation; the defaults of checks do not concern it. */
  Optional<Probe.Exec> remedy(Item item) {
    Fields fields = program(item, Optional.empty());
    return program(item, fields, timeouts.remedy(fields));
  }

  private static Fields program(Item item, Optional<Fields> below) {
    if (item.isMapping()) {
      return below
          .map(lower -> Fields.over(lower, item, EXEC_SHAPE))
          .orElseGet(() -> Fields.of(item, EXEC_SHAPE));
    }
    return Fields.bare(item, EXEC_SHAPE, below);
  }

  private static Optional<Probe.Exec> program(
      Item item, Fields fields, Optional<Duration> timeout) {
    Optional<List<String>> command =
        item.isMapping() ? fields.find(COMMAND) : COMMAND.type().read(item);
    return fields.isSound()
        ? command.flatMap(argv ->
            timeout.map(span -> new Probe.Exec(located(argv, item.source()), span)))
        : Optional.empty();
  }

  private static List<String> located(List<String> argv, Source source) {
    String program = argv.get(0);
    if (!program.contains("/") || Path.of(program).isAbsolute()) {
      return argv;
    }
    List<String> located = new ArrayList<>(argv);
    located.set(0, source.resolve(program).toString());
    return List.copyOf(located);
  }

  private static Function<List<String>, Optional<List<String>>> startable(Item item) {
    return argv -> {
      try {
        Path.of(argv.get(0));
        return Optional.of(argv);
      } catch (InvalidPathException e) {
        return item.refuseUnseen("the name of a program first");
      }
    };
  }

  private static Optional<String> argument(Item item) {
    boolean empty = !item.isPlain() && !item.isList() && !item.isMapping();
    Optional<String> text = empty ? item.text().or(() -> Optional.of("")) : item.text();
    return text.filter(value -> value.indexOf('\0') < 0).isPresent()
        ? text
        : item.refuseUnseen("a text");
  }
}
