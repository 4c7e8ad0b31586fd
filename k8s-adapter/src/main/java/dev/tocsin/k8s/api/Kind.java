package dev.tocsin.k8s.api;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceList;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentList;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetList;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetList;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceList;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventList;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetList;

/**
 * A kind of object, and where the API server keeps it.
 *
 * @param group the API group; empty for the core group
 * @param version of that group
 * @param plural as in paths and in rights
 * @param type one of them
 * @param list many of them
 */
public record Kind<T extends HasMetadata>(
    String group,
    String version,
    String plural,
    Class<T> type,
    Class<? extends KubernetesResourceList<T>> list) {

  public static final Kind<ConfigMap> CONFIG_MAPS =
      new Kind<>("", "v1", "configmaps", ConfigMap.class, ConfigMapList.class);
  public static final Kind<Namespace> NAMESPACES =
      new Kind<>("", "v1", "namespaces", Namespace.class, NamespaceList.class);
  public static final Kind<Node> NODES = new Kind<>("", "v1", "nodes", Node.class, NodeList.class);
  public static final Kind<Pod> PODS = new Kind<>("", "v1", "pods", Pod.class, PodList.class);
  public static final Kind<Deployment> DEPLOYMENTS =
      new Kind<>("apps", "v1", "deployments", Deployment.class, DeploymentList.class);
  public static final Kind<ReplicaSet> REPLICA_SETS =
      new Kind<>("apps", "v1", "replicasets", ReplicaSet.class, ReplicaSetList.class);
  public static final Kind<StatefulSet> STATEFUL_SETS =
      new Kind<>("apps", "v1", "statefulsets", StatefulSet.class, StatefulSetList.class);
  public static final Kind<DaemonSet> DAEMON_SETS =
      new Kind<>("apps", "v1", "daemonsets", DaemonSet.class, DaemonSetList.class);
  public static final Kind<PodDisruptionBudget> BUDGETS = new Kind<>(
      "policy",
      "v1",
      "poddisruptionbudgets",
      PodDisruptionBudget.class,
      PodDisruptionBudgetList.class);
  public static final Kind<EndpointSlice> ENDPOINTS = new Kind<>(
      "discovery.k8s.io", "v1", "endpointslices", EndpointSlice.class, EndpointSliceList.class);
  public static final Kind<Event> EVENTS =
      new Kind<>("events.k8s.io", "v1", "events", Event.class, EventList.class);

  /** Of a kind that lives in no namespace, or of all namespaces. */
  String path() {
    return (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version + "/" + plural;
  }

  /** All in one namespace. */
  String in(String namespace) {
    return (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version + "/namespaces/"
        + namespace + "/" + plural;
  }

  /** For example {@code deployment}. */
  String singular() {
    return plural.substring(0, plural.length() - 1);
  }

  /** One in a namespace. */
  String one(String namespace, String name) {
    return in(namespace) + "/" + name;
  }

  /** One of a kind that lives in no namespace. */
  String one(String name) {
    return path() + "/" + name;
  }
}
