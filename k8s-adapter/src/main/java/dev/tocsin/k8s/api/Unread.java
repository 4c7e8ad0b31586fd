package dev.tocsin.k8s.api;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * What nobody here reads of fabric8's model: what runs in containers, and what a node is made of.
 * It is most of the model, and to learn how it is read takes longer than a round. Nothing that has
 * such a part is ever written as a whole.
 */
final class Unread extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1;

  private static final String MODEL = "io.fabric8.kubernetes.api.model.";

  private static final Set<String> TYPES = Set.of(
      "AttachedVolume",
      "Container",
      "ContainerImage",
      "ContainerUser",
      "EphemeralContainer",
      "EvictionResponder",
      "HostAlias",
      "NodeConfigSource",
      "NodeConfigStatus",
      "NodeDaemonEndpoints",
      "NodeFeatures",
      "NodeRuntimeHandler",
      "NodeSystemInfo",
      "PersistentVolumeClaim",
      "PodAffinity",
      "PodAntiAffinity",
      "PodDNSConfig",
      "PodExtendedResourceClaimStatus",
      "PodResourceClaim",
      "PodResourceClaimStatus",
      "PodSecurityContext",
      "ResourceRequirements",
      "ResourceStatus",
      "TopologySpreadConstraint",
      "Volume",
      "VolumeMountStatus");

  @Override
  public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
    return isUnread(member) || super.hasIgnoreMarker(config, member);
  }

  private static boolean isUnread(AnnotatedMember member) {
    if (member instanceof AnnotatedMethod method) {
      return isUnread(
          method.getParameterCount() == 1 ? method.getParameterType(0) : method.getType());
    }
    return member instanceof AnnotatedField && isUnread(member.getType());
  }

  private static boolean isUnread(JavaType type) {
    JavaType of = Optional.ofNullable(type.getContentType()).orElse(type);
    String name = of.getRawClass().getName();
    return name.startsWith(MODEL) && TYPES.contains(name.substring(MODEL.length()));
  }
}
