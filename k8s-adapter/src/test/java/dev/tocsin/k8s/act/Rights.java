package dev.tocsin.k8s.act;

import dev.tocsin.k8s.testing.RealApiServer;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A service account with few rights in one namespace. */
final class Rights {

  /** What evicting, restarting and our Events need, as the documentation lists it. */
  static final List<String> ALL = List.of(
      "pods list",
      "pods get",
      "pods delete",
      "pods/eviction create",
      "deployments.apps get",
      "deployments.apps patch",
      "replicasets.apps list",
      "events.events.k8s.io create",
      "events.events.k8s.io get",
      "events.events.k8s.io patch");

  private Rights() {}

  /** A client that may do all of that but for this. */
  static KubernetesClient without(String namespace, String... missing) {
    List<String> some = new ArrayList<>(ALL);
    some.removeAll(List.of(missing));
    return client(namespace, some.stream().map(Rights::rule).toList());
  }

  private static PolicyRule rule(String right) {
    String[] words = right.split(" ");
    String[] resource = words[0].split("\\.", 2);
    return new PolicyRuleBuilder()
        .withApiGroups(resource.length > 1 ? resource[1] : "")
        .withResources(resource[0])
        .withVerbs(Arrays.copyOfRange(words, 1, words.length))
        .build();
  }

  private static KubernetesClient client(String namespace, List<PolicyRule> rules) {
    KubernetesClient all = RealApiServer.client();
    all.resource(new ServiceAccountBuilder()
            .withNewMetadata()
            .withName("tocsin")
            .withNamespace(namespace)
            .endMetadata()
            .build())
        .create();
    all.resource(new RoleBuilder()
            .withNewMetadata()
            .withName("tocsin")
            .withNamespace(namespace)
            .endMetadata()
            .withRules(rules)
            .build())
        .create();
    all.resource(new RoleBindingBuilder()
            .withNewMetadata()
            .withName("tocsin")
            .withNamespace(namespace)
            .endMetadata()
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", "tocsin")
            .addNewSubject("", "ServiceAccount", "tocsin", namespace)
            .build())
        .create();
    return with(token(all, namespace));
  }

  private static String token(KubernetesClient all, String namespace) {
    return all.serviceAccounts()
        .inNamespace(namespace)
        .withName("tocsin")
        .tokenRequest(new TokenRequestBuilder()
            .withNewSpec()
            .withExpirationSeconds(3600L)
            .endSpec()
            .build())
        .getStatus()
        .getToken();
  }

  private static KubernetesClient with(String token) {
    Config admin = Config.fromKubeconfig(RealApiServer.kubeconfig());
    return new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder(Config.empty())
            .withMasterUrl(admin.getMasterUrl())
            .withCaCertData(admin.getCaCertData())
            .withCaCertFile(admin.getCaCertFile())
            .withOauthToken(token)
            .withRequestRetryBackoffLimit(0)
            .build())
        .build();
  }
}
