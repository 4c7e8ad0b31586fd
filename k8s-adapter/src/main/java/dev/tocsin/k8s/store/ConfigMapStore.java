package dev.tocsin.k8s.store;

import dev.tocsin.incident.Ledger;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.ledger.LedgerDocument;
import dev.tocsin.ledger.Reading;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the ledger in a ConfigMap, which the first round makes. Every write replaces the version
 * that it is based on, or nothing; one whose answer was lost is looked for before anybody acts upon
 * it. Whatever others put on the object stays; what is in it is ours.
 *
 * <p>Needed rights: {@code get} and {@code update} of this ConfigMap, and {@code create} of
 * configmaps in its namespace.
 */
public final class ConfigMapStore implements IncidentStore {

  /** For one load or one write, with all that it takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final Kubernetes kubernetes;
  private final Ref<ConfigMap> place;
  private final String writer;
  private final Optional<StoryLedger> before;
  private final Duration patience;
  private final AtomicInteger writes = new AtomicInteger();
  private volatile Optional<LedgerMap> last = Optional.empty();
  private volatile long lastRound;

  /**
   * A store in this ConfigMap, which need not exist; its namespace must.
   *
   * @param writer who writes, for people who read it, for example the pod's name
   * @param before the ledger of the story's own checker, read once, where there is none of ours
   */
  public ConfigMapStore(
      Kubernetes kubernetes, Ref<ConfigMap> place, String writer, Optional<StoryLedger> before) {
    this(kubernetes, place, writer, before, PATIENCE);
  }

  ConfigMapStore(
      Kubernetes kubernetes,
      Ref<ConfigMap> place,
      String writer,
      Optional<StoryLedger> before,
      Duration patience) {
    this.kubernetes = kubernetes;
    this.place = place;
    int unlike = ThreadLocalRandom.current().nextInt();
    this.writer = writer + " " + HexFormat.of().toHexDigits(unlike);
    this.before = before;
    this.patience = patience;
  }

  @Override
  public Loaded load() {
    Deadline deadline = deadline();
    Answer<LedgerMap> answer = get(deadline);
    if (answer instanceof Answer.Ok<LedgerMap> ok) {
      return loaded(ok.of());
    }
    return answer instanceof Answer.Absent ? absent(deadline) : unusable(answer);
  }

  @Override
  public Written write(Ledger next, Version base) {
    SortedMap<String, String> texts =
        LedgerDocument.texts(next, writer + "/" + writes.incrementAndGet());
    Optional<String> refusal =
        LedgerDocument.refusal(size(texts), LedgerDocument.CONFIG_MAP_BYTES_AT_MOST);
    if (refusal.isPresent()) {
      return failed(refusal.get());
    }
    long rounds = next.schedule().rounds();
    Deadline deadline = deadline();
    if (base.equals(Version.ABSENT)) {
      return submit(new Draft(LedgerMap.at(place).with(texts, rounds), base), deadline);
    }
    Answer<LedgerMap> current = current(base, deadline);
    if (!(current instanceof Answer.Ok<LedgerMap> ok)) {
      return current instanceof Answer.Absent
          ? new Written.Superseded()
          : failed(advice().on(current));
    }
    return replace(ok.of(), new Draft(ok.of().with(texts, rounds), base), deadline);
  }

  // Loading

  private Loaded loaded(LedgerMap map) {
    Reading reading = map.reading();
    if (!(reading instanceof Reading.Readable readable)) {
      return new Loaded.Unusable(place + " is " + ((Reading.Untouchable) reading).why());
    }
    Reading.Readable read = Restoration.judged(map, readable, lastRound, place);
    last = Optional.of(map);
    lastRound = read.ledger().schedule().rounds();
    List<String> damages = read.damages().stream().map(this::damage).toList();
    return new Loaded.Found(read.ledger(), map.version(), damages, read.remarks());
  }

  private String damage(String what) {
    return "damaged ledger " + place + ", " + what + "; it will be kept in its key "
        + LedgerMap.DAMAGED + " when it is replaced";
  }

