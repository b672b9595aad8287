package io.corridor.report.words;

import io.corridor.model.Carrier;
import io.corridor.model.Flow;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Metrics;
import io.corridor.model.Question.Band;
import io.corridor.model.Scenario;
import io.corridor.model.World;
import io.corridor.scenarios.ScenarioReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says metrics, and bands of their values, in words. */
public final class PhraseBook {
  private static final Set<MetricKind> PLURALS =
      Set.of(MetricKind.EXPORTS, MetricKind.IMPORTS, MetricKind.ARREARS);

  /** What stands for a name in the nouns of metrics. */
  private static final Pattern NAME =
      Pattern.compile("\\b(?:EXPORTER|IMPORTER|SELLER|TRADE|ID|S)\\b");

  private static final Set<String> ABBREVIATIONS =
      Set.of("eu", "eur", "gdp", "lng", "oecd", "opec", "ttf", "uae", "uk", "un", "us", "usd");

  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  private final Scenario scenario;
  private final Map<String, Metric> metrics;

  /** Makes the words for the metrics of a scenario. */
  public PhraseBook(Scenario scenario) {
    this.scenario = scenario;
    this.metrics = Metrics.of(scenario);
  }

  /** Returns the words for values of {@code metric} in {@code band}. */
  public Predication condition(String metric, Band band) {
    Metric found = metric(metric);
    return switch (found.kind()) {
      case REGIME -> isSwitch(band) ? regime(found.owner(), band.holds(1)) : level(found, band);
      case UNREST -> isSwitch(band) ? unrest(band.holds(1)) : level(found, band);
      case COVERAGE ->
          isWhole(band)
              ? covered(waiver(found.owner()), band.lower().isPresent())
              : level(found, band);
      case RANK -> rank(found, band);
      default -> level(found, band);
    };
  }

  /** Returns a metric of the scenario, or one that another may have. */
  private Metric metric(String id) {
    Metric known = metrics.get(id);
    return known != null ? known : MetricKind.parse(id).orElseThrow();
  }

  /** Whether the band tells 0 from 1. */
  private static boolean isSwitch(Band band) {
    return band.holds(0) != band.holds(1);
  }

  /** Whether the band is all of 1, or all below 1. */
  private static boolean isWhole(Band band) {
    return band.equals(Band.atLeast(1)) || band.equals(Band.below(1));
  }

  private Predication regime(String id, boolean on) {
    String subject = label("regime").orElse("the policy regime");
    String state = label("regime." + id).orElse(id);
    return on
        ? condition(subject, "reach", state, "stay", state, state)
        : condition(subject, "leave", state, "stay", "other than " + state, "other than " + state);
  }

  private static Predication unrest(boolean on) {
    return on
        ? condition("unrest", "break", "out", "last", "", "under way")
        : condition("unrest", "be", "absent", "stay", "absent", "absent");
  }

  private static Predication covered(String subject, boolean on) {
    return on
        ? condition(subject, "hold", "for a whole month", "hold", "in full", "in force all month")
        : condition(subject, "lapse", "", "stay", "lapsed", "lapsed for some days at least");
  }

  private Predication rank(Metric metric, Band band) {
    String subject = subject(metric.id());
    if (band.equals(Band.atMost(1))) {
      return condition(subject, "become", "first", "stay", "first", "first");
    }
    String state =
        band(band, place -> ordinal(place, metric), "lower", "higher", "below ", "above ");
    boolean twoSided = band.lower().isPresent() && band.upper().isPresent();
    boolean strict = band.lower().isPresent() ? band.lowerStrict() : band.upperStrict();
    String how = (strict || twoSided ? "" : "at ") + state;
    String happens = twoSided ? "become" : band.lower().isPresent() ? "fall" : "rise";
    return condition(
        subject, happens, (strict || twoSided ? "" : "to ") + state, "stay", how, state);
  }

  /** Returns a place as one says it: {@code second}, {@code 11th}. */
  private static String ordinal(double place, Metric metric) {
    boolean isPlace = place == Math.rint(place) && place >= 1 && place < 1_000;
    return isPlace ? ordinal((int) place) : Amounts.amount(place, metric.unit());
  }

  /** Returns a place as one says it: {@code second}, {@code 11th}. */
  public static String ordinal(int place) {
    if (place <= ORDINALS.size()) {
      return ORDINALS.get(place - 1);
    }
    boolean isTeen = place / 10 % 10 == 1;
    return place
        + (isTeen || place % 10 > 3 ? "th" : List.of("th", "st", "nd", "rd").get(place % 10));
  }

  private Predication level(Metric metric, Band band) {
    String state =
        band(
            band,
            value -> Amounts.amount(value, metric.unit()),
            "more",
            "less",
            "above ",
            "below ");
    boolean strict = band.lower().isPresent() ? band.lowerStrict() : band.upperStrict();
    boolean twoSided = band.lower().isPresent() && band.upper().isPresent();
    Predicate is = new Predicate("be", state);
    return new Predication(
        subject(metric.id()),
        PLURALS.contains(metric.kind()),
        twoSided ? is : happens(metric, band),
        new Predicate("stay", (strict || twoSided ? "" : "at ") + state),
        is);
  }

