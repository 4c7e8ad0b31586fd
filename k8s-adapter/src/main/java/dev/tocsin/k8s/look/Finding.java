package dev.tocsin.k8s.look;

import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.k8s.api.Answer;

/**
 * What was found of a fact.
 *
 * @param subject what it is about; who is held by the same subject has the same trouble
 * @param detail a clause that can stand after "not repaired: "
 */
record Finding(Verdict verdict, String subject, String detail) {

  static Finding met(Object subject, String detail) {
    return new Finding(Verdict.MET, subject.toString(), detail);
  }

  static Finding notMet(Object subject, String detail) {
    return new Finding(Verdict.NOT_MET, subject.toString(), detail);
  }

  static Finding unknown(Object subject, String detail) {
    return new Finding(Verdict.UNKNOWN, subject.toString(), detail);
  }

  /** What it depends on could not be read, which is the same trouble for all of its namespace. */
  static Finding unread(Situation situation, Answer<?> answer) {
    return unknown("namespace " + situation.workload().namespace(), answer.words());
  }

  boolean isMet() {
    return verdict == Verdict.MET;
  }

  Precondition as(Fact fact) {
    return as(fact.word());
  }

  Precondition as(String name) {
    return new Precondition(name, subject, verdict, detail);
  }
}
