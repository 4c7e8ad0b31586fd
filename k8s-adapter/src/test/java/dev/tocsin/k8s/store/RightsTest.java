package dev.tocsin.k8s.store;

import static dev.tocsin.k8s.store.Ledgers.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the API server allows a service account with no other rights, and what it refuses. */
@ExtendWith(RealApiServer.class)
class RightsTest {

  private static final String NAME = "tocsin";
  private static final PolicyRule CREATE = new PolicyRuleBuilder()
      .withApiGroups("")
      .withResources("configmaps")
      .withVerbs("create")
      .build();

  private final String namespace = RealApiServer.namespace();
  private final KubernetesClient account = account(namespace);

  private static KubernetesClient account(String namespace) {
    Config config = Config.fromKubeconfig(RealApiServer.kubeconfig());
    config.setImpersonateUsername("system:serviceaccount:" + namespace + ":tocsin");
    config.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @AfterEach
  void closeClient() {
    account.close();
  }

  private static PolicyRule only(String name, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups("")
        .withResources("configmaps")
        .withResourceNames(name)
        .withVerbs(verbs)
        .build();
  }

  private void allow(PolicyRule... rules) {
    RealApiServer.client()
        .rbac()
        .roles()
        .inNamespace(namespace)
        .resource(new RoleBuilder()
            .withNewMetadata()
            .withName("tocsin")
            .endMetadata()
            .withRules(rules)
            .build())
        .create();
    RealApiServer.client()
        .rbac()
        .roleBindings()
        .inNamespace(namespace)
        .resource(new RoleBindingBuilder()
            .withNewMetadata()
            .withName("tocsin")
            .endMetadata()
            .addNewSubject("", "ServiceAccount", "tocsin", namespace)
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", "tocsin")
            .build())
        .create();
  }

  private ConfigMapStore store() {
    return Stores.open(account, namespace, NAME);
  }

  private ConfigMapStore almighty() {
    return Stores.open(RealApiServer.client(), namespace, NAME);
  }

  /** The server learns of a rule a little after it was made. */
  private static <T> T until(Predicate<T> right, Supplier<T> question) {
    Deadline soon = RealApiServer.soon();
    T answer = question.get();
    while (!right.test(answer) && !soon.passed()) {
      answer = question.get();
    }
    assertThat(answer).matches(right);
    return answer;
  }

  private static boolean isFound(Loaded loaded) {
    return loaded instanceof Loaded.Found;
  }

  private static String why(Written written) {
    assertThat(written).isInstanceOf(Written.Failed.class);
    return ((Written.Failed) written).why();
  }

  @Test
  void get_and_update_by_name_and_create_are_enough() {
    allow(only(NAME, "get", "update"), CREATE);
    Loaded.Found absent =
        (Loaded.Found) until(RightsTest::isFound, () -> store().load());
    assertThat(absent).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));

    Written first = store().write(failed(3), absent.version());
    assertThat(first).isInstanceOf(Written.At.class);
    RealApiServer.client()
        .configMaps()
        .inNamespace(namespace)
        .withName(NAME)
        .edit(map -> new ConfigMapBuilder(map).addToData("frigate", "{").build());
    Loaded.Found damaged = (Loaded.Found) store().load();
    assertThat(damaged.damages()).hasSize(1);
    assertThat(store().write(failed(4), damaged.version())).isInstanceOf(Written.At.class);
    assertThat(RealApiServer.client()
            .configMaps()
            .inNamespace(namespace)
            .withName(NAME)
            .get()
            .getData())
        .as("kept without any other right")
        .containsKey("tocsin.damaged");
  }

  // F20
  @Test
  void whoever_may_not_read_the_ledger_does_not_begin_a_new_one() {
    almighty().write(failed(2), Version.ABSENT);

    assertThat(((Loaded.Unusable) store().load()).why())
        .startsWith("cannot read the ledger configmap " + namespace + "/tocsin: we may not get")
        .contains("User \"system:serviceaccount:" + namespace + ":tocsin\" cannot get resource")
        .endsWith("A Role must allow get and update of this configmap, and create of configmaps");
  }

  // F23

  @Test
  void whoever_may_only_read_the_ledger_says_so_every_round() {
    allow(only(NAME, "get"));
    Version base = ((Written.At) almighty().write(failed(2), Version.ABSENT)).version();
    until(RightsTest::isFound, () -> store().load());

    assertThat(why(store().write(failed(3), base)))
        .startsWith("cannot write the ledger configmap " + namespace + "/tocsin: we may not update")
        .contains("cannot update resource")
        .contains("A Role must allow get and update");
  }

  @Test
  void whoever_may_not_make_the_ledger_says_so() {
    allow(only(NAME, "get", "update"));
    until(RightsTest::isFound, () -> store().load());

    assertThat(why(store().write(failed(1), Version.ABSENT)))
        .contains("cannot create resource")
        .contains("create of configmaps");
  }

  // F67
  @Test
  void a_namespace_that_is_being_deleted_is_no_missing_right() {
    RealApiServer.client().namespaces().withName(namespace).delete();
    int[] tries = new int[1];

    Written refused = until(
        written -> written instanceof Written.Failed,
        () -> Stores.open(RealApiServer.client(), namespace, "try-" + tries[0]++)
            .write(failed(1), Version.ABSENT));

    assertThat(why(refused))
        .contains("(403)")
        .contains("it is being terminated")
        .doesNotContain("Role");
  }

  @Test
  void a_namespace_that_is_not_there_is_to_be_made_first() {
    ConfigMapStore nowhere = Stores.open(RealApiServer.client(), "nowhere", NAME);

    assertThat(nowhere.load()).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
    assertThat(why(nowhere.write(failed(1), Version.ABSENT)))
        .isEqualTo("cannot write the ledger configmap nowhere/tocsin: there is no namespace"
            + " nowhere: make it first");
  }

  @Test
  void what_others_put_into_it_may_be_too_much_for_the_server() {
    almighty().write(Ledger.EMPTY, Version.ABSENT);
    String large = Base64.getEncoder().encodeToString(new byte[1024 * 1024 - 400]);
    RealApiServer.client()
        .configMaps()
        .inNamespace(namespace)
        .withName(NAME)
        .edit(map -> new ConfigMapBuilder(map).addToBinaryData("picture", large).build());
    Loaded.Found found = (Loaded.Found) almighty().load();

    assertThat(why(almighty().write(failed(3), found.version())))
        .contains("Too long")
        .contains("(422)")
        .endsWith("Give the ledger a ConfigMap of its own, with nothing else in it");
    assertThat(almighty().load()).isEqualTo(found);
  }

  // Migration: the checker before us

  @Test
  void whoever_may_not_read_what_was_told_before_does_not_tell_it_again() {
    allow(only(NAME, "get", "update"), CREATE);
    until(RightsTest::isFound, () -> store().load());
    StoryLedger story = new StoryLedger(Stores.ref(namespace, "frigate-checker"), "frigate");
    ConfigMapStore store = Stores.open(account, namespace, NAME, Optional.of(story));

    assertThat(((Loaded.Unusable) store.load()).why())
        .startsWith("cannot read what the checker before us told of frigate: we may not get")
        .endsWith("A Role must allow get of this configmap");
  }
}
