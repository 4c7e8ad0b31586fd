package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.round.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connects, and closes again. */
final class TcpCheck {

  /** Connects on a thread of its own: asking for a name's address cannot be interrupted. */
  Observation look(Probe.Tcp probe, Deadline deadline) throws TimedOut, CannotLook {
    String address = probe.host() + ":" + probe.port();
    try (Socket socket = new Socket()) {
      FutureTask<Boolean> connecting = new FutureTask<>(() -> connect(socket, probe));
      Thread thread = new Thread(connecting, "tocsin-connect " + address);
      thread.setDaemon(true);
      thread.start();
      connecting.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      return new Observation.Passing("connection to " + address + " accepted");
    } catch (ExecutionException e) {
      return NetworkTrouble.of(e, address);
    } catch (TimeoutException e) {
      throw new TimedOut("while connecting to " + address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotLook(Cause.NO_TIME, "we were stopped while looking");
    } catch (IOException e) {
      return NetworkTrouble.of(e, address);
    }
  }

  private static boolean connect(Socket socket, Probe.Tcp probe) throws IOException {
    InetSocketAddress address = new InetSocketAddress(probe.host(), probe.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(probe.host());
    }
    socket.connect(address);
    return true;
  }
}
