package dev.tocsin.runner.report;

import dev.tocsin.email.Trial;
import dev.tocsin.incident.Notice;
import java.util.List;

/**
 * What became of mail that was sent to see what becomes of it.
 *
 * @param mails one for each kind and recipient, in the order in which they were sent
 * @param exitCode 0 all were taken, else 4
 */
public record TestMailView(List<Mail> mails, int exitCode) {

  private static final int NOT_TAKEN = 4;

  /**
   * One mail to one recipient.
   *
   * @param to his address
   * @param answer what the server said of it, or what was in the way
   */
  public record Mail(Notice.Kind kind, String to, Fate fate, String answer) {}

  /** Whether it was taken. */
  public enum Fate {
    TAKEN,
    NOT_TAKEN
  }

  public TestMailView {
    mails = List.copyOf(mails);
  }

  /** What the copies came to. */
  public static TestMailView of(List<Trial.Copy> copies) {
    List<Mail> mails = copies.stream().map(TestMailView::mail).toList();
    boolean all = copies.stream().allMatch(Trial.Copy::taken);
    return new TestMailView(mails, all ? 0 : NOT_TAKEN);
  }

  private static Mail mail(Trial.Copy copy) {
    Fate fate = copy.taken() ? Fate.TAKEN : Fate.NOT_TAKEN;
    return new Mail(copy.kind(), copy.to().address(), fate, copy.answer());
  }
}
