package dev.tocsin.runner;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands before every command. */
@Command(
    name = "tocsin",
    mixinStandardHelpOptions = true,
    versionProvider = TocsinCommand.Version.class,
    description =
        "Watches targets, tells you once when one is down, and repairs what may be" + " repaired.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the duty was done, whatever the health of the targets",
      "1:a bug of ours, or a simulation that found something broken",
      "2:the usage or the configuration is wrong; nothing was done",
      "3:the ledger could not be read or written, or a damaged one was put aside",
      "4:a notice is owed that could not be delivered, an attempt was refused, or doctor found"
          + " something missing",
      "143:told to stop (SIGTERM)"
    })
final class TocsinCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  /** As the jar says; sources have none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"tocsin " + jar().orElse("from its sources")};
    }

    static Optional<String> jar() {
      return Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
