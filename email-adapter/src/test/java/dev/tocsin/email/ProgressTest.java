package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.email.Progress.Step;
import dev.tocsin.email.Verdict.Fate;
import javax.mail.MessagingException;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final Progress progress = new Progress();
  private final Judge judge = new Judge(progress);

  @Test
  void what_was_given_up_before_the_dot_is_never_sent_afterwards() throws Exception {
    progress.advance(Step.DATA);
    progress.giveUp();

    assertThat(judge.givenUp("late").fate()).isEqualTo(Fate.NOT_DONE);
    assertThatThrownBy(() -> progress.advance(Step.DOT)).isInstanceOf(Progress.GivenUp.class);
  }

  @Test
  void what_is_given_up_after_the_dot_is_not_known() throws Exception {
    progress.advance(Step.DOT);
    progress.giveUp();

    assertThat(judge.givenUp("late").fate()).isEqualTo(Fate.UNCLEAR);
  }

  @Test
  void a_bug_after_the_dot_is_not_known_and_one_before_it_sent_nothing() throws Exception {
    progress.advance(Step.RCPT);
    assertThat(judge.verdict(new IllegalStateException("oops")))
        .isEqualTo(
            new Verdict(Fate.NOT_DONE, "a bug of ours: java.lang.IllegalStateException: oops"));
    progress.advance(Step.DOT);
    assertThat(judge.verdict(new IllegalStateException("oops")).fate()).isEqualTo(Fate.UNCLEAR);
  }

  @Test
  void an_answer_that_ends_in_blanks_does_not_tear_the_line_it_is_shown_in() {
    progress.answered(535, "535 no \r\n");

    assertThat(judge.verdict(new MessagingException("refused")).detail()).isEqualTo("535 no");
  }

  @Test
  void a_refusal_of_one_mail_says_nothing_of_the_next() throws Exception {
    progress.answered(550, "550 no");
    progress.advance(Step.MAIL);

    assertThat(progress.refusal()).isEmpty();
  }
}
