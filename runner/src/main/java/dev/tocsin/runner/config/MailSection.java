package dev.tocsin.runner.config;

import dev.tocsin.email.MailSettings;
import dev.tocsin.email.MailSettings.Delivery;
import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.email.Route;
import dev.tocsin.email.Wording;
import dev.tocsin.incident.Notice.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code mail}: who is told, and through what. */
final class MailSection {

  private static final Type<String> ADDRESS = Scalars.pattern(
      "an address such as me@example.org",
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}"));
  private static final Type<String> RECIPIENT_NAME = Scalars.pattern(
      "a name of letters, digits, '.', '_' and '-'",
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}"));

  static final Key<String> FROM = Key.required("from", ADDRESS, "The sender.");
  static final Key<List<Item>> TO = Key.required(
      "to",
      Type.later(
              "an address, or a mapping, see `mail.to`", ADDRESS.form().or(Form.mapping("mail.to")))
          .oneOrMore(),
      "Who is told.");
  static final Key<Item> SMTP = Key.optional(
      "smtp",
      Type.later("a mapping, see `mail.smtp`", Form.mapping("mail.smtp")),
      "the outbox",
      "The mail server.");
  static final Key<Path> OUTBOX = Key.optional(
      "outbox",
      Scalars.path(),
      "`outbox`, if there is no `smtp`",
      "A directory: each notice is written into it as a file. Excludes `smtp`.");
  static final Key<Path> TEMPLATES = Key.optional(
      "templates",
      Scalars.path(),
      "the built-in ones",
      "A directory with `notice.txt`, `notice.html` or both, which replace the built-in templates;"
          + " see [mail](mail.md#in-your-own-words).");
  static final List<Kind> MAY_BE_UNTOLD = List.of(Kind.REMINDER, Kind.SIGHT_BACK, Kind.RECOVERY);
  static final Key<List<Kind>> UNTOLD = Key.optional(
      "untold",
      Scalars.choice(MAY_BE_UNTOLD, MailSection::word).oneOrMore(),
      "none",
      "Says in so many words that these need not reach anybody. What somebody's `kinds` name is"
          + " told to him all the same.");
  static final Shape SHAPE = Shape.of("mail", FROM, TO, UNTOLD, SMTP, OUTBOX, TEMPLATES);

  static final Key<String> NAME = Key.optional(
      "name",
      RECIPIENT_NAME,
      "the first 12 hexadecimal digits of the SHA-256 of the address",
      "By which the ledger remembers what is owed to whom.");
  static final Key<String> RECIPIENT = Key.required("address", ADDRESS, "The address.");
  static final Key<List<String>> TARGETS = Key.optional(
      "targets",
      Scalars.pattern(
              "the name of a target, in which `*` stands for any letters",
              Pattern.compile("[a-z0-9*-]{1,63}"))
          .oneOrMore(),
      "all",
      "Of whom he is told.");
  static final Key<List<Kind>> KINDS = Key.optional(
      "kinds",
      Scalars.choice(List.of(Kind.values()), MailSection::word).oneOrMore(),
      "all",
      "What he is told of them.");
  static final Shape RECIPIENT_SHAPE = Shape.of("mail.to", NAME, RECIPIENT, TARGETS, KINDS);

  private MailSection() {}

  static Optional<MailSettings> read(Item item) {
    Fields fields = Fields.of(item, SHAPE);
    Optional<List<Recipient>> to = recipients(fields);
    Optional<Delivery> delivery = delivery(fields);
    Wording wording = wording(fields);
    return fields.isSound() && to.isPresent() && delivery.isPresent()
        ? Optional.of(new MailSettings(fields.value(FROM), to.get(), delivery.get(), wording))
        : Optional.empty();
  }

  private static Wording wording(Fields fields) {
    Wording wording = new Wording(Map.of(), fields.find(TEMPLATES))
        .with(fields.item().source().file().toAbsolutePath().normalize());
    fields
        .find(TEMPLATES)
        .filter(place -> fields.item().source().elsewhere().isEmpty())
        .ifPresent(place -> wording.problems().forEach(fields.at(TEMPLATES)::problem));
    return wording;
  }

  private static Optional<Delivery> delivery(Fields fields) {
    Optional<Item> smtp = fields.item(SMTP);
    if (smtp.isPresent() && fields.has(OUTBOX)) {
      fields.at(OUTBOX).problem("smtp and outbox exclude each other, expected one of them");
    }
    return smtp.isPresent()
        ? SmtpSection.read(smtp.get()).map(Delivery.class::cast)
        : Optional.of(new MailSettings.Outbox(
            fields.find(OUTBOX).orElseGet(() -> fields.item().source().resolve("outbox"))));
  }

  private static Optional<List<Recipient>> recipients(Fields fields) {
    List<Item> entries = fields.find(TO).orElse(List.of());
    Map<String, Item> names = new HashMap<>();
    Map<String, Item> addresses = new HashMap<>();
    List<Recipient> recipients = entries.stream()
        .flatMap(entry -> recipient(entry)
            .filter(one -> isNew(names, one.name(), entry, "name")
                & isNew(addresses, one.address().toLowerCase(Locale.ROOT), entry, "address"))
            .stream())
        .toList();
    return recipients.size() == entries.size() && !entries.isEmpty()
        ? Optional.of(recipients)
        : Optional.empty();
  }

  private static boolean isNew(Map<String, Item> seen, String text, Item entry, String what) {
    Optional<Item> first = Optional.ofNullable(seen.putIfAbsent(text, entry));
    first.ifPresent(other -> entry.problem(
        "two recipients have the same " + what + ", the first at line " + other.line()));
    return first.isEmpty();
  }

  private static Optional<Recipient> recipient(Item entry) {
    if (!entry.isMapping()) {
      return ADDRESS.read(entry).map(address -> new Recipient(hash(address), address));
    }
    Fields fields = Fields.of(entry, RECIPIENT_SHAPE);
    if (!fields.isSound()) {
      return Optional.empty();
    }
    String address = fields.value(RECIPIENT);
    return Optional.of(
        new Recipient(fields.find(NAME).orElseGet(() -> hash(address)), address, route(fields)));
  }

  private static Route route(Fields fields) {
    return new Route(
        fields.find(TARGETS).orElseGet(Route.EVERYTHING::targets),
        fields.find(KINDS).map(Set::copyOf).orElseGet(Route.EVERYTHING::kinds));
  }

  /** As it is written: {@code gaveUp}. */
  static String word(Kind kind) {
    String[] words = kind.name().toLowerCase(Locale.ROOT).split("_");
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }

  private static String hash(String address) {
    return Sha256.digits(address, 12);
  }
}
