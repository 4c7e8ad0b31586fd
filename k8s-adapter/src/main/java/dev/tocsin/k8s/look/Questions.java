package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** How a namespace is asked for its objects. */
interface Questions {

  /** The objects of a kind that are to be looked at. */
  <T extends HasMetadata> Answer<List<T>> list(Kind<T> kind);
}
