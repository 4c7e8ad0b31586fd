package dev.tocsin.k8s.store;

import dev.tocsin.k8s.api.Ref;
import io.fabric8.kubernetes.api.model.ConfigMap;

/**
 * The ConfigMap in which the story's own checker kept its four keys. It is read, never written.
 *
 * @param place where it is
 * @param target the target of ours that it was about
 */
public record StoryLedger(Ref<ConfigMap> place, String target) {}
