package dev.tocsin.k8s.store;

import dev.tocsin.incident.Target;
import dev.tocsin.k8s.api.Ref;
import io.fabric8.kubernetes.api.model.ConfigMap;

/**
 * The ConfigMap in which the story's own checker kept its four keys. It is read, never written.
 *
 * @param place where it is
 * @param target the target of ours that it was about, a DNS label
 */
public record StoryLedger(Ref<ConfigMap> place, String target) {

  public StoryLedger {
    if (!Target.isName(target)) {
      throw new IllegalArgumentException("a target's name is a DNS label, not '" + target + "'");
    }
  }
}
