package dev.tocsin.runner;

import dev.tocsin.email.MailSettings;
import dev.tocsin.email.Trial;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.report.TestMailText;
import dev.tocsin.runner.report.TestMailView;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether mail arrives, and what it looks like. */
@Command(
    name = "test-mail",
    description = "Mails a sample of every kind of notice to the configured recipients, marked as a"
        + " test, and says what the server answered. Looks at no target, and writes no ledger.")
final class TestMailCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int NOTHING_TO_TEST = 2;

  @Mixin
  private Common common = new Common();

  @Mixin
  private Output output = new Output();

  private final Surroundings around;

  TestMailCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, this::test);
  }

  private int test(Configuration configuration) {
    if (configuration.mail().isEmpty()) {
      around.err().println(common.file() + ": there is no 'mail': notices are printed");
      return NOTHING_TO_TEST;
    }
    MailSettings mail = configuration.mail().get();
    TestMailView view = TestMailView.of(
        Trial.mail(mail, around.zone(), around.time().now(), Deadline.in(PATIENCE, Time.system())));
    around.out().print(output.of(view, () -> TestMailText.of(view, around.screen())));
    return view.exitCode();
  }
}
