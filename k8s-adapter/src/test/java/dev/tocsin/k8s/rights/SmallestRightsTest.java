package dev.tocsin.k8s.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Asked;
import dev.tocsin.k8s.look.Fact;
import dev.tocsin.k8s.look.Needs;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Watched.Check;
import dev.tocsin.k8s.look.Workload;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each thing needs, and not a verb more. That a server agrees is for the runner's tests. */
class SmallestRightsTest {

  private static final String DEPLOYMENT = "deployment/cams/frigate";

  private static Watched watched(String workload, Repair... repairs) {
    return watched(Check.Elsewhere::new, workload, Asked.USUAL, repairs);
  }

  private static Watched watched(
      Supplier<Check> check, String workload, Asked asked, Repair... repairs) {
    return new Watched(
        check.get(),
        Workload.parse(workload),
        asked,
        Stream.of(repairs).collect(Collectors.toMap(Repair::word, r -> r)));
  }

  private static Asked asked(Optional<String> node, Set<Fact> without) {
    Asked usual = Asked.USUAL;
    return new Asked(usual.readyFor(), usual.startup(), usual.untouched(), node, without);
  }

  private static List<String> words(Rights rights) {
    return rights.all().stream().map(Right::toString).toList();
  }

  @Test
  void who_is_only_told_of_a_deployment_can_touch_nothing_but_events() {
    assertThat(words(Rights.toWatch(watched(DEPLOYMENT))))
        .containsExactlyInAnyOrder(
            "list nodes",
            "get namespaces cams in cams",
            "list pods in cams",
            "list deployments.apps in cams",
            "list replicasets.apps in cams",
            "get deployments.apps frigate in cams",
            "list events.events.k8s.io in cams",
            "create events.events.k8s.io in cams",
            "patch events.events.k8s.io in cams");
  }

  @Test
  void a_precondition_that_is_left_out_needs_nothing() {
    Asked few = asked(Optional.empty(), EnumSet.of(Fact.NAMESPACE_ACTIVE, Fact.DISRUPTION_ALLOWED));
    Watched watched = watched(Check.OfWorkload::new, DEPLOYMENT, few, Repair.EVICT_POD);
    assertThat(words(Rights.toWatch(watched)))
        .noneMatch(right -> right.contains("namespaces"))
        .noneMatch(right -> right.contains("poddisruptionbudgets"));
    assertThat(words(Rights.toWatch(watched(DEPLOYMENT, Repair.EVICT_POD))))
        .contains("list poddisruptionbudgets.policy in cams");
  }

  @Test
  void a_repair_by_a_program_looks_once_more_and_touches_nothing() {
    assertThat(words(Rights.toRepair(watched(DEPLOYMENT))))
        .containsExactlyInAnyOrder("get nodes", "get deployments.apps frigate in cams");
  }

  @Test
  void an_eviction_may_not_delete() {
    assertThat(words(Rights.toRepair(watched(DEPLOYMENT, Repair.EVICT_POD))))
        .containsExactlyInAnyOrder(
            "get nodes",
            "get deployments.apps frigate in cams",
            "get events.events.k8s.io in cams",
            "get pods in cams",
            "create pods/eviction in cams");
  }

  @Test
  void a_deletion_may_not_evict() {
    assertThat(words(Rights.toRepair(watched("daemonset/cams/agent", Repair.DELETE_POD))))
        .containsExactlyInAnyOrder(
            "get nodes",
            "get daemonsets.apps agent in cams",
            "get events.events.k8s.io in cams",
            "get pods in cams",
            "delete pods in cams");
  }

  @Test
  void a_restart_may_change_its_own_workload_alone() {
    assertThat(words(Rights.toRepair(watched("statefulset/cams/mqtt", Repair.ROLLOUT_RESTART))))
        .containsExactlyInAnyOrder(
            "get nodes",
            "get statefulsets.apps mqtt in cams",
            "patch statefulsets.apps mqtt in cams",
            "get events.events.k8s.io in cams");
  }

