package dev.tocsin.k8s.act;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import dev.tocsin.simulation.contract.EffectsContract;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cluster's effects, before a real API server; mail is a list. */
@ExtendWith(RealApiServer.class)
class ClusterEffectsContractTest extends EffectsContract {

  private final Map<String, Cams> cams = new HashMap<>();
  private final Map<String, Deployment> deployments = new HashMap<>();
  private final List<String> mailbox = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private Optional<ServerSocket> silence = Optional.empty();
  private Optional<KubernetesClient> deaf = Optional.empty();

  ClusterEffectsContractTest() {
    for (String target : TARGETS) {
      Cams home = new Cams();
      cams.put(target, home);
      deployments.put(target, home.deployment());
    }
  }

  @AfterEach
  void close() throws IOException {
    deaf.ifPresent(KubernetesClient::close);
    if (silence.isPresent()) {
      silence.get().close();
    }
  }

  @Override
  protected Effects open() {
    Kubernetes kubernetes = deaf.map(Kubernetes::of).orElseGet(RealApiServer::kubernetes);
    Map<String, Watched> watched = new HashMap<>();
    cams.forEach((target, home) ->
        watched.put(target, home.watched(Workload.Type.DEPLOYMENT).get(Story.TARGET)));
    return new ClusterEffects(kubernetes, new Chronicle(Cams.OWNER), watched, this::tell);
  }

  private Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    String target = notice.intent().members().get(0).target();
    if (deaf.isPresent() || deadline.passed() || broken.contains(target)) {
      return new Outcome.NotDone("no mail server");
    }
    mailbox.add(notice.key());
    return new Outcome.Done("accepted");
  }

  @Override
  protected int count(String key) {
    int restarts = 0;
    for (String target : TARGETS) {
      Deployment now = cams.get(target).read(deployments.get(target));
      restarts += now != null && key.equals(attempt(now)) ? restarts(now) : 0;
    }
    return Collections.frequency(mailbox, key) + restarts;
  }

  private static String attempt(Deployment deployment) {
    Map<String, String> marks = deployment.getSpec().getTemplate().getMetadata().getAnnotations();
    return marks == null ? "" : marks.getOrDefault("tocsin.dev/attempt", "");
  }

  /** Every change of the template makes a generation. */
  private static int restarts(Deployment deployment) {
    return (int) (deployment.getMetadata().getGeneration() - 1);
  }

  @Override
  protected void breaks(String target) {
    broken.add(target);
    cams.get(target).delete(deployments.get(target));
  }

  /** A server that takes connections and says nothing. */
  @Override
  protected void hangs() {
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      silence = Optional.of(server);
      deaf = Optional.of(new KubernetesClientBuilder()
          .withConfig(new ConfigBuilder()
              .withMasterUrl("http://127.0.0.1:" + server.getLocalPort())
              .build())
          .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected String step() {
    return "rolloutRestart";
  }
}
