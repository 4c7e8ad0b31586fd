package dev.tocsin.runner;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.remedy.ExecRemedy;
import dev.tocsin.simulation.contract.EffectsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** What the runner composes: mail, and programs that repair. */
class DeedsContractTest extends EffectsContract {

  private final List<String> mailbox = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private boolean silent;

  @TempDir
  Path directory;

  @Override
  protected Effects open() {
    return new Deeds(this::tell, this::repair);
  }

  private Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    String target = notice.intent().members().get(0).target();
    if (silent || deadline.passed() || broken.contains(target)) {
      return new Outcome.NotDone("no mail server");
    }
    mailbox.add(notice.key());
    return new Outcome.Done("accepted");
  }

  private Outcome repair(Attempt attempt, Deadline deadline) {
    String program = (silent ? "sleep 60; " : "") + "cd '" + directory + "' && test ! -e broken-"
        + attempt.target() + " && echo \"$TOCSIN_ATTEMPT\" >> made";
    return new ExecRemedy(new Probe.Exec(List.of("sh", "-c", program), Duration.ofMinutes(1)))
        .run(attempt, deadline);
  }

  @Override
  protected int count(String key) {
    return Collections.frequency(mailbox, key) + Collections.frequency(made(), key);
  }

  private List<String> made() {
    Path made = directory.resolve("made");
    try {
      return Files.exists(made) ? Files.readAllLines(made) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void breaks(String target) {
    broken.add(target);
    try {
      Files.createFile(directory.resolve("broken-" + target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void hangs() {
    silent = true;
  }

  /** A program is run as often as it is asked for: {@code find} keeps it from that. */
  @Override
  protected boolean outsideKnowsKeys() {
    return false;
  }
}
