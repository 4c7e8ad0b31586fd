package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.OwnerReference;

/** Who made an object, and makes it anew. */
record Owner(String kind, String name, String uid) {

  static Owner of(OwnerReference reference) {
    return new Owner(
        Filled.text(reference.getKind()),
        Filled.text(reference.getName()),
        Filled.text(reference.getUid()));
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
