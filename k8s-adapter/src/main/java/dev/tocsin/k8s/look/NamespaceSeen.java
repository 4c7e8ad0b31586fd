package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import io.fabric8.kubernetes.api.model.Namespace;

/**
 * What was read of one namespace. Each list is an answer by itself: one that failed makes unknown
 * what depends on it, and nothing else.
 *
 * @param budgets disruption budgets
 * @param ours Events that carry our label
 * @param warnings Events that warn; empty where nobody needed to know
 */
record NamespaceSeen(
    String name,
    Answer<Namespace> itself,
    Controllers controllers,
    Answer<Pods> pods,
    Answer<Budgets> budgets,
    Answer<Notes> ours,
    Answer<Notes> warnings) {

  NamespaceSeen warned(Answer<Notes> heard) {
    return new NamespaceSeen(name, itself, controllers, pods, budgets, ours, heard);
  }
}
