package dev.tocsin.runner;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line. */
public final class Main {

  private static final int BUG = 1;

  private Main() {}

  /** Ends the process with the exit code of {@link #run}. */
  public static void main(String[] args) {
    System.exit(run(args, Surroundings.ofProcess()));
  }

  /**
   * Runs one command.
   *
   * @return 0 it did its duty; 1 a bug of ours; 2 wrong usage or configuration; 3 the ledger could
   *     not be read or written; 4 a notice is owed, an attempt was refused, or something is
   *     missing; 143 stopped
   */
  public static int run(String[] args, Surroundings around) {
    CommandLine line = Verbs.line(args, around);
    line.setOut(new java.io.PrintWriter(around.out(), true));
    line.setErr(new java.io.PrintWriter(around.err(), true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (bug, command, parsed) -> bug(bug, isVerbose(parsed), around));
    line.setExecutionStrategy(parsed -> {
      logging(isVerbose(parsed));
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setUnmatchedOptionsArePositionalParams(false);
    return line.execute(args);
  }

  private static int bug(Exception bug, boolean verbose, Surroundings around) {
    around.err().println("bug: " + bug);
    if (verbose) {
      bug.printStackTrace(around.err());
    }
    return BUG;
  }

  /** Silent, unless asked: what a command has to say is in its answer. */
  private static void logging(boolean verbose) {
    Logger.getLogger("").setLevel(verbose ? Level.INFO : Level.OFF);
  }

  private static boolean isVerbose(ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().matchedOptionValue(Common.VERBOSE, false);
  }
}
