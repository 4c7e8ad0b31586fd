package dev.tocsin.runner.check;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what the parts of a condition were, to say why it does not hold. */
final class Seen implements CelEvaluationListener {

  private final Map<Long, Object> values = new HashMap<>();

  @Override
  public void callback(CelExpr part, Object value) {
    values.put(part.id(), value);
  }

  /** The values that were compared; constants, which the text shows, left out. */
  Optional<String> operands(CelExpr condition) {
    if (condition.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
      return Optional.empty();
    }
    List<CelExpr> parts = condition.call().args();
    if (condition.call().function().equals("_&&_")) {
      return parts.stream()
          .filter(part -> !Boolean.TRUE.equals(values.get(part.id())))
          .findFirst()
          .flatMap(this::operands);
    }
    List<String> words = new ArrayList<>();
    condition.call().target().ifPresent(target -> add(target, words));
    parts.forEach(part -> add(part, words));
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", words));
  }

  private void add(CelExpr part, List<String> words) {
    boolean constant = part.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
    if (!constant && values.containsKey(part.id())) {
      words.add(words(values.get(part.id())));
    }
  }

  /** A value for people; of what the target wrote, no text: it may be secret. */
  static String words(Object value) {
    if (value instanceof String text) {
      return "a text of " + text.length() + (text.length() == 1 ? " character" : " characters");
    }
    if (value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value).replaceFirst("\\.0$", "");
    }
    if (value instanceof Map<?, ?> map) {
      return "an object of " + map.size();
    }
    if (value instanceof Collection<?> list) {
      return "a list of " + list.size();
    }
    return value instanceof NullValue ? "null" : "a " + value.getClass().getSimpleName();
  }
}
