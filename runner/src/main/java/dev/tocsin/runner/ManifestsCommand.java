package dev.tocsin.runner;

import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Elsewhere;
import dev.tocsin.runner.manifest.Manifests;
import dev.tocsin.runner.manifest.Manifests.Made;
import dev.tocsin.runner.manifest.Settings;
import dev.tocsin.runner.manifest.Settings.NamespaceIs;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the configuration needs in a cluster. */
@Command(
    name = "manifests",
    description =
        "Everything that this configuration needs to run in a cluster, as YAML: rights, the"
            + " configuration, a CronJob. Asks no cluster; reads no secret, and writes none.")
final class ManifestsCommand implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Mixin
  private Common common = new Common();

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      converter = Image.class,
      description = "What runs; its entry point is tocsin (default: tocsin:<this version>).")
  private Optional<String> image = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "How the objects are named (default: as the ledger is).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--secret",
      paramLabel = "NAME",
      description = "The Secret with passwords and variables, which must be made beside these"
          + " (default: the name of the objects).")
  private Optional<String> secret = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      converter = Zone.class,
      description = "In which mails show times, such as Europe/Berlin (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Memory.class,
      description = "What a round may use (default: 256Mi for up to 500 targets, and as much again"
          + " for every thousand more).")
  private Optional<String> memory = Optional.empty();

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many pods share a round, each with some parts of the ledger (default:"
          + " ${DEFAULT-VALUE}); see docs/scale.md.")
  private int shards = 1;

  @Option(
      names = "--no-namespace",
      description = "Leave the namespace out: it is there, and others are in it.")
  private boolean noNamespace;

  @Option(
      names = "--only",
      paramLabel = "rights",
      description = "Print the rights and nothing else, for a kustomize overlay.")
  private Optional<Settings.Only> only = Optional.empty();

  private final Surroundings around;

  ManifestsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Elsewhere pod = new Elsewhere(Manifests.DIRECTORY);
    return common.configured(around, pod, configuration -> print(configuration, pod));
  }

  private int print(Configuration configuration, Elsewhere pod) {
    Made made =
        Manifests.of(configuration, pod, ClusterRights.of(configuration), settings(configuration));
    if (made instanceof Made.Yaml yaml) {
      around.out().print(yaml.text());
      return 0;
    }
    ((Made.Refused) made)
        .reasons()
        .forEach(reason -> around.err().println(common.file() + ": " + reason));
    return REFUSED;
  }

  private Settings settings(Configuration configuration) {
    return new Settings(
        image.orElseGet(() -> "tocsin:" + TocsinCommand.Version.jar().orElse("latest")),
        name,
        secret,
        zone,
        memory.orElseGet(() -> Memory.enough(configuration.watches().size())),
        RunCommand.STOP_GRACE,
        shards,
        only,
        noNamespace ? NamespaceIs.OTHERS : NamespaceIs.OURS);
  }

  /** A time zone that there is. */
  static final class Zone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String text) {
      if (ZoneId.getAvailableZoneIds().contains(text)) {
        return ZoneId.of(text);
      }
      throw new TypeConversionException("'" + text + "' is no time zone such as Europe/Berlin");
    }
  }

  /** A quantity of Kubernetes. */
  static final class Memory implements ITypeConverter<String> {
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,5}(Mi|Gi)");
    private static final int UNIT = 256;
    private static final int FEW = 500;
    private static final int THOUSAND = 1000;

    /** A round holds all that it read until it has judged (docs/performance.md). */
    static String enough(int targets) {
      int more = Math.max(0, targets - FEW);
      return UNIT * (1 + (more + THOUSAND - 1) / THOUSAND) + "Mi";
    }

    @Override
    public String convert(String text) {
      if (SIZE.matcher(text).matches()) {
        return text;
      }
      throw new TypeConversionException("'" + text + "' is no size such as 256Mi or 1Gi");
    }
  }

  /** A reference to an image, with or without its registry. */
  static final class Image implements ITypeConverter<String> {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,499}");

    @Override
    public String convert(String text) {
      if (REFERENCE.matcher(text).matches()) {
        return text;
      }
      throw new TypeConversionException("'" + text + "' is no image such as registry/tocsin:1.0");
    }
  }
}
