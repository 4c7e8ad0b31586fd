package dev.tocsin.ledger;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Moment;
import dev.tocsin.round.IncidentStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps the ledger in one file. A write replaces it as a whole or not at all, and only if nobody,
 * by whatever means, wrote it since it was read.
 */
public final class FileStore implements IncidentStore {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path path;
  private final String writer;
  private final Duration patience;
  private final long most;

  /**
   * A store in this file, which need not exist, nor its directory. For whoever knows a better name
   * than a process number: a store in a ConfigMap says its pod in the same place.
   *
   * @param path the file; a link is followed
   * @param writer who writes, for people who read it
   */
  public FileStore(Path path, String writer) {
    this(path, writer, PATIENCE, LedgerFiles.BYTES_AT_MOST);
  }

  /** A store in this file, written by this process. */
  public FileStore(Path path) {
    this(path, "process " + ProcessHandle.current().pid());
  }

  FileStore(Path path, String writer, Duration patience, long most) {
    this.path = path;
    this.writer = writer;
    this.patience = patience;
    this.most = most;
  }

  @Override
  public Loaded load() {
    try {
      LedgerFiles files = LedgerFiles.of(path);
      OptionalLong last = lastRound(files);
      Optional<byte[]> bytes = files.read();
      return bytes.isPresent() ? loaded(files, bytes.get(), last) : absent(last);
    } catch (IOException e) {
      return new Loaded.Unusable("cannot read the ledger " + path + ": " + LedgerFiles.words(e));
    }
  }

  @Override
  public Written write(Ledger next, Version base) {
    byte[] bytes = LedgerDocument.text(next, writer).getBytes(StandardCharsets.UTF_8);
    Optional<String> refusal = LedgerDocument.refusal(bytes.length, most);
    if (refusal.isPresent()) {
      return failed(refusal.get());
    }
    try {
      LedgerFiles files = LedgerFiles.of(path);
      files.createDirectory();
      try (Turn turn = Turn.take(files.lock(), patience)) {
        return write(files, turn, next, bytes, base);
      }
    } catch (IOException e) {
      return failed(LedgerFiles.words(e));
    }
  }

  // Loading

  /** Read before the ledger: one that is written in between has not gone backwards. */
  private OptionalLong lastRound(LedgerFiles files) {
    try {
      return Turn.lastRound(files.lock(), patience);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private Loaded absent(OptionalLong last) {
    if (last.isEmpty()) {
      return new Loaded.Found(Ledger.EMPTY, Version.ABSENT);
    }
    String gone = "the ledger " + path + " is gone, though round " + last.getAsLong()
        + " was written: all is forgotten, nothing is repaired for one window";
    return new Loaded.Found(Ledger.damaged(), Version.ABSENT, List.of(), List.of(gone));
  }

  private Loaded loaded(LedgerFiles files, byte[] bytes, OptionalLong last) {
    Reading reading = LedgerDocument.read(bytes);
    if (!(reading instanceof Reading.Readable readable)) {
      return new Loaded.Unusable(path + " is " + ((Reading.Untouchable) reading).why());
    }
    List<String> damages = readable.damages().stream()
        .map(what -> "damaged ledger " + path + ", " + what + "; it will be kept in "
            + files.aside(bytes).getFileName() + " when it is replaced")
        .toList();
    List<String> remarks = new ArrayList<>(readable.remarks());
    Ledger ledger = readable.ledger();
    long rounds = ledger.schedule().rounds();
    if (damages.isEmpty() && last.isPresent() && rounds < last.getAsLong()) {
      remarks.add("the ledger " + path + " went backwards (round " + rounds + " after "
          + last.getAsLong() + "): restored or re-applied? Nothing is repaired for one window");
      ledger = locked(ledger);
    }
    return new Loaded.Found(ledger, LedgerFiles.version(Optional.of(bytes)), damages, remarks);
  }

  /** Attempts made since are not in it: as if it were lost, no attempt for one window. */
  private static Ledger locked(Ledger old) {
    return new Ledger(old.schedule(), old.memories(), old.notices(), Optional.of(Moment.LATEST));
  }

  // Writing

  private Written write(LedgerFiles files, Turn turn, Ledger next, byte[] bytes, Version base)
      throws IOException {
    Optional<byte[]> before = files.read();
    if (!LedgerFiles.version(before).equals(base)) {
      return new Written.Superseded();
    }
    if (before.isPresent() && LedgerDocument.read(before.get()) instanceof Reading.Readable old) {
      if (!old.damages().isEmpty()) {
        files.putAside(before.get());
      }
    } else if (before.isPresent()) {
      return failed("it is not a ledger of this Tocsin");
    }
    return replaced(files, turn, next, bytes);
  }

  private Written replaced(LedgerFiles files, Turn turn, Ledger next, byte[] bytes) {
    try {
      files.replace(bytes);
      turn.written(next.schedule().rounds());
    } catch (IOException e) {
      if (!files.has(bytes)) {
        return failed(LedgerFiles.words(e));
      }
    }
    return new Written.At(LedgerFiles.version(Optional.of(bytes)));
  }

  private Written failed(String why) {
    return new Written.Failed("cannot write the ledger " + path + ": " + why);
  }
}
