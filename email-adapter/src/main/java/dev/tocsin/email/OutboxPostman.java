package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

/** Writes each notice into a directory, as the file that a server would have got. */
final class OutboxPostman implements Postman {

  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final MailSettings settings;
  private final Path directory;
  private final Letter letter;

  OutboxPostman(MailSettings settings, Path directory, Letter letter) {
    this.settings = settings;
    this.directory = directory;
    this.letter = letter;
  }

  /** What keeps a notice out of a directory, if something does. */
  static Optional<String> obstacle(Path directory) {
    Path place = existing(directory);
    if (!Files.isDirectory(place)) {
      return Optional.of(place + " is no directory");
    }
    return Files.isWritable(place) ? Optional.empty() : Optional.of("we may not write to " + place);
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return tell(notice.intent());
  }

  Outcome tell(Notice notice) {
    if (settings.concernedBy(notice).isEmpty()) {
      return NOBODYS;
    }
    Path file = directory.resolve(notice.key() + ".eml");
    try {
      write(letter.of(notice), file);
      return new Outcome.Done("written to " + file);
    } catch (AccessDeniedException | FileAlreadyExistsException | NotDirectoryException e) {
      return new Outcome.Refused("cannot write to " + directory + ": " + e);
    } catch (IOException e) {
      return new Outcome.NotDone("could not write " + file + ": " + e);
    }
  }

  /** Nobody finds half a file: it gets its name when it is whole and on the disk. */
  private void write(MimeMessage message, Path file) throws IOException {
    createDirectory();
    Path part = directory.resolve("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (FileChannel channel = FileChannel.open(part, NEW, ownersOnly());
        OutputStream out = Channels.newOutputStream(channel)) {
      message.writeTo(out);
      channel.force(true);
    } catch (MessagingException e) {
      throw new IOException(e);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** A link to a directory is one. */
  private void createDirectory() throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    try {
      Files.createDirectories(directory);
    } catch (FileSystemException e) {
      throw isUnderAFile() ? new NotDirectoryException(directory.toString()) : e;
    }
  }

  private boolean isUnderAFile() {
    return !Files.isDirectory(existing(directory));
  }

  /** The nearest above it that exists. */
  private static Path existing(Path directory) {
    Path place = directory.toAbsolutePath();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  /** Only for us, as the ledger: a notice tells what is broken here. */
  private FileAttribute<?>[] ownersOnly() {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
