package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Gives a service account of a test its rights. */
final class Rights {

  private static final String GROUP = "rbac.authorization.k8s.io";

  private Rights() {}

  static void grant(
      KubernetesClient admin,
      String namespace,
      String account,
      List<PolicyRule> inNamespace,
      List<PolicyRule> everywhere) {
    admin
        .resource(new RoleBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(account)
            .endMetadata()
            .withRules(inNamespace)
            .build())
        .create();
    admin
        .resource(new RoleBindingBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(account)
            .endMetadata()
            .withNewRoleRef(GROUP, "Role", account)
            .addNewSubject("", "ServiceAccount", account, namespace)
            .build())
        .create();
    admin
        .resource(new ClusterRoleBuilder()
            .withNewMetadata()
            .withName(account)
            .endMetadata()
            .withRules(everywhere)
            .build())
        .create();
    admin
        .resource(new ClusterRoleBindingBuilder()
            .withNewMetadata()
            .withName(account)
            .endMetadata()
            .withNewRoleRef(GROUP, "ClusterRole", account)
            .addNewSubject("", "ServiceAccount", account, namespace)
            .build())
        .create();
  }
}
