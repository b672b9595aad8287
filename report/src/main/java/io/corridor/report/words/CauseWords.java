package io.corridor.report.words;

import io.corridor.model.Declaration;
import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Sort;
import io.corridor.model.DrawTable;
import io.corridor.model.Key;
import io.corridor.model.KeyPath;
import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import io.corridor.why.Box;
import io.corridor.why.Cause;
import io.corridor.why.Target;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says causes, the numbers of a path and what is to be explained for somebody without the file. */
public final class CauseWords {
  private static final int DIGITS = 3;

  private static final String NOISE = ".noise";

  private static final Pattern SEASON = Pattern.compile("(.+\\.season\\.)(\\d+)");

  /** Keys that only say in which section an input stands. */
  private static final Set<String> SECTIONS =
      Set.of(
          "parameters",
          "draws",
          "energy",
          "carriers",
          "flows",
          "drivers",
          "projects",
          "partners",
          "waivers",
          "sanctions");

  private final Scenario scenario;
  private final PhraseBook phrases;
  private final Sentences sentences;

  /** Makes the words for a scenario. */
  public CauseWords(Scenario scenario) {
    this.scenario = scenario;
    this.phrases = new PhraseBook(scenario);
    this.sentences = new Sentences(scenario);
  }

  /** Returns what is to be explained: {@code whether trade reaches 20 bn USD a year}. */
  public String target(Target target) {
    return target
        .month()
        .map(month -> phrases.subject(target.key()) + " in " + Amounts.month(month))
        .orElseGet(() -> sentences.unbrokenAsked(target.key()));
  }

  /** Returns whether what is to be explained is true or false. */
  public boolean isTruth(Target target) {
    return target.isQuestion()
        && !Objects.requireNonNull(scenario.questions().get(target.key())).countsMonths();
  }

  /** Returns the name of a cause: {@code brent and income}. */
  public String cause(Cause cause) {
    List<String> members = cause.members();
    if (members.size() > 1 && members.stream().allMatch(key -> key.endsWith(NOISE))) {
      List<String> owners =
          members.stream().map(key -> key(key.substring(0, key.lastIndexOf(NOISE)))).toList();
      return "the noises of " + joined(owners);
    }
    return cause.members().stream().map(this::source).collect(Collectors.joining(" and "));
  }

  private String source(String key) {
    String[] parts = key.split("\\.");
    String last = parts[parts.length - 1];
    int dot = key.lastIndexOf('.');
    String owner = dot < 0 ? "" : key(key.substring(0, dot));
    if (key.equals("regime")) {
      return "the regime";
    }
    if (key.equals("regime.fit")) {
      return "the fitted rates of policy";
    }
    if (key.equals("energy.late-together")) {
      return "how late projects are together";
    }
    if (last.equals("noise") && parts.length == 3) {
      return "the noise of " + owner;
    }
    if (parts[0].equals("waivers") && parts.length == 2) {
      return phrases.waiver(parts[1]);
    }
    if (parts[0].equals("draws") && parts.length == 2) {
      return fittedSection(parts[1])
          .map(section -> "the fitted numbers of " + key(section.toString()))
          .orElseGet(() -> key(key));
    }
    if (isProject(parts)) {
      return "the project " + key(key).replaceFirst(".*, ", "");
    }
    if (parts[0].equals("energy")) {
      switch (last) {
        case "opens":
          return "the opening of " + owner;
        case "interruptions":
          return "interruptions of " + owner;
        case "units":
          return "the units of " + phrases.carrier(parts[2]);
        default:
      }
    }
    return key(key);
  }

  /** Returns what was fitted, if a table holds the draws that a fit left. */
  private Optional<KeyPath> fittedSection(String table) {
    return Optional.ofNullable(scenario.draws().get(table))
        .flatMap(draws -> draws.columns().keySet().stream().findFirst())
        .map(KeyPath::parse)
        .flatMap(
            number ->
                IntStream.range(1, number.words().size())
                    .mapToObj(number::first)
                    .filter(key -> table.equals(DrawTable.ofFit(key)))
                    .findFirst());
  }

  private static boolean isProject(String[] parts) {
    return parts.length >= 2 && parts[parts.length - 2].equals("projects");
  }

