package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.round.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a program without a shell and without input, and leaves nothing running when its time is
 * over: it and all its descendants are killed. A descendant whose parent has ended before that (a
 * daemon) belongs to nobody and is not found.
 */
public final class Program {

  private static final Pattern ERROR = Pattern.compile("error(?:=|: )(\\d{1,4})");
  private static final int NOT_PERMITTED = 1;
  private static final int NO_SUCH_FILE = 2;
  private static final int ACCESS_DENIED = 13;

  private static final long LAST_WORDS_MILLIS = 200;

  private Program() {}

  /** How it ended. */
  public sealed interface Ending permits Exited, Killed, NotStarted {}

  /**
   * By itself.
   *
   * @param code 0 is success
   * @param lastLine of its output and errors, may be empty
   */
  public record Exited(int code, String lastLine) implements Ending {

    /** For example {@code exit 3: no such disk}. */
    @Override
    public String toString() {
      return "exit " + code + (lastLine.isEmpty() ? "" : ": " + lastLine);
    }
  }

  /** By us: its time was over, or we were interrupted. It may have done its work. */
  public record Killed(String lastLine) implements Ending {}

  /**
   * It never ran.
   *
   * @param cause the fault is ours, or the end is near
   */
  public record NotStarted(Cause cause, String detail) implements Ending {}

  /**
   * Runs it to its end or to the deadline, whichever is first.
   *
   * @param argv the program and its arguments
   * @param environment beside our own
   */
  public static Ending run(List<String> argv, Map<String, String> environment, Deadline deadline) {
    ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return Family.start(builder)
          .map(family -> family.alive(process -> ending(process, deadline)))
          .orElseGet(() -> new NotStarted(Cause.NO_TIME, "we are being stopped"));
    } catch (IOException e) {
      return notStarted(argv.get(0), String.valueOf(e.getMessage()));
    }
  }

  /**
   * When this JVM is told to end, programs are killed at once; with a grace, when that is over, so
   * that a repair under way may end by itself.
   *
   * @param wait is back when the grace is over
   */
  public static void grace(Runnable wait) {
    Family.grace(wait);
  }

  /** Kills all that run, and lets no other begin: before this JVM is halted. */
  public static void killAll() {
    Family.killAll();
  }

  private static Ending ending(Process process, Deadline deadline) {
    OutputTail output = OutputTail.of(process);
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has no input either way.
    }
    try {
      if (process.waitFor(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        output.await(LAST_WORDS_MILLIS);
        return new Exited(process.exitValue(), output.lastLine());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Killed(output.lastLine());
  }

  private static NotStarted notStarted(String program, String message) {
    int error = error(message);
    if (error == NO_SUCH_FILE) {
      return new NotStarted(Cause.OURS_MISSING, "the program " + program + " is missing");
    }
    if (error == ACCESS_DENIED && !isExecutable(program)) {
      return new NotStarted(Cause.OURS_MISSING, "the file " + program + " is not executable");
    }
    if (error == ACCESS_DENIED || error == NOT_PERMITTED) {
      return new NotStarted(Cause.NO_ACCESS, "we may not run the program " + program);
    }
    String why = message.substring(message.lastIndexOf(':') + 1).strip();
    return new NotStarted(Cause.OURS_MISSING, "the program " + program + " cannot run: " + why);
  }

  /**
   * The system's error number, which JDKs write in two ways: {@code error=2,} and {@code error: 2}.
   */
  private static int error(String message) {
    Matcher error = ERROR.matcher(message);
    return error.find() ? Integer.parseInt(error.group(1)) : 0;
  }

  /** Whether somebody may run it. */
  private static boolean isExecutable(String program) {
    try {
      Set<PosixFilePermission> may =
          Files.getPosixFilePermissions(Path.of(program), new LinkOption[0]);
      return may.contains(PosixFilePermission.OWNER_EXECUTE)
          || may.contains(PosixFilePermission.GROUP_EXECUTE)
          || may.contains(PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }
}