  /** Where a ledger of ours was deleted meanwhile, the checker before us has no say any more. */
  private Loaded absent(Deadline deadline) {
    return before
        .filter(story -> lastRound == 0)
        .map(story -> takenOver(story, deadline))
        .orElseGet(() -> new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
  }

  private Loaded takenOver(StoryLedger story, Deadline deadline) {
    Answer<ConfigMap> answer = kubernetes.get(story.place(), deadline);
    if (answer instanceof Answer.Ok<ConfigMap> ok) {
      return Takeover.of(story, ok.of(), kubernetes.time().now());
    }
    if (answer instanceof Answer.Absent) {
      String nothing = "nothing to take over for " + story.target() + ": " + answer.words();
      return new Loaded.Found(Ledger.EMPTY, Version.ABSENT, List.of(), List.of(nothing));
    }
    return new Loaded.Unusable("cannot read what the checker before us told of " + story.target()
        + ": " + new Advice(story.place().namespace(), "get of this configmap").on(answer));
  }

  private Loaded unusable(Answer<?> answer) {
    return new Loaded.Unusable(
        "cannot read the ledger " + place + ": " + advice().on(answer));
  }

  // Writing

  /** What is to be replaced; asked for only if it is not what was read or written last. */
  private Answer<LedgerMap> current(Version base, Deadline deadline) {
    return last.filter(map -> map.version().equals(base))
        .<Answer<LedgerMap>>map(Answer.Ok::new)
        .orElseGet(() -> get(deadline));
  }

  private Written replace(LedgerMap current, Draft draft, Deadline deadline) {
    if (!current.version().equals(draft.base())) {
      return new Written.Superseded();
    }
    return current.reading() instanceof Reading.Untouchable no
        ? failed("it is " + no.why())
        : submit(draft, deadline);
  }

  private Written submit(Draft draft, Deadline deadline) {
    Answer<ConfigMap> answer = send(draft, deadline);
    return outcome(draft, answer, deadline).orElseGet(() -> submitAgain(draft, deadline));
  }

  private Written submitAgain(Draft draft, Deadline deadline) {
    Answer<ConfigMap> answer = send(draft, deadline);
    return outcome(draft, answer, deadline).orElseGet(() -> failed(advice().on(answer)));
  }

  private Answer<ConfigMap> send(Draft draft, Deadline deadline) {
    ConfigMap map = draft.map().map();
    return draft.isFirst()
        ? kubernetes.create(Kind.CONFIG_MAPS, place.namespace(), map, deadline)
        : kubernetes.replace(place, map, deadline);
  }

  /** What became of a write; empty if it was not made, and may be made once more. */
  private Optional<Written> outcome(Draft draft, Answer<ConfigMap> answer, Deadline deadline) {
    Optional<LedgerMap> stored = answer.value().map(LedgerMap::new).filter(LedgerMap::stored);
    if (stored.isPresent()) {
      return Optional.of(
          written(draft, stored.get(), new Written.At(stored.get().version())));
    }
    return isFinal(draft, answer) || !waited(answer, deadline)
        ? Optional.of(failed(advice().on(answer)))
        : found(draft, deadline);
  }

  /** Without a namespace nothing can be made; and a conflict may be one with our own write. */
  private static boolean isFinal(Draft draft, Answer<ConfigMap> answer) {
    return answer instanceof Answer.Refused<ConfigMap> no
        ? no.status() != CONFLICT && no.status() != TOO_MANY
        : answer instanceof Answer.Absent && draft.isFirst();
  }

  /** Whether there was time to wait for as long as the server asked us to. */
  private static boolean waited(Answer<ConfigMap> answer, Deadline deadline) {
    Duration pause = answer instanceof Answer.Refused<ConfigMap> no && no.status() == TOO_MANY
        ? no.retryAfter().orElse(USUAL_PAUSE)
        : Duration.ZERO;
    boolean inTime = pause.isZero() || pause.compareTo(deadline.remaining()) < 0;
    if (inTime) {
      LockSupport.parkNanos(pause.toNanos());
    }
    return inTime;
  }

  private Optional<Written> found(Draft draft, Deadline deadline) {
    Answer<LedgerMap> now = get(deadline);
    if (now instanceof Answer.Ok<LedgerMap> ok) {
      return draft.in(ok.of()).map(written -> written(draft, ok.of(), written));
    }
    return now instanceof Answer.Absent
        ? draft.gone()
        : Optional.of(failed("it is not known to be written: " + advice().on(now)));
  }

  /** Remembers what is there now, if it is what we wrote. */
  private Written written(Draft draft, LedgerMap now, Written written) {
    if (written instanceof Written.At at) {
      last = Optional.of(now);
      lastRound = draft.map().rounds().orElse(0);
    }
    return written;
  }

  private Written failed(String why) {
    return new Written.Failed("cannot write the ledger " + place + ": " + why);
  }

  /** Something in between, such as a proxy that wants a password, may answer in its stead. */
  private Answer<LedgerMap> get(Deadline deadline) {
    Answer<LedgerMap> answer = kubernetes.get(place, deadline).map(LedgerMap::new);
    return answer.value().filter(map -> !map.stored()).isPresent()
        ? new Answer.Unclear<>("what answers in the API server's place is no " + place)
        : answer;
  }

  private Advice advice() {
    return new Advice(
        place.namespace(), "get and update of this configmap, and create of configmaps");
  }

  private Deadline deadline() {
    return Deadline.in(patience, Time.system());
  }

  private static long size(SortedMap<String, String> texts) {
    long size = 0;
    for (var text : texts.entrySet()) {
      size += text.getKey().length() + text.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    return size;
  }
}
