package dev.tocsin.scale;

import dev.tocsin.scale.Installation.Measured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a round may ask for what: each shard for each list as many pages as it has, for each
 * part of the ledger one read and two writes. Nothing else may depend on the number of targets, but
 * that each Event is written once.
 */
final class Limits {

  private static final int PAGE = 500;
  private static final String OURS = "labelSelector=app.kubernetes.io%2Fmanaged-by%3Dtocsin&";
  private static final String WARNINGS = "fieldSelector=type%3DWarning&";

  private final Map<String, Long> most = new TreeMap<>();

  /** Of a round that is about to be made. */
  Limits(Admin admin, Population population, int shards, long parts) throws IOException {
    most.put("list nodes", shards * pages(admin.count("/api/v1/nodes?")));
    for (String namespace : population.namespaces()) {
      allow("get namespaces", shards);
      for (String kind : List.of("deployments", "replicasets", "pods")) {
        allow("list " + kind, shards * pages(population.in(namespace)));
      }
      String events = "/apis/events.k8s.io/v1/namespaces/" + namespace + "/events?";
      allow("list events", shards * chosen(size(admin, events + OURS)));
      allow("list events", shards * chosen(size(admin, events + WARNINGS)));
    }
    allow("get configmaps", parts);
    allow("(create|update) configmaps", 2 * parts);
  }

  private static int size(Admin admin, String list) throws IOException {
    return admin.get(list).path("items").size();
  }

  private static long pages(int objects) {
    return Math.max(1, (objects + PAGE - 1) / PAGE);
  }

  /** Of a list that is chosen from others: behind a full page there may be only others. */
  private static long chosen(int objects) {
    return objects / PAGE + 1;
  }

  /** Allows that something is asked so much more often. */
  Limits allow(String what, long times) {
    most.merge(what, times, Long::sum);
    return this;
  }

  /** What was asked too often, or for no reason that we know; one line each. */
  List<String> broken(Measured round) {
    List<String> broken = new ArrayList<>();
    Map<String, Long> unknown = new TreeMap<>(round.requests());
    most.forEach((what, times) -> {
      unknown.keySet().removeIf(asked -> asked.matches(what));
      long asked = round.requests().entrySet().stream()
          .filter(e -> e.getKey().matches(what))
          .mapToLong(Map.Entry::getValue)
          .sum();
      if (asked > times) {
        broken.add(what + ": " + asked + " requests, " + times + " at most");
      }
    });
    unknown.forEach((what, times) -> broken.add(what + ": " + times + " requests, none expected"));
    return broken;
  }
}
