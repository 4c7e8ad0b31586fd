package dev.tocsin.examples.frigate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.incident.Observation;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.check.Prober;
import dev.tocsin.runner.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the example says of Frigate's own statistics. */
class StatsTest {

  @TempDir
  Path directory;

  @Test
  void a_frigate_that_is_well_passes() throws IOException {
    assertThat(look(Stats.WELL)).isInstanceOf(Observation.Passing.class);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"inference_speed\": 9.82 | \"inference_speed\": 412.5 | inference_speed < 100.0",
        "\"camera_fps\": 5.0       | \"camera_fps\": 0.0        | camera_fps < 1.0",
        "\"skipped_fps\": 0.1      | \"skipped_fps\": 4.1       | skipped_fps",
        "\"coral\"                 | \"cpu1\"                   | 'coral' is absent"
      })
  void what_is_wrong_with_it_is_named(String well, String ill, String named) throws IOException {
    Observation seen = look(Stats.WELL.replace(well, ill));
    assertThat(seen).isInstanceOf(Observation.Failing.class);
    assertThat(((Observation.Failing) seen).symptom()).contains(named);
  }

  @Test
  void a_frigate_that_lost_all_its_cameras_is_not_well() throws IOException {
    String none =
        Stats.WELL.replaceAll("(?s)\"cameras\": \\{.*\"service\"", "\"cameras\": {}, \"service\"");
    assertThat(look(none)).isInstanceOf(Observation.Failing.class);
  }

  private Observation look(String stats) throws IOException {
    byte[] body = stats.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/stats", exchange -> {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    try {
      int port = server.getAddress().getPort();
      return new Prober().look(at(port), Deadline.in(Duration.ofSeconds(20), Time.system()));
    } finally {
      server.stop(0);
    }
  }

  /** The example's check, of a Frigate on this machine. */
  private Probe at(int port) throws IOException {
    Configuration example = Example.read(directory);
    Probe.Http check = (Probe.Http) example.watches().get(0).check().orElseThrow();
    assertThat(check.url()).isEqualTo(URI.create("http://frigate.cams.svc:5000/api/stats"));
    return new Probe.Http(
        URI.create("http://127.0.0.1:" + port + check.url().getPath()),
        check.timeout(),
        check.status(),
        check.expect(),
        check.latency(),
        check.headers(),
        check.caFile(),
        check.bodyLimit());
  }
}
