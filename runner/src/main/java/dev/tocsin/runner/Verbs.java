package dev.tocsin.runner;

import java.util.List;
import picocli.CommandLine;

/**
 * The commands by their names. To make one loads all that it is about, so only who is called is.
 */
final class Verbs {

  /** In the order of the help. */
  static final List<String> NAMES = List.of(
      "run",
      "status",
      "explain",
      "validate",
      "doctor",
      "manifests",
      "pause",
      "resume",
      "diagram",
      "demo",
      "simulate",
      "help");

  private Verbs() {}

  /** A command line that knows the command which these arguments call, or else all. */
  static CommandLine line(String[] args, Surroundings around) {
    boolean one = args.length > 0 && NAMES.contains(args[0]) && !args[0].equals("help");
    CommandLine line = new CommandLine(new TocsinCommand());
    for (String name : one ? List.of(args[0]) : NAMES) {
      line.addSubcommand(command(name, around));
    }
    return line;
  }

  private static Object command(String name, Surroundings around) {
    return switch (name) {
      case "run" -> new RunCommand(around);
      case "status" -> new StatusCommand(around);
      case "explain" -> new ExplainCommand(around);
      case "validate" -> new ValidateCommand(around);
      case "doctor" -> new DoctorCommand(around);
      case "manifests" -> new ManifestsCommand(around);
      case "pause" -> new PauseCommand(around);
      case "resume" -> new ResumeCommand(around);
      case "diagram" -> new DiagramCommand(around);
      case "demo" -> new DemoCommand(around);
      case "simulate" -> new SimulateCommand(around);
      default -> new CommandLine.HelpCommand();
    };
  }
}
