import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A service that is well until it is killed: {@code java Service.java [PORT]}. */
final class Service {

  private Service() {}

  public static void main(String[] args) throws IOException {
    int port = args.length == 0 ? 8642 : Integer.parseInt(args[0]);
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
    System.out.println("well, on http://127.0.0.1:" + port + "/");
  }
}