  /**
   * Returns a key in words, without what only says where it stands: {@code goods, growth}. What has
   * a name is called by that alone.
   */
  public String key(String key) {
    List<String> parts = List.of(key.split("\\."));
    if (key.startsWith("regime.monthly.") && parts.size() == 4) {
      return "from "
          + phrases.state(parts.get(2))
          + " to "
          + phrases.state(parts.get(3))
          + ", chance a month";
    }
    if (parts.size() > 2 && parts.get(0).equals("indices")) {
      return phrases.subject(MetricKind.INDEX.id(parts.get(1)))
          + ", weight of "
          + phrases.subject(String.join(".", parts.subList(2, parts.size())));
    }
    if (parts.size() > 2 && scenario.questions().containsKey(parts.get(1))) {
      return "the threshold of “" + sentences.unbrokenEvent(parts.get(1)) + "”";
    }
    List<String> words = new ArrayList<>();
    Optional<Component> around = Optional.empty();
    for (int i = 0; i < parts.size(); i++) {
      Optional<Component> here = Declaration.at(new KeyPath(parts.subList(0, i + 1)));
      Optional<String> name = name(parts.subList(0, i + 1));
      if (name.isPresent()) {
        words.clear();
        words.add(name.get());
      } else if (here.isEmpty() && around.isPresent() && !words.isEmpty()) {
        int last = words.size() - 1;
        words.set(last, words.get(last) + within(around.get(), parts.get(i)));
      } else if (!SECTIONS.contains(parts.get(i)) || here.isEmpty()) {
        String label = here.map(Component::label).orElse("");
        words.add(label.isEmpty() ? plain(parts.get(i)) : label);
      }
      around = name.isPresent() ? Optional.empty() : here.filter(CauseWords::isListed);
    }
    return String.join(", ", words);
  }

  /**
   * Returns a number that data decide in words, by the name that a fit gives it: {@code
   * flows.goods.season.1} is of January, which is the item 0 of the list.
   */
  public String fitted(String number) {
    Matcher season = SEASON.matcher(number);
    return key(
        season.matches() ? season.group(1) + (Integer.parseInt(season.group(2)) - 1) : number);
  }

  /** Whether what stands in a key is called by the key's name and its own. */
  private static boolean isListed(Component key) {
    return key.refers() != Key.Refers.NOTHING
        || List.of(Sort.LIST, Sort.POINTS, Sort.SCHEDULE, Sort.BY_REGIME)
            .contains(key.type().sort());
  }

  /** What stands in a key: {@code under pressure}, {@code January}, {@code 2}. */
  private String within(Component key, String word) {
    if (key.type().sort() == Sort.BY_REGIME) {
      return " under " + phrases.state(word);
    }
    if (key.refers() == Key.Refers.REGIME) {
      return ' ' + phrases.state(word);
    }
    if (key.refers() == Key.Refers.DRIVER) {
      return ' ' + phrases.subject(MetricKind.DRIVER.id(word));
    }
    if (word.matches("\\d+")) {
      int place = Integer.parseInt(word) + 1;
      return ' '
          + (key.size() == Month.values().length
              ? Amounts.name(Month.of(place))
              : Integer.toString(place));
    }
    return ' '
        + (word.matches("\\d{4}-\\d\\d") ? Amounts.month(YearMonth.parse(word)) : plain(word));
  }

  private Optional<String> name(List<String> parts) {
    if (parts.size() > 3 && parts.get(0).equals("energy") && parts.get(3).equals("imports")) {
      String carrier = phrases.carrier(parts.get(2));
      if (parts.size() == 4) {
        return Optional.of("imported " + carrier);
      }
      if (parts.size() == 6 && parts.get(4).equals("sources")) {
        return Optional.of(carrier + " from " + phrases.source(parts.get(2), parts.get(5)));
      }
    }
    return parts.size() == 2 && parts.get(0).equals("partners")
        ? Optional.of(phrases.party(parts.get(1)))
        : phrases.label(String.join(".", parts));
  }

  private static String plain(String id) {
    return PhraseBook.words(id);
  }

