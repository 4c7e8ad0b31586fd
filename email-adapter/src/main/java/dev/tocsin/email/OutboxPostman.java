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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

/** Writes each notice into a directory, as the file that a server would have got. */
final class OutboxPostman implements Postman {

  private final Path directory;
  private final Letter letter;

  OutboxPostman(Path directory, Letter letter) {
    this.directory = directory;
    this.letter = letter;
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return tell(notice.intent());
  }

  Outcome tell(Notice notice) {
    Path file = directory.resolve(notice.key() + ".eml");
    try {
      write(letter.of(notice), file);
      return new Outcome.Done("written to " + file);
    } catch (AccessDeniedException | FileAlreadyExistsException e) {
      return new Outcome.Refused("cannot write to " + directory + ": " + e);
    } catch (IOException e) {
      return new Outcome.NotDone("could not write " + file + ": " + e);
    }
  }

  /** Nobody finds half a file: it gets its name when it is whole and on the disk. */
  private void write(MimeMessage message, Path file) throws IOException {
    Files.createDirectories(directory);
    Path part = directory.resolve("." + file.getFileName() + ".part");
    try (FileChannel channel = FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = Channels.newOutputStream(channel)) {
      message.writeTo(out);
      channel.force(true);
    } catch (MessagingException e) {
      throw new IOException(e);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
