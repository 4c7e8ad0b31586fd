package dev.tocsin.runner.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that takes everything and keeps nothing. */
final class MailStandIn extends StandIn {

  MailStandIn() throws IOException {
    super(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    start();
  }

  @Override
  void serve(Socket client) throws IOException {
    BufferedReader in = new BufferedReader(
        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    say(out, "220 training");
    boolean text = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String word = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
      if (text) {
        text = !line.equals(".");
        if (!text) {
          say(out, "250 taken");
        }
      } else if (word.equals("DATA")) {
        text = true;
        say(out, "354 go on");
      } else {
        say(out, word.equals("QUIT") ? "221 bye" : "250 yes");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
