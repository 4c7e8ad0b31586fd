package dev.tocsin.email;

import dev.tocsin.email.Progress.Reply;
import dev.tocsin.email.Progress.Step;
import dev.tocsin.email.Verdict.Fate;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Says what became of a copy, from how far the conversation got and what ended it. */
final class Judge {

  /** Of commands or of the login: they say nothing of the recipient or the mail. */
  private static final Set<Integer> NOT_OF_THE_MAIL =
      Set.of(500, 502, 503, 504, 530, 534, 535, 538);

  private final Progress progress;

  Judge(Progress progress) {
    this.progress = progress;
  }

  /** The verdict on a conversation that ended with this. */
  Verdict verdict(Throwable trouble) {
    Fate fate = progress.refusal().map(this::refused).orElseGet(() -> silent(trouble));
    return new Verdict(fate, progress.shown(detail(trouble)));
  }

  /** The verdict on a conversation that was given up, for this reason. */
  Verdict givenUp(String why) {
    return progress.step() == Step.DOT
        ? new Verdict(Fate.UNCLEAR, why + " after the whole mail was sent")
        : new Verdict(Fate.NOT_DONE, why);
  }

  private Fate refused(Reply reply) {
    if (reply.isTemporary()) {
      return Fate.NOT_DONE;
    }
    Step step = progress.step();
    if (isOfTheServer(reply)) {
      return Fate.REFUSED;
    }
    return switch (step) {
      case RCPT -> Fate.REJECTED;
      case DATA, DOT -> Fate.UNFIT;
      case CONNECT, MAIL, GIVEN_UP -> Fate.REFUSED;
    };
  }

  /** A server that will not relay for us refuses everyone, until somebody changes something. */
  private static boolean isOfTheServer(Reply reply) {
    return NOT_OF_THE_MAIL.contains(reply.code())
        || reply.text().toLowerCase(Locale.ROOT).contains("relay");
  }

  private Fate silent(Throwable trouble) {
    if (progress.step() == Step.DOT) {
      return Fate.UNCLEAR;
    }
    return progress.step() == Step.CONNECT && isDisagreement(trouble)
        ? Fate.REFUSED
        : Fate.NOT_DONE;
  }

  /** The line is good, and yet we cannot talk: no TLS, a wrong certificate, no way to log in. */
  private boolean isDisagreement(Throwable trouble) {
    List<Throwable> causes = causes(trouble);
    if (progress.ended()
        || causes.stream().anyMatch(Judge::isLineLost)
        || causes.stream().anyMatch(Judge::isBug)) {
      return false;
    }
    return causes.stream().noneMatch(IOException.class::isInstance)
        || causes.stream().anyMatch(c -> c instanceof SSLException || c instanceof Unusable);
  }

  private static boolean isLineLost(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof EOFException;
  }

  private static boolean isBug(Throwable cause) {
    return cause instanceof RuntimeException || cause instanceof Error;
  }

  private String detail(Throwable trouble) {
    return progress
        .refusal()
        .map(Reply::text)
        .orElseGet(() -> progress.ended() ? "the server ended the connection" : said(trouble));
  }

  private static String said(Throwable trouble) {
    List<Throwable> causes = causes(trouble);
    Throwable root = causes.get(causes.size() - 1);
    if (causes.stream().anyMatch(Judge::isBug)) {
      return "a bug of ours: " + root;
    }
    if (root instanceof SocketException || root instanceof SocketTimeoutException) {
      return "the mail server cannot be reached: " + root.getMessage();
    }
    boolean plain =
        root instanceof Unusable || root.getClass().getPackageName().equals("javax.mail");
    return plain ? String.valueOf(root.getMessage()) : root.toString();
  }

  private static List<Throwable> causes(Throwable trouble) {
    List<Throwable> causes = new ArrayList<>();
    Optional<Throwable> next = Optional.of(trouble);
    while (next.isPresent() && !causes.contains(next.get())) {
      causes.add(next.get());
      next = Optional.ofNullable(next.get().getCause());
    }
    return causes;
  }
}
