package dev.tocsin.runner.check;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.IntPredicate;

/**
 * Reads a body up to a limit; of an answer whose status is not accepted, nothing. The result is
 * empty if the body is larger than the limit.
 */
final class BodyReader implements BodyHandler<Optional<byte[]>>, BodySubscriber<Optional<byte[]>> {

  private final IntPredicate accepted;
  private final int limit;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private volatile boolean wanted;
  private volatile boolean began;

  BodyReader(IntPredicate accepted, int limit) {
    this.accepted = accepted;
    this.limit = limit;
  }

  /** Whether the answer's headers have come. */
  boolean began() {
    return began;
  }

  @Override
  public BodySubscriber<Optional<byte[]>> apply(ResponseInfo answer) {
    wanted = accepted.test(answer.statusCode());
    began = true;
    return this;
  }

  @Override
  public CompletionStage<Optional<byte[]>> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription from) {
    subscription.complete(from);
    if (wanted) {
      from.request(Long.MAX_VALUE);
    } else {
      stop(Optional.of(new byte[0]));
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (!body.isDone()) {
        take(part);
      }
    }
  }

  private void take(ByteBuffer part) {
    if (read.size() + (long) part.remaining() > limit) {
      stop(Optional.empty());
      return;
    }
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    read.writeBytes(bytes);
  }

  private void stop(Optional<byte[]> result) {
    subscription.join().cancel();
    body.complete(result);
  }

  @Override
  public void onError(Throwable trouble) {
    body.completeExceptionally(trouble);
  }

  @Override
  public void onComplete() {
    body.complete(Optional.of(read.toByteArray()));
  }
}
