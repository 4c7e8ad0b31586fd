package dev.tocsin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What the rest of the code relies on, and would lose without anybody noticing. */
class HouseRulesTest {

  private static final JavaClasses CORE = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.tocsin.incident", "dev.tocsin.round");

  @Test
  void a_rule_that_asks_the_world_cannot_be_replayed() {
    noClasses()
        .that(resideInAPackage("dev.tocsin.incident.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(
                "java.io..",
                "java.nio.file..",
                "java.net..",
                "java.util.logging..",
                "java.util.concurrent..",
                "org.slf4j..")
            .or(belongToAnyOf(System.class, Runtime.class, Thread.class, UUID.class))
            .or(assignableTo(InstantSource.class))
            .or(assignableTo(RandomGenerator.class)))
        .orShould()
        .callMethodWhere(target(name("now")).and(targetOwner(resideInAPackage("java.time.."))))
        .orShould()
        .callMethod(Math.class, "random")
        .check(CORE);
  }

  @Test
  void a_rule_that_knows_the_round_cannot_be_tried_without_it() {
    noClasses()
        .that(resideInAPackage("dev.tocsin.incident.."))
        .should()
        .dependOnClassesThat(resideInAPackage("dev.tocsin.round.."))
        .check(CORE);
  }

  @Test
  void a_second_user_of_squirrel_would_hide_a_transition_from_the_table() {
    noClasses()
        .that(not(nameMatching("dev\\.tocsin\\.incident\\.IncidentMachine(\\$.*)?")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.squirrelframework.."))
        .check(CORE);
  }

  @Test
  void text_run_as_code_fails_on_jdk_25_and_escapes_the_compiler() {
    noClasses()
        .should()
        .callMethodWhere(target(nameMatching("whenMvel|evalMvel|callMethod")))
        .check(CORE);
  }

  @Test
  void a_type_made_public_by_accident_becomes_a_promise() throws IOException {
    List<String> types = CORE.stream()
        .filter(HouseRulesTest::isVisible)
        .map(type -> type.getName().replace('$', '.'))
        .sorted()
        .toList();
    assertThat(types)
        .as("Is that meant? Then public-types.txt reads:%n%s%n", String.join("\n", types))
        .containsExactlyInAnyOrderElementsOf(promised());
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(HouseRulesTest::isVisible).orElse(true);
  }

  private static List<String> promised() throws IOException {
    try (InputStream list = HouseRulesTest.class.getResourceAsStream("/public-types.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
