package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.report.MachineText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The machine in the documents is the machine; {@code -Ddocs.update=true} rewrites it. */
class MachineDocumentTest {

  private static final String SHOWN =
      "```mermaid\n" + MachineText.mermaid() + "```\n\n" + MachineText.table();

  @Test
  void a_picture_of_a_machine_that_is_no_more_misleads_whoever_relies_on_it() {
    Document.of("docs/machine.md").shows("machine", SHOWN);
  }

  @Test
  void a_copy_of_the_picture_is_the_picture() {
    List<Document> copies = List.of(Document.of("README.md"));
    copies.stream().filter(d -> d.has("machine")).forEach(d -> d.shows("machine", SHOWN));
    assertThat(Document.of("docs/machine.md").has("machine")).isTrue();
  }
}
