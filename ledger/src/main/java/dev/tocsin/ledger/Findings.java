package dev.tocsin.ledger;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of a document that was read. */
final class Findings {

  private final List<String> damages = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  void damage(String what) {
    damages.add(what);
  }

  void remark(String what) {
    remarks.add(what);
  }

  List<String> damages() {
    return damages;
  }

  List<String> remarks() {
    return remarks;
  }
}
