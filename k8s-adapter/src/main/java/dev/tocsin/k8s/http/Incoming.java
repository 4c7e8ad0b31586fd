package dev.tocsin.k8s.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** What comes in, until a deadline, and never without bounds. */
final class Incoming {

  private static final int LINE = 16 * 1024;

  /** A page of 500 objects of the largest size an API server stores would be less. */
  private static final long BODY = 1L << 30;

  private static final int BUFFER = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long end;

  Incoming(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** From now on nothing waits longer than that, in {@link System#nanoTime}. */
  void until(long end) {
    this.end = end;
  }

  /** A line without its end, which is a line feed, after a carriage return or not. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = read(); b != '\n'; b = read()) {
      line.write(b);
      if (line.size() > LINE) {
        throw new ProtocolException("a line has no end");
      }
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  byte[] exactly(long length) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.min(length, 1 << 20));
    add(body, length);
    return body.toByteArray();
  }

  /** A body in chunks; what follows the last one is read, and forgotten. */
  byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (long size = size(line()); size > 0; size = size(line())) {
      add(body, size);
      if (!line().isEmpty()) {
        throw new ProtocolException("a chunk is longer than it says");
      }
    }
    String trailer = line();
    while (!trailer.isEmpty()) {
      trailer = line();
    }
    return body.toByteArray();
  }

  /** All until the connection ends. */
  byte[] rest() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (fill()) {
      body.write(buffer, position, limit - position);
      position = limit;
      requireBounds(body.size());
    }
    return body.toByteArray();
  }

  private static long size(String line) throws ProtocolException {
    String size = line.replaceFirst("\\s*;.*", "").strip();
    if (!size.matches("[0-9a-fA-F]{1,8}")) {
      throw new ProtocolException("a chunk has no size");
    }
    return Long.parseLong(size, 16);
  }

  private void add(ByteArrayOutputStream body, long length) throws IOException {
    requireBounds(body.size() + length);
    for (long left = length; left > 0; ) {
      if (!fill()) {
        throw new EOFException("cut off, " + left + " bytes are missing");
      }
      int part = (int) Math.min(left, limit - position);
      body.write(buffer, position, part);
      position += part;
      left -= part;
    }
  }

  private static void requireBounds(long length) throws ProtocolException {
    if (length > BODY) {
      throw new ProtocolException("the answer is too long");
    }
  }

  private int read() throws IOException {
    if (!fill()) {
      throw new EOFException("the connection ended");
    }
    return buffer[position++];
  }

  /** Whether there is something to read, or, after a wait, still is. */
  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    socket.setSoTimeout((int) left);
    position = 0;
    limit = in.read(buffer);
    return limit > 0;
  }
}