  @ParameterizedTest
  @ValueSource(strings = {"daemonset/cams/agent", "pods/cams/app=frigate"})
  void what_is_never_restarted_as_a_whole_may_not_be_changed(String workload) {
    assertThat(words(Rights.toRepair(watched(workload, Repair.ROLLOUT_RESTART))))
        .noneMatch(right -> right.startsWith("patch"));
  }

  @Test
  void a_node_that_is_watched_is_read_by_its_name_and_told_of_in_default() {
    Watched node =
        new Watched(new Check.OfNode("still-fawn"), Optional.empty(), Asked.USUAL, Map.of());
    assertThat(words(Rights.toWatch(node)))
        .containsExactlyInAnyOrder(
            "list nodes",
            "get nodes still-fawn",
            "list events.events.k8s.io in default",
            "create events.events.k8s.io in default",
            "patch events.events.k8s.io in default");
  }

  @Test
  void a_node_that_must_be_ready_is_read_by_its_name_and_nothing_is_told_of_it() {
    Asked nas = asked(Optional.of("nas-node"), Set.of());
    Watched watched = new Watched(new Check.Elsewhere(), Optional.empty(), nas, Map.of());
    assertThat(words(Rights.toWatch(watched))).containsExactly("list nodes");
    assertThat(words(Rights.toRepair(watched))).containsExactly("get nodes nas-node");
  }

  @Test
  void every_part_of_a_ledger_is_named() {
    Rights rights = Rights.toRemember(List.of(
        new Ref<>(Kind.CONFIG_MAPS, "monitoring", "tocsin"),
        new Ref<>(Kind.CONFIG_MAPS, "monitoring", "tocsin-1")));
    assertThat(words(rights))
        .containsExactlyInAnyOrder(
            "create configmaps in monitoring",
            "get configmaps tocsin in monitoring",
            "update configmaps tocsin in monitoring",
            "get configmaps tocsin-1 in monitoring",
            "update configmaps tocsin-1 in monitoring");
  }

  @Test
  void whoever_may_read_any_node_is_not_allowed_one_of_them_besides() {
    Watched node =
        new Watched(new Check.OfNode("still-fawn"), Optional.empty(), Asked.USUAL, Map.of());
    Rights both = Rights.toWatch(node).and(Rights.toRepair(watched(DEPLOYMENT)));
    assertThat(words(both)).contains("get nodes").doesNotContain("get nodes still-fawn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {DEPLOYMENT, "statefulset/cams/mqtt", "daemonset/cams/agent", "pods/cams/a=b"})
  void whatever_a_look_reads_may_be_read(String workload) {
    Watched watched = watched(workload, Repair.EVICT_POD);
    assertThat(Rights.toWatch(watched).all())
        .extracting(Right::resource)
        .containsAll(
            Needs.of(watched).kinds().stream().map(kind -> kind.plural()).toList());
  }

  // As rules

  @Test
  void names_of_one_resource_share_a_rule_and_no_name_reaches_another_resource() {
    Rights rights = Rights.all(Stream.of(
        Rights.toRepair(watched(DEPLOYMENT, Repair.ROLLOUT_RESTART)),
        Rights.toRepair(watched("deployment/cams/viewer", Repair.ROLLOUT_RESTART)),
        Rights.toRepair(watched("statefulset/cams/mqtt", Repair.ROLLOUT_RESTART))));
    List<PolicyRule> rules =
        Rules.of(rights.all().stream().filter(r -> r.group().equals("apps")).toList());
    assertThat(rules)
        .extracting(PolicyRule::getResources, PolicyRule::getResourceNames, PolicyRule::getVerbs)
        .containsExactly(
            tuple(List.of("deployments"), List.of("frigate", "viewer"), List.of("get", "patch")),
            tuple(List.of("statefulsets"), List.of("mqtt"), List.of("get", "patch")));
  }

  @Test
  void an_account_is_bound_as_one_and_a_user_as_a_user() {
    assertThat(Grant.holder("system:serviceaccount:monitoring:tocsin"))
        .isEqualTo(Grant.account("monitoring", "tocsin"));
    assertThat(Grant.holder("me").getKind()).isEqualTo("User");
    assertThat(Grant.holder("system:serviceaccount:odd").getKind()).isEqualTo("User");
  }
}
