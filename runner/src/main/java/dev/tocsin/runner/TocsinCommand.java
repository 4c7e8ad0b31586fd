package dev.tocsin.runner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands before every command. */
@Command(
    name = "tocsin",
    mixinStandardHelpOptions = true,
    version = "tocsin 0.1.0-SNAPSHOT",
    description =
        "Watches targets, tells you once when one is down, and repairs what may be" + " repaired.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the duty was done, whatever the health of the targets",
      "1:a bug of ours",
      "2:the usage or the configuration is wrong; nothing was done",
      "3:the ledger could not be read or written, or a damaged one was put aside",
      "4:a notice is owed that could not be delivered, or an attempt was refused",
      "143:told to stop (SIGTERM)"
    })
final class TocsinCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
