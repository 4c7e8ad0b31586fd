package dev.tocsin.k8s.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The harness itself. */
@ExtendWith(ControlPlane.Present.class)
class ControlPlaneTest {

  @Test
  void a_node_goes_down_and_comes_back() {
    try (ControlPlane plane = ControlPlane.up()) {
      plane.node("still-fawn");
      plane.nodeDown("still-fawn");
      assertThat(ready(plane)).isEqualTo("Unknown");
      plane.nodeUp("still-fawn");
      assertThat(ready(plane)).isEqualTo("True");
    }
  }

  private static String ready(ControlPlane plane) {
    return plane.kubectl(
        "get",
        "node",
        "still-fawn",
        "-o",
        "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}");
  }
}
