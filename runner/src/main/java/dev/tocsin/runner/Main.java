package dev.tocsin.runner;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

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
   *     not be read or written; 4 a notice is owed or an attempt was refused; 143 stopped
   */
  public static int run(String[] args, Surroundings around) {
    CommandLine line = new CommandLine(new TocsinCommand())
        .addSubcommand(new RunCommand(around))
        .addSubcommand(new StatusCommand(around))
        .addSubcommand(new ExplainCommand(around))
        .addSubcommand(new ValidateCommand(around))
        .addSubcommand(new PauseCommand(around))
        .addSubcommand(new ResumeCommand(around))
        .addSubcommand(new DiagramCommand(around))
        .addSubcommand(new DemoCommand(around))
        .addSubcommand(new CommandLine.HelpCommand());
    line.setOut(new java.io.PrintWriter(around.out(), true));
    line.setErr(new java.io.PrintWriter(around.err(), true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((bug, command, parsed) -> bug(bug, args, around));
    line.setUnmatchedOptionsArePositionalParams(false);
    logging(args);
    return line.execute(args);
  }

  private static int bug(Exception bug, String[] args, Surroundings around) {
    around.err().println("bug: " + bug);
    if (verbose(args)) {
      bug.printStackTrace(around.err());
    }
    return BUG;
  }

  /** Silent, unless asked: what a command has to say is in its answer. */
  private static void logging(String[] args) {
    Logger.getLogger("").setLevel(verbose(args) ? Level.INFO : Level.OFF);
  }

  private static boolean verbose(String[] args) {
    return Arrays.stream(args).anyMatch(a -> a.equals("-v") || a.equals("--verbose"));
  }
}
