package dev.tocsin.runner;

import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InFile;
import dev.tocsin.runner.report.DoctorView.Check;
import dev.tocsin.runner.report.DoctorView.Subject;
import java.util.List;
import java.util.stream.Stream;

/** Whether the ledger can be read, and is ours. Writes nothing. */
final class LedgerCheckup {

  private final Configuration configuration;
  private final List<Begun> parts;

  private LedgerCheckup(Configuration configuration, List<Begun> parts) {
    this.configuration = configuration;
    this.parts = parts;
  }

  /**
   * What there is to say of it.
   *
   * @param known what is known of it already: where something is wrong, nothing else is well
   */
  static List<Check> checks(Kit kit, Configuration configuration, List<Check> known) {
    List<Begun> parts = Rounds.begin(kit, configuration.interval()).parts();
    LedgerCheckup checkup = new LedgerCheckup(configuration, parts);
    List<Check> wrong = checkup.wrong().distinct().toList();
    boolean isWell =
        wrong.isEmpty() && known.stream().noneMatch(check -> check.about() == Subject.LEDGER);
    return isWell ? checkup.well() : wrong;
  }

  private Stream<Check> wrong() {
    return parts.stream().map(Begun::loaded).flatMap(LedgerCheckup::wrong);
  }

  private static Stream<Check> wrong(Loaded loaded) {
    if (loaded instanceof Loaded.Unusable no) {
      return Stream.of(Check.wrong(Subject.LEDGER, no.why(), "without it there is no round"));
    }
    return ((Loaded.Found) loaded)
        .damages().stream()
            .map(damage -> Check.wrong(Subject.LEDGER, damage, "the next round puts it aside"));
  }

  private List<Check> well() {
    Stream<String> remarks =
        parts.stream().flatMap(part -> part.found().stream()).flatMap(f -> f.remarks().stream());
    return Stream.concat(Stream.of(place() + rounds()), remarks)
        .map(detail -> Check.ok(Subject.LEDGER, detail))
        .toList();
  }

  private String place() {
    if (configuration.ledger() instanceof InConfigMap map) {
      String more = map.parts() == 1 ? "" : " and " + (map.parts() - 1) + " more";
      return "configmap " + map.namespace() + "/" + map.name() + more;
    }
    return ((InFile) configuration.ledger()).file().toString();
  }

  private String rounds() {
    long rounds = parts.stream()
        .flatMap(part -> part.found().stream())
        .mapToLong(found -> found.ledger().schedule().rounds())
        .max()
        .orElse(0);
    return rounds == 0 ? ", to be made by the first round" : ", round " + rounds;
  }
}