  /** Returns the name of a number of a path: {@code brent on average}. */
  public String number(String id) {
    int dot = id.lastIndexOf('.');
    String key = dot < 0 ? id : id.substring(0, dot);
    String what = id.substring(dot + 1);
    String[] parts = id.split("\\.");
    String owner = key(key.substring(0, Math.max(0, key.lastIndexOf('.'))));
    return switch (kind(parts)) {
      case "mean" -> source(key) + " on average";
      case "end" -> source(key) + " at the end";
      case "months" ->
          switch (parts[0]) {
            case "regime" -> "months under " + phrases.state(parts[1]);
            case "sanctions" -> "months of " + key(key);
            default -> "months of unrest";
          };
      case "covered" -> "days under " + phrases.waiver(parts[1]);
      case "refusals" -> "refusals of " + phrases.waiver(parts[1]);
      case "month" ->
          key.endsWith(".opens")
              ? "the opening of " + owner
              : "the completion of " + key(key).replaceFirst(".*, ", "");
      case "down" -> "days down of " + owner;
      default -> key(id.isEmpty() ? what : id);
    };
  }

  /** Returns the last word of a number's id if it is one of ours, not a key of the file. */
  private static String kind(String[] parts) {
    String last = parts[parts.length - 1];
    boolean ours =
        switch (parts[0]) {
          case "drivers" -> parts.length == 3 && (last.equals("mean") || last.equals("end"));
          case "flows", "partners" ->
              parts.length == 4
                  && parts[2].equals("noise")
                  && (last.equals("mean") || last.equals("end"));
          case "regime", "unrest" -> last.equals("months");
          case "sanctions" -> parts.length == 3 && last.equals("months");
          case "waivers" ->
              parts.length == 3 && (last.equals("covered") || last.equals("refusals"));
          case "energy" ->
              last.equals("down")
                  || last.equals("month")
                      && (parts[parts.length - 2].equals("opens")
                          || isProject(Arrays.copyOf(parts, parts.length - 1)));
          default -> false;
        };
    return ours ? last : "";
  }

  /** Returns a value of a number of a path, in its unit: {@code 84 USD/bbl}. */
  public String value(String id, double value) {
    return value(id, value, DIGITS);
  }

  /** Returns the same to so many digits. */
  public String value(String id, double value, int digits) {
    String[] parts = id.split("\\.");
    return switch (kind(parts)) {
      case "mean", "end" ->
          parts[0].equals("drivers")
              ? Digits.significant(
                  value, digits, Objects.requireNonNull(scenario.drivers().get(parts[1])).unit())
              : Digits.significant(value, digits, "");
      case "covered", "down" -> Digits.percent(value);
      case "month" ->
          value >= scenario.months()
              ? "never"
              : Amounts.shortMonth(scenario.month((int) Math.max(value, -1200)));
      case "months", "refusals" -> Amounts.decimal(value, 0);
      default -> Digits.significant(value, digits, "");
    };
  }

  /** Returns what makes a box: {@code brent on average of 84 USD/bbl or more and …}. */
  public String restrictions(Box box) {
    List<String> said = new ArrayList<>();
    List<Box.Restriction> all = box.restrictions();
    for (int i = 0; i < all.size(); i++) {
      Box.Restriction one = all.get(i);
      boolean both = i + 1 < all.size() && all.get(i + 1).id().equals(one.id());
      if (both) {
        said.add(
            number(one.id())
                + " from "
                + value(one.id(), one.bound())
                + " to "
                + value(one.id(), all.get(++i).bound()));
      } else {
        said.add(number(one.id()) + (isMonth(one.id()) ? " in " : " at ") + bound(one));
      }
    }
    return joined(said);
  }

  /** Returns one end of a range: {@code 84 USD/bbl or more}, {@code May 2023 or earlier}. */
  public String bound(Box.Restriction end) {
    String beyond =
        isMonth(end.id())
            ? end.lower() ? " or later" : " or earlier"
            : end.lower() ? " or more" : " or less";
    return value(end.id(), end.bound()) + beyond;
  }

  private static boolean isMonth(String id) {
    return kind(id.split("\\.")).equals("month");
  }

  private static String joined(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