  private static Predicate happens(Metric metric, Band band) {
    if (band.lower().isPresent()) {
      String value = Amounts.amount(band.lower().getAsDouble(), metric.unit());
      return band.lowerStrict()
          ? new Predicate("rise", "above " + value)
          : new Predicate("reach", value);
    }
    String value = Amounts.amount(band.upper().orElseThrow(), metric.unit());
    return new Predicate(
        "fall",
        (band.upperStrict() ? "below " : "to ") + value + (band.upperStrict() ? "" : " or less"));
  }

  private static String band(
      Band band,
      DoubleFunction<String> amount,
      String more,
      String less,
      String above,
      String below) {
    if (band.lower().isPresent() && band.upper().isPresent()) {
      return "between "
          + amount.apply(band.lower().getAsDouble())
          + " and "
          + amount.apply(band.upper().getAsDouble());
    }
    if (band.lower().isPresent()) {
      String value = amount.apply(band.lower().getAsDouble());
      return band.lowerStrict() ? above + value : value + " or " + more;
    }
    String value = amount.apply(band.upper().orElseThrow());
    return band.upperStrict() ? below + value : value + " or " + less;
  }

  private static Predication condition(
      String subject, String happens, String then, String stays, String how, String is) {
    return new Predication(
        subject,
        false,
        new Predicate(happens, then),
        new Predicate(stays, how),
        new Predicate("be", is));
  }

  /** Returns the noun for {@code metric}, in lower case. */
  public String subject(String metric) {
    return MetricKind.parse(metric).map(this::subject).orElse(metric);
  }

  private String subject(Metric metric) {
    String form = metric.kind().noun();
    StringBuilder noun = new StringBuilder();
    int end = 0;
    for (Matcher name = NAME.matcher(form); name.find(); end = name.end()) {
      noun.append(form, end, name.start()).append(named(name.group(), metric));
    }
    return noun.append(form, end, form.length()).toString();
  }

  /** Returns the name that a word of a noun stands for. */
  private String named(String word, Metric metric) {
    String id = metric.owner();
    return switch (word) {
      case "EXPORTER" -> party(scenario.parties().exporter());
      case "IMPORTER" -> party(scenario.parties().importer());
      case "SELLER" -> {
        Flow flow = scenario.flows().get(id);
        yield flow == null ? "the partner" : party(flow.from());
      }
      case "TRADE" -> tradeIn(goods(id));
      case "S" ->
          metric.kind().owner() == MetricKind.Owner.PAIR
              ? party(metric.owners().get(1))
              : source(id, metric.owners().get(1));
      default ->
          switch (metric.kind().owner()) {
            case PARTNER, COUNTRY, PAIR -> party(id);
            case FLOW -> goods(id);
            case WAIVER -> waiver(id);
            case REGIME -> state(id);
            case DRIVER -> label("drivers." + id).orElse(words(id));
            case INDEX -> label("indices." + id).orElse("the " + words(id) + " index");
            default -> carrier(id);
          };
    };
  }

  /** Some flows are called by where they go: {@code from-china}. */
  private static String tradeIn(String goods) {
    boolean direction = goods.startsWith("from ") || goods.startsWith("to ");
    return (direction ? "trade " : "trade in ") + goods;
  }

  /** Returns the name of a policy. */
  public String state(String id) {
    return label("regime." + id).orElse(words(id));
  }

  /** Returns the name of a party or partner. */
  public String party(String id) {
    boolean isRest = scenario.world().flatMap(World::rest).filter(id::equals).isPresent();
    return label("parties." + id)
        .or(() -> label("partners." + id))
        .orElse(isRest ? "the rest of the world" : Countries.name(id));
  }

  /** Returns the name of a carrier. */
  public String carrier(String id) {
    return label("energy.carriers." + id).orElse(words(id));
  }

  /** Returns the name of one of a carrier's sources. */
  public String source(String carrier, String id) {
    return label("energy.carriers." + carrier + "." + Carrier.importsKey(id)).orElse(words(id));
  }

  /** Returns the noun for one of a carrier's projects: {@code the project Basra}. */
  public String project(String carrier, String id) {
    return label("energy.carriers." + carrier + ".projects." + id)
        .orElseGet(() -> "the project " + words(id));
  }

  /** Returns the name of what a flow trades in. */
  public String goods(String flow) {
    return label("flows." + flow).orElse(words(flow));
  }

  /** Returns the name of a variant; {@code base} is the file as it stands. */
  public String variant(String name) {
    return name.equals(ScenarioReader.BASE)
        ? "the file as it stands"
        : label("variants." + name).orElse(words(name));
  }

  /** Returns the noun for a waiver: {@code the energy waiver}. */
  public String waiver(String id) {
    String words = words(id);
    return label("waivers." + id)
        .orElse(words.contains("waiver") ? "the " + words : "the waiver " + words);
  }

  /** Returns what the file has people call the thing whose id stands at {@code path}. */
  Optional<String> label(String path) {
    return Optional.ofNullable(scenario.labels().get(path));
  }

  /** Returns the words that an id is made of: {@code from-china} is {@code from China}. */
  public static String words(String id) {
    return Arrays.stream(id.split("[-_]"))
        .map(word -> ABBREVIATIONS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
        .map(Countries::capitalised)
        .collect(Collectors.joining(" "));
  }
}
