package dev.tocsin.runner.check;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A condition on an answer, in the Common Expression Language: over {@code body}, {@code status}
 * and {@code latency}.
 *
 * <p>Loading CEL takes half a second: nothing touches this class before there is a condition.
 */
public final class Condition {

  private static final int ITERATIONS = 100_000;
  private static final int SHOWN = 100;
  private static final Pattern FIELD = Pattern.compile("key '(.*)' is not present");
  private static final Pattern BODY = Pattern.compile("\\bbody\\b");

  private final String text;
  private final CelAbstractSyntaxTree tree;
  private final CelRuntime.Program program;

  /**
   * Compiles.
   *
   * @throws IllegalArgumentException if there is a {@link #problem}
   */
  Condition(String text) {
    try {
      this.text = text;
      this.tree = compile(text);
      this.program = Language.CEL.createProgram(tree);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalArgumentException("condition '" + text + "': " + e.getMessage(), e);
    }
  }

  /** Why this is no condition, with the column; empty if it compiles. */
  public static Optional<String> problem(String text) {
    try {
      CelType type = compile(text).getResultType();
      boolean can = type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN);
      return can ? Optional.empty() : Optional.of("is " + type.name() + ", not true or false");
    } catch (CelValidationException e) {
      return Optional.of(words(e.getErrors().get(0)));
    }
  }

  /** Whether the answer must be JSON for it. */
  boolean readsBody() {
    return BODY.matcher(text).find();
  }

  /** Why it does not hold; empty if it is true. */
  Optional<String> unmet(Map<String, Object> facts) {
    try {
      Object result = program.eval(facts);
      if (result instanceof Boolean holds) {
        return holds ? Optional.empty() : Optional.of(shown() + " is false" + seen(facts));
      }
      return Optional.of(shown() + " cannot be evaluated: it is " + Seen.words(result));
    } catch (CelEvaluationException e) {
      boolean endless = e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED;
      String seen = endless ? "" : seen(facts);
      return Optional.of(shown() + " cannot be evaluated: " + trouble(e) + seen);
    }
  }

  private String seen(Map<String, Object> facts) {
    Seen seen = new Seen();
    try {
      program.trace(facts, seen);
    } catch (CelEvaluationException e) {
      // It stopped here the first time too; what was seen until then is what we want to say.
    }
    return seen.operands(tree.getExpr()).map(values -> ": saw " + values).orElse("");
  }

  private String trouble(CelEvaluationException e) {
    switch (e.getErrorCode()) {
      case ATTRIBUTE_NOT_FOUND:
        return "no such field" + field(e);
      case OVERLOAD_NOT_FOUND:
        return "an operator does not fit its values";
      case ITERATION_BUDGET_EXCEEDED:
        return "it takes more than " + ITERATIONS + " steps";
      default:
        return e.getErrorCode().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The field's name, if the condition itself says it: one that was computed is the target's. */
  private String field(CelEvaluationException e) {
    return FIELD
        .matcher(String.valueOf(e.getMessage()))
        .results()
        .map(found -> found.group(1))
        .filter(text::contains)
        .findFirst()
        .map(name -> ", '" + name + "' is absent")
        .orElse("");
  }

  private String shown() {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }

  private static CelAbstractSyntaxTree compile(String text) throws CelValidationException {
    return Language.CEL.compile(text).getAst();
  }

  private static String words(CelIssue issue) {
    int line = issue.getSourceLocation().getLine();
    String where = "column " + (issue.getSourceLocation().getColumn() + 1);
    String message = issue.getMessage().replaceFirst(" \\((candidates: .*|in container .*)", "");
    return (line > 1 ? "line " + line + ", " : "") + where + ": " + message;
  }

  /** Loaded with the first condition. */
  private static final class Language {

    static final Cel CEL = CelFactory.standardCelBuilder()
        .setOptions(CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(ITERATIONS)
            .maxExpressionCodePointSize(4096)
            .build())
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addVar("body", SimpleType.DYN)
        .addVar("status", SimpleType.DYN)
        .addVar("latency", SimpleType.DYN)
        .build();
  }
}
