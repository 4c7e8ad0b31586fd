package dev.tocsin.k8s.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Fact;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said in Events, as a real API server keeps them. */
@ExtendWith(RealApiServer.class)
class BulletinTest {

  private static final Precondition NODE_DOWN = new Precondition(
      "nodeReady",
      "node still-fawn",
      Verdict.NOT_MET,
      "node still-fawn is not ready: Kubelet stopped posting node status.");

  private final Mishap counting = new Mishap(Mishap.Kind.OVERTAKEN, 0);
  private final KubernetesClient client = counting.client();
  private final Cams cams = new Cams();
  private final Story story = Story.of("exec");
  private List<String> troubles = List.of();
  private Map<String, Watched> watched = cams.watched(Workload.Type.DEPLOYMENT);

  // What was told

  @Test
  void an_alert_is_said_on_the_deployment() {
    String uid = cams.deployment().getMetadata().getUid();
    round();
    Event event = cams.event("Alerted");
    assertThat(event.getRegarding().getKind()).isEqualTo("Deployment");
    assertThat(event.getRegarding().getName()).isEqualTo("frigate");
    assertThat(event.getRegarding().getUid()).isEqualTo(uid);
    assertThat(event.getType()).isEqualTo("Warning");
    assertThat(event.getNote())
        .startsWith("told: down since ")
        .contains(": HTTP 503 from /api/stats; ");
    assertThat(event.getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/managed-by", "tocsin")
        .containsEntry("tocsin.dev/target", "frigate");
    assertThat(event.getMetadata().getAnnotations())
        .containsEntry("tocsin.dev/owner", Cams.OWNER)
        .containsEntry("tocsin.dev/incident", story.incident().toString());
  }

  @Test
  void giving_up_and_the_recovery_are_said_too() {
    cams.deployment();
    story.repair(new Outcome.Refused("not allowed"));
    round();
    round();
    assertThat(cams.event("GaveUp").getNote()).startsWith("told: ");
    story.passes();
    round();
    assertThat(cams.event("Recovered").getNote()).startsWith("told: down from ");
    assertThat(cams.event("Recovered").getType()).isEqualTo("Normal");
  }

  @Test
  void what_was_told_of_what_does_not_exist_is_remembered_all_the_same() {
    round();
    assertThat(cams.event("Alerted").getRegarding().getUid()).isNull();
  }

  @Test
  void what_nobody_was_told_is_not_said() {
    cams.deployment();
    story.mail(new Outcome.NotDone("connection refused"));
    round();
    assertThat(cams.events()).isEmpty();
  }

  @Test
  void to_be_blind_is_not_the_workload_s_doing_and_is_not_said() {
    story.sees(new Unknown(Cause.NO_ANSWER, "timed out"));
    round();
    round();
    round();
    assertThat(story.notices())
        .extracting(n -> n.intent().kind())
        .containsExactly(Notice.Kind.BLIND);
    assertThat(cams.events()).isEmpty();
  }

  @Test
  void pods_by_their_labels_are_spoken_of_on_their_namespace() {
    watched = cams.watched(Workload.Type.PODS);
    round();
    assertThat(cams.event("Alerted").getRegarding().getKind()).isEqualTo("Namespace");
  }

  @Test
  void a_node_has_no_namespace_and_is_spoken_of_in_the_default_one() {
    String node = "node-" + cams.namespace();
    HasMetadata made = RealApiServer.client()
        .resource(
            new NodeBuilder().withNewMetadata().withName(node).endMetadata().build())
        .create();
    watched = Map.of(
        Story.TARGET,
        new Watched(
            new Watched.Check.OfNode(node),
            Optional.empty(),
            watched.get(Story.TARGET).asked(),
            Map.of()));
    round();
    assertThat(new Cams(RealApiServer.client(), "default").events())
        .filteredOn(e -> node.equals(e.getRegarding().getName()))
        .singleElement()
        .satisfies(e ->
            assertThat(e.getRegarding().getUid()).isEqualTo(made.getMetadata().getUid()));
  }

  @Test
  void a_target_that_the_cluster_does_not_run_is_not_spoken_of() {
    watched = Map.of();
    round();
    assertThat(counting.requests()).isZero();
  }

  // Trouble with Events

  // F92
  @Test
  void an_alert_that_was_told_stays_told_when_no_event_can_be_written() {
    try (KubernetesClient dead = new Mishap(Mishap.Kind.KILLED_BEFORE, 1).client()) {
      assertToldInSpiteOf(Kubernetes.of(dead), "no Event about frigate: no answer");
    }
  }

  @Test
  void what_could_not_be_said_at_once_is_said_after_the_round() {
    cams.deployment();
    story.preconditions(NODE_DOWN);
    round();
    story.passes();
    try (KubernetesClient once = new Mishap(Mishap.Kind.UNSENT, 2).client()) {
      Chronicle chronicle = new Chronicle(Cams.OWNER);
      ClusterEffects effects = effects(Kubernetes.of(once), chronicle);
      RoundReport report = story.round(effects);
      assertThat(cams.said()).containsExactly("Alerted", "Held");
      assertThat(effects.publish(report, RealApiServer.soon())).isEmpty();
    }
    assertThat(cams.said()).containsExactly("Alerted", "Held", "Recovered");
  }

  @Test
  void an_attempt_whose_outcome_could_not_be_written_is_written_down_after_the_round() {
    Story evicting = Story.of("evictPod");
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    RoundReport report = evicting.round(effects(Kubernetes.of(client), new Chronicle(Cams.OWNER)));
    cams.annotate(cams.event("Attempted"), "tocsin.dev/outcome", "open");
    Chronicle chronicle = new Chronicle(Cams.OWNER);
    chronicle.heard(cams.events());
    effects(Kubernetes.of(client), chronicle).publish(report, RealApiServer.soon());
    assertThat(cams.outcome()).isEqualTo("not-done");
  }

  // F16, F92
  @Test
  void a_right_that_is_missing_changes_no_outcome_and_is_said() {
    cams.deployment();
    try (KubernetesClient narrow =
        Rights.without(cams.namespace(), "events.events.k8s.io create")) {
      assertToldInSpiteOf(
          Kubernetes.of(narrow), "no Event about frigate: we may not create events");
    }
    assertThat(cams.events()).isEmpty();
  }

  @Test
  void a_workload_that_may_not_be_read_is_spoken_of_by_its_name() {
    cams.deployment();
    try (KubernetesClient narrow = Rights.without(cams.namespace(), "deployments.apps get")) {
      round(Kubernetes.of(narrow), new Chronicle(Cams.OWNER));
    }
    assertThat(cams.event("Alerted").getRegarding().getName()).isEqualTo("frigate");
  }

  /** An exception in tell would count as unclear, and the mail would be sent again. */
  @Test
  void a_bug_of_ours_makes_no_second_mail() {
    cams.deployment();
    Time broken = new Time() {
      @Override
      public Instant now() {
        throw new IllegalStateException("no clock");
      }

      @Override
      public long nanos() {
        return 0;
      }
    };
    assertToldInSpiteOf(Kubernetes.of(client, broken), "a bug of ours: Events about frigate");
  }

  private void assertToldInSpiteOf(Kubernetes trouble, String said) {
    Chronicle chronicle = new Chronicle(Cams.OWNER);
    chronicle.heard(List.of());
    ClusterEffects effects = effects(trouble, chronicle);
    RoundReport report = story.round(effects);
    assertThat(report.outcomes().values()).contains(new Outcome.Done("accepted"));
    assertThat(effects.publish(report, RealApiServer.soon()))
        .singleElement()
        .asString()
        .startsWith(said);
  }

  // F67
  @Test
  void a_namespace_that_is_being_deleted_is_not_written_to() {
    cams.deployment();
    cams.vanish();
    story.preconditions(new Precondition(
        Fact.NAMESPACE_ACTIVE.word(),
        "namespace cams",
        Verdict.NOT_MET,
        "namespace cams is being deleted"));
    RoundReport report = round();
    assertThat(report.outcomes().values()).containsExactly(new Outcome.Done("accepted"));
    int before = counting.requests();
    round();
    assertThat(cams.events()).isEmpty();
    assertThat(troubles).isEmpty();
    assertThat(counting.requests() - before).as("the list alone").isEqualTo(1);
  }

  // F67
  @Test
  void a_repair_in_a_namespace_that_is_being_deleted_is_not_begun() {
    Story evicting = Story.of("evictPod");
    cams.pod("frigate-a");
    cams.vanish();
    Outcome outcome = effects(Kubernetes.of(client), new Chronicle(Cams.OWNER))
        .remediate(evicting.attempt(), RealApiServer.soon());
    assertThat(outcome).isInstanceOf(Outcome.NotDone.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  // What holds

  @Test
  void what_holds_is_said_once_and_not_in_every_round() {
    cams.deployment();
    story.preconditions(NODE_DOWN);
    round();
    assertThat(cams.event("Held").getNote())
        .isEqualTo(
            "not repaired: node still-fawn is not ready: Kubelet stopped posting node status.");
    int before = counting.requests();
    round();
    story.preconditions(new Precondition(
        "nodeReady", "node still-fawn", Verdict.NOT_MET, "node still-fawn is ready for 40s of 2m"));
    round();
    assertThat(cams.said()).containsExactly("Alerted", "Held");
    assertThat(counting.requests() - before).as("the lists alone").isEqualTo(2);
  }

  @Test
  void every_change_of_what_holds_is_said() {
    cams.deployment();
    story.preconditions(NODE_DOWN);
    round();
    story.preconditions(new Precondition(
        "disruptionAllowed", "disruption budget cams/frigate", Verdict.UNKNOWN, "may not list"));
    round();
    assertThat(cams.said()).containsExactly("Alerted", "Held", "Held");
    story.preconditions(NODE_DOWN);
    round();
    assertThat(cams.said()).containsExactly("Alerted", "Held", "Held");
    assertThat(cams.events())
        .filteredOn(e -> e.getReason().equals("Held") && e.getNote().contains("still-fawn"))
        .singleElement()
        .satisfies(e -> assertThat(e.getSeries().getCount()).isEqualTo(2));
  }

  @Test
  void a_budget_that_is_spent_is_said() {
    cams.deployment();
    story.repair(new Outcome.Refused("not allowed"));
    round();
    round();
    assertThat(cams.event("Held").getNote()).startsWith("all attempts of this incident are spent");
  }

  // What lasts

  // F39
  @Test
  void an_incident_that_lasts_for_longer_than_an_event_is_not_forgotten() {
    cams.deployment();
    story.repair(new Outcome.Refused("not allowed"));
    round();
    round();
    round();
    int before = counting.requests();
    story.later(Duration.ofMinutes(9));
    round();
    assertThat(counting.requests() - before).as("the list alone").isEqualTo(1);
    round();
    assertThat(cams.event("Alerted").getSeries().getCount()).isEqualTo(2);
    round();
    assertThat(cams.event("GaveUp").getSeries().getCount()).isEqualTo(2);
    before = counting.requests();
    round();
    assertThat(counting.requests() - before).as("the list alone").isEqualTo(1);
  }

  @Test
  void an_attempt_that_counts_for_a_budget_is_not_forgotten_and_not_counted_twice() {
    Story evicting = Story.of("evictPod");
    cams.deployment();
    cams.pod("frigate-a");
    round(evicting);
    evicting.passes();
    for (int i = 0; i < 6; i++) {
      round(evicting);
    }
    assertThat(evicting.ledger().of(Story.TARGET).incident()).isEmpty();
    Event attempted = cams.event("Attempted");
    assertThat(attempted.getSeries()).isNull();
    assertThat(attempted.getMetadata().getAnnotations()).containsKey("tocsin.dev/kept");
    assertThat(cams.event("Alerted").getSeries()).as("it is over").isNull();
    int before = counting.requests();
    round(evicting);
    assertThat(counting.requests() - before).as("the list alone").isEqualTo(1);
  }

  @Test
  void an_event_that_is_missing_is_written_again() {
    cams.deployment();
    round();
    cams.expire("Alerted");
    round();
    assertThat(cams.event("Alerted").getNote()).endsWith(": HTTP 503 from /api/stats");
  }

  @Test
  void where_events_could_not_be_listed_nothing_is_concluded_from_their_absence() {
    cams.deployment();
    story.preconditions(NODE_DOWN);
    Chronicle deaf = new Chronicle(Cams.OWNER);
    round(Kubernetes.of(client, story), deaf);
    int before = counting.requests();
    round(Kubernetes.of(client, story), deaf);
    assertThat(cams.said()).containsExactly("Alerted");
    assertThat(counting.requests()).isEqualTo(before);
  }

  // F16
  @Test
  void where_our_events_may_not_be_listed_a_round_asks_once_in_vain() {
    cams.deployment();
    story.repair(new Outcome.Refused("not allowed"));
    round();
    round();
    round();
    int before = counting.requests();
    Chronicle deaf = new Chronicle(Cams.OWNER);
    deaf.heard(List.of());
    round(Kubernetes.of(client, story), deaf);
    assertThat(counting.requests() - before).as("the deployment and one Event").isEqualTo(2);
    assertThat(cams.said()).containsExactly("Alerted", "GaveUp", "Held", "Held");
  }

  @Test
  void an_alert_that_is_told_once_more_is_said_to_be_so() {
    cams.deployment();
    round();
    story.forgets().later(Story.INTERVAL.negated());
    round();
    assertThat(cams.event("Alerted").getSeries().getCount()).isEqualTo(2);
  }

  // S14
  @Test
  void nothing_is_said_after_the_deadline() {
    cams.deployment();
    story.preconditions(NODE_DOWN);
    Chronicle chronicle = new Chronicle(Cams.OWNER);
    chronicle.heard(List.of());
    ClusterEffects effects = effects(Kubernetes.of(client), chronicle);
    RoundReport report = story.round(effects);
    effects.publish(report, Deadline.in(Duration.ZERO, Time.system()));
    assertThat(cams.said()).containsExactly("Alerted");
  }

  // F44
  @Test
  void events_about_many_notices_do_not_cost_the_last_one_its_time() {
    cams.deployment();
    story.round(story);
    Recorded<Notice> alert = story.notices().get(0);
    ClusterEffects effects = effects(Kubernetes.of(client), new Chronicle(Cams.OWNER));
    Deadline deadline = Deadline.in(Duration.ofHours(1), new Crawling());
    for (int notice = 0; notice < 20; notice++) {
      effects.tell(alert, deadline);
    }
    int soon = counting.requests();
    effects.tell(alert, deadline);
    assertThat(counting.requests()).isEqualTo(soon).isBetween(2, 19);
  }

  /** Every look at the clock takes half a second. */
  private static final class Crawling implements Time {
    private Instant now = Instant.now();
    private long nanos;

    @Override
    public Instant now() {
      now = now.plusMillis(500);
      return now;
    }

    @Override
    public long nanos() {
      nanos += 500_000_000L;
      return nanos;
    }
  }

  // F83
  @Test
  void two_installations_write_an_event_each() {
    cams.deployment();
    Kubernetes kubernetes = Kubernetes.of(client);
    story.round(effects(kubernetes, new Chronicle(Cams.OWNER)));
    story.forgets().later(Story.INTERVAL.negated());
    story.round(effects(kubernetes, new Chronicle("other/tocsin")));
    assertThat(cams.said()).containsExactly("Alerted", "Alerted");
  }

  private RoundReport round() {
    return round(story);
  }

  /** A round by the story's clock that has read our Events first, as the observer does. */
  private RoundReport round(Story told) {
    Kubernetes kubernetes = Kubernetes.of(client, told);
    Chronicle chronicle = new Chronicle(Cams.OWNER);
    if (!watched.isEmpty()) {
      kubernetes
          .list(Kind.EVENTS, cams.namespace(), Map.of(), RealApiServer.soon())
          .value()
          .ifPresent(chronicle::heard);
    }
    ClusterEffects effects = effects(kubernetes, chronicle);
    RoundReport report = told.round(effects);
    troubles = effects.publish(report, RealApiServer.soon());
    return report;
  }

  private void round(Kubernetes kubernetes, Chronicle chronicle) {
    ClusterEffects effects = effects(kubernetes, chronicle);
    effects.publish(story.round(effects), RealApiServer.soon());
  }

  private ClusterEffects effects(Kubernetes kubernetes, Chronicle chronicle) {
    return new ClusterEffects(kubernetes, chronicle, watched, story, Cams.victims(kubernetes));
  }
}
