package dev.tocsin.ledger;

import dev.tocsin.round.IncidentStore.Version;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The ledger's file and those beside it. A link is followed, so that it stays one. */
final class LedgerFiles {

  /**
   * Nothing that we write is larger. Far from what any outage needs, for a ledger that is refused
   * stops everything: a target that just failed takes 1 to 2 KiB.
   */
  static final long BYTES_AT_MOST = 64 * 1024 * 1024;

  private static final int LINKS_AT_MOST = 16;

  private final Path ledger;

  private LedgerFiles(Path ledger) {
    this.ledger = ledger;
  }

  static LedgerFiles of(Path path) throws IOException {
    Path place = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == LINKS_AT_MOST) {
        throw new FileSystemLoopException(path.toString());
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    return new LedgerFiles(place);
  }

  Path lock() {
    return beside(".lock");
  }

  /** Where damaged bytes are kept, named by what they are. */
  Path aside(byte[] damaged) {
    return beside(".damaged-" + sha256(damaged).substring(0, 8));
  }

  static Version version(Optional<byte[]> bytes) {
    return bytes.map(b -> new Version(sha256(b))).orElse(Version.ABSENT);
  }

  /** What is in the file; empty if there is none. */
  Optional<byte[]> read() throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(ledger, BasicFileAttributes.class);
      if (!file.isRegularFile()) {
        throw new IOException("it is " + (file.isDirectory() ? "a directory" : "no plain file"));
      }
      if (file.size() > BYTES_AT_MOST) {
        throw new IOException("it has " + file.size() + " bytes, and no ledger has so many");
      }
      return Optional.of(Files.readAllBytes(ledger));
    } catch (NoSuchFileException e) {
      requireDirectories();
      return Optional.empty();
    }
  }

  /** A path that leads through a file holds no ledger and never will; JDK 25 calls it absent. */
  private void requireDirectories() throws IOException {
    Path above = directory();
    while (above != null && Files.notExists(above)) {
      above = above.getParent();
    }
    if (above != null && !Files.isDirectory(above)) {
      throw new IOException(above + " is no directory");
    }
  }

  void createDirectory() throws IOException {
    if (!Files.isDirectory(directory())) {
      Files.createDirectories(directory());
    }
  }

  /** Either the old bytes are there or the new ones, whenever the power fails. */
  void replace(byte[] bytes) throws IOException {
    Path next = beside(".next");
    try {
      create(next, bytes);
      Files.move(next, ledger, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(next);
      throw e;
    }
    force(directory());
  }

  /** Keeps damaged bytes, once. */
  void putAside(byte[] damaged) throws IOException {
    Path aside = aside(damaged);
    if (!new LedgerFiles(aside).has(damaged)) {
      create(aside, damaged);
      force(directory());
    }
  }

  boolean has(byte[] bytes) {
    try {
      return read().filter(found -> Arrays.equals(found, bytes)).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Only for us: a ledger tells when nobody is watching. */
  static FileAttribute<?>[] ownersOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** What went wrong, for people. */
  static String words(IOException e) {
    String what = e instanceof AccessDeniedException
        ? "permission denied: " + e.getMessage()
        : e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
    return what.replaceAll("\\s+", " ");
  }

  private static void create(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file);
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownersOnly(file))) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path directory() {
    return Optional.ofNullable(ledger.getParent()).orElse(ledger);
  }

  private Path beside(String suffix) {
    return ledger.resolveSibling(ledger.getFileName() + suffix);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
