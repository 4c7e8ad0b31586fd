package dev.tocsin.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How far a conversation with a mail server got: all that a verdict needs. Shared by the thread
 * that talks and the one that watches the clock.
 */
final class Progress {

  /** The steps of a conversation. The server takes a mail by its answer to the final dot. */
  enum Step {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    /** The final dot may be out: from here on, no answer means not known. */
    DOT,
    /** Given up before the final dot, which therefore will never be sent. */
    GIVEN_UP
  }

  /** A refusing answer of the server. */
  record Reply(int code, String text) {
    boolean isTemporary() {
      return code < 500;
    }
  }

  /** The talking thread finds that the watching one gave up. */
  static final class GivenUp extends javax.mail.MessagingException {
    private static final long serialVersionUID = 1;

    private GivenUp() {
      super("given up");
    }
  }

  private final AtomicReference<Step> step = new AtomicReference<>(Step.CONNECT);
  private final AtomicReference<Optional<Reply>> refusal = new AtomicReference<>(Optional.empty());
  private final List<String> secrets = new ArrayList<>();
  private volatile boolean ended;

  /** The talking thread is about to take a step. */
  void advance(Step next) throws GivenUp {
    Step before = step.getAndUpdate(s -> s == Step.GIVEN_UP ? s : next);
    if (before == Step.GIVEN_UP) {
      throw new GivenUp();
    }
    if (next == Step.MAIL) {
      refusal.set(Optional.empty());
    }
  }

  /** The watching thread gives up. Whoever is first decides: the dot is out, or never will be. */
  void giveUp() {
    step.updateAndGet(s -> s == Step.DOT ? s : Step.GIVEN_UP);
  }

  /** The server answered with this code; negative: it ended the connection instead. */
  void answered(int code, String text) {
    if (code >= 400) {
      refusal.set(Optional.of(new Reply(code, text.strip())));
    }
    ended = ended || code < 0;
  }

  Step step() {
    return step.get();
  }

  /** The last answer that refused something in this step or transaction. */
  Optional<Reply> refusal() {
    return refusal.get();
  }

  /** Whether the server ended the connection. */
  boolean ended() {
    return ended;
  }

  /** From now on, no detail shows this, even if the server repeats it to us. */
  synchronized void hide(String username, String password) {
    Base64.Encoder base64 = Base64.getEncoder();
    secrets.add(base64.encodeToString(
        ("\0" + username + "\0" + password).getBytes(StandardCharsets.UTF_8)));
    secrets.add(base64.encodeToString(password.getBytes(StandardCharsets.UTF_8)));
    secrets.add(password);
  }

  synchronized String shown(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, "***");
    }
    return shown;
  }
}
