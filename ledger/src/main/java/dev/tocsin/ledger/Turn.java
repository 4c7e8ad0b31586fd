package dev.tocsin.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The turn of one writer, from comparing to replacing: a lock file keeps the others waiting. In it
 * stands the last round that was written, so that a ledger that went back is noticed.
 *
 * <p>Closing any channel of a file gives up this process's lock on it (POSIX), so within one
 * process only one thread at a time has the lock file open.
 */
final class Turn implements AutoCloseable {

  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
  private static final Pattern ROUND = Pattern.compile("round (\\d{18})\n");
  private static final Set<OpenOption> OPEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final FileChannel channel;
  private final ReentrantLock here;

  private Turn(FileChannel channel, ReentrantLock here) {
    this.channel = channel;
    this.here = here;
  }

  /**
   * Waits for a turn.
   *
   * @throws IOException if it does not come in time
   */
  static Turn take(Path lock, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    ReentrantLock here = here(lock, patience);
    try {
      FileChannel channel = FileChannel.open(lock, OPEN, LedgerFiles.ownersOnly(lock));
      try {
        await(channel, lock, deadline);
        return new Turn(channel, here);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      here.unlock();
      throw e;
    }
  }

  /** The last round that was written; empty if none is known. */
  static OptionalLong lastRound(Path lock, Duration patience) throws IOException {
    ReentrantLock here = here(lock, patience);
    try {
      Matcher written = ROUND.matcher(Files.readString(lock));
      return written.matches()
          ? OptionalLong.of(Long.parseLong(written.group(1)))
          : OptionalLong.empty();
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } finally {
      here.unlock();
    }
  }

  /** Always as long as before, and so never seen half. */
  void written(long round) throws IOException {
    String mark = String.format("round %018d\n", round);
    channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      here.unlock();
    }
  }

  private static ReentrantLock here(Path lock, Duration patience) throws IOException {
    ReentrantLock here = HERE.computeIfAbsent(lock, path -> new ReentrantLock());
    try {
      if (here.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return here;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("another thread keeps " + lock + " locked");
  }

  private static void await(FileChannel channel, Path lock, long deadline) throws IOException {
    while (!isOurs(channel)) {
      if (System.nanoTime() - deadline >= 0) {
        throw new IOException("another process keeps " + lock + " locked");
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
  }

  /** The lock is given up when the channel is closed. */
  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
