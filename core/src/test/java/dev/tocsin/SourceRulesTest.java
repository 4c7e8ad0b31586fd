package dev.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The house rules that are about text, for the sources of every module. */
class SourceRulesTest {

  private static final int LINES_OF_A_FILE = 300;
  private static final int LINES_OF_A_METHOD = 40;

  /** Written so that it does not find itself. */
  private static final Pattern LEFT_UNDONE =
      Pattern.compile("Thread[.]sleep|@[\\w.]*Disable[d]|TOD[O]|FIXM[E]");

  @Test
  void a_file_too_long_to_read_hides_its_second_half() {
    assertThat(main())
        .filteredOn(file -> text(file).lines().count() > LINES_OF_A_FILE)
        .isEmpty();
  }

  @Test
  void a_method_too_long_to_hold_in_mind_hides_a_branch() throws IOException {
    assertThat(longMethods(main())).isEmpty();
  }

  @Test
  void a_test_that_sleeps_or_never_runs_and_a_promise_in_a_comment_prove_nothing() {
    assertThat(sources(""))
        .filteredOn(file -> LEFT_UNDONE.matcher(text(file)).find())
        .isEmpty();
  }

  @Test
  void a_package_not_marked_lets_null_in() {
    assertThat(main().stream()
            .map(file -> file.resolveSibling("package-info.java"))
            .distinct())
        .allMatch(Files::exists)
        .allMatch(file -> text(file).contains("@NullMarked"));
  }

  private static List<Path> main() {
    return sources("main/");
  }

  private static List<Path> sources(String below) {
    Path root = root();
    Pattern wanted = Pattern.compile("(?!.*target/)(.*/)?src/" + below + ".*\\.java");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> wanted.matcher(root.relativize(file).toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole project, or this module where it stands alone. */
  private static Path root() {
    Path module = Path.of("").toAbsolutePath();
    return Files.exists(module.resolveSibling("pom.xml")) ? module.getParent() : module;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> longMethods(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new LongMethods(unit, positions).scan(unit, found);
      }
    }
    return found;
  }

  private static final class LongMethods extends TreeScanner<Void, List<String>> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    LongMethods(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, List<String> found) {
      long first = line(positions.getStartPosition(unit, method));
      long last = line(positions.getEndPosition(unit, method));
      if (last - first >= LINES_OF_A_METHOD) {
        found.add(unit.getSourceFile().getName() + ":" + first + " " + method.getName());
      }
      return super.visitMethod(method, found);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
