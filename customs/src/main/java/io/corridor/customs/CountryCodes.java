package io.corridor.customs;

import com.neovisionaries.i18n.CountryCode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Countries by whatever statistics call them: ISO's codes of two and three letters and its numbers,
 * and English names, in whatever order their words come.
 */
public final class CountryCodes {
  /** All others together, as statistics of a country's whole trade have it. */
  static final String WORLD = "WLD";

  /**
   * Where the United Nations' trade statistics, and BACI after them, number an area otherwise than
   * ISO: with what they count in, such as Puerto Rico in the United States.
   */
  private static final Map<Integer, CountryCode> OF_TRADE =
      Map.of(
          842, CountryCode.US,
          251, CountryCode.FR,
          699, CountryCode.IN,
          579, CountryCode.NO,
          757, CountryCode.CH,
          490, CountryCode.TW);

  /** Codes of the European Union's statistics and of the IMF's that aren't ISO's. */
  private static final Map<String, CountryCode> OF_OTHERS =
      Map.of(
          "EL", CountryCode.GR,
          "UK", CountryCode.GB,
          "XS", CountryCode.RS,
          "KOS", CountryCode.XK,
          "WBG", CountryCode.PS);

  /** Names that statistics use and neither the library nor every Java knows. */
  private static final Map<String, CountryCode> ALSO =
      Map.ofEntries(
          Map.entry("Burma", CountryCode.MM),
          Map.entry("Cabo Verde", CountryCode.CV),
          Map.entry("East Timor", CountryCode.TL),
          Map.entry("Ethiopia, Democratic Republic of", CountryCode.ET),
          Map.entry("Great Britain", CountryCode.GB),
          Map.entry("Holy See", CountryCode.VA),
          Map.entry("Kyrgyz Republic", CountryCode.KG),
          Map.entry("Macau", CountryCode.MO),
          Map.entry("Macedonia", CountryCode.MK),
          Map.entry("Macedonia, FYR", CountryCode.MK),
          Map.entry("Macedonia (Skopje)", CountryCode.MK),
          Map.entry("Other Asia, nes", CountryCode.TW), // the United Nations' name for its 490
          Map.entry("São Tomé and Príncipe, Democratic Republic of", CountryCode.ST),
          Map.entry("Slovak Republic", CountryCode.SK),
          Map.entry("Swaziland", CountryCode.SZ),
          Map.entry("Timor-Leste, Democratic Republic of", CountryCode.TL),
          Map.entry("Türkiye", CountryCode.TR),
          Map.entry("United States of America", CountryCode.US),
          Map.entry("West Bank and Gaza", CountryCode.PS),
          Map.entry("Western Samoa", CountryCode.WS));

  private static final List<String> WORLDS =
      List.of(
          "0",
          "WLD",
          "W00",
          "W0",
          "G001",
          "WORLD",
          "WORLD TOTAL",
          "WORLD, NOT SEASONALLY ADJUSTED",
          "TOTAL FOR ALL COUNTRIES",
          "ALL COUNTRIES OF THE WORLD");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

  /** A name with another, or with what kind of state it is, behind it in brackets. */
  private static final Pattern BRACKETS = Pattern.compile("(.+)\\((.+)\\)");

  /** What tells the Congos and the Koreas apart, however short. */
  private static final Pattern DEMOCRATIC = Pattern.compile("\\b(dem|p\\.?d\\.?r)\\b");

  /** What names of states have or lack, whichever statistics one asks. */
  private static final Pattern STATE =
      Pattern.compile(
          ", kingdom of the netherlands|\\b((kingdom|union|state) of|special administrative region|sar"
              + "|federated states|fed\\. sts|fs|the|and|of|de|islas|islamic|arab|republica?|rep"
              + "|federa(l|tion)|people'?s|plurinational|bolivariana?|mainland)\\b|\\bp\\.r\\.");

  private static final Map<String, CountryCode> BY_NAME = byName();

  private CountryCodes() {}

  /**
   * Returns a country's code of three letters, or {@link #WORLD}.
   *
   * @param text its code of two or three letters, its number, or its English name
   */
  public static Optional<String> code(String text) {
    String asked = text.strip();
    if (WORLDS.contains(asked.toUpperCase(Locale.ROOT))) {
      return Optional.of(WORLD);
    }
    return find(asked).map(CountryCode::getAlpha3);
  }

  private static Optional<CountryCode> find(String asked) {
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (asked.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return asked.length() > 3
          ? Optional.empty()
          : number(Integer.parseInt(asked)).filter(CountryCodes::isCountry);
    }
    String upper = asked.toUpperCase(Locale.ROOT);
    return Stream.<Function<String, CountryCode>>of(
            OF_OTHERS::get, CountryCode::getByCode, code -> named(asked))
        .map(way -> way.apply(upper))
        .filter(found -> found != null && isCountry(found))
        .findFirst();
  }

  /** Returns the country of a name; of one with another in brackets where both are the same's. */
  private static @Nullable CountryCode named(String name) {
    CountryCode whole = BY_NAME.get(plain(name));
    Matcher two = BRACKETS.matcher(name);
    if (whole != null || !two.matches()) {
      return whole;
    }
    CountryCode outer = BY_NAME.get(plain(two.group(1)));
    return outer == BY_NAME.get(plain(two.group(2))) ? outer : null;
  }

  private static Optional<CountryCode> number(int number) {
    return Optional.ofNullable(OF_TRADE.get(number))
        .or(() -> Optional.ofNullable(CountryCode.getByCode(number)));
  }

  private static boolean isCountry(CountryCode code) {
    return code.getAlpha3() != null
        && (code.getAssignment() == CountryCode.Assignment.OFFICIALLY_ASSIGNED
            || code == CountryCode.XK);
  }

  /** Returns the English name of a country of three letters. */
  public static String name(String code) {
    if (code.equals(WORLD)) {
      return "the world";
    }
    String name = CountryCode.getByCode(code).getName();
    int comma = name.indexOf(',');
    return comma < 0 ? name : name.substring(0, comma); // Iran, Islamic Republic of
  }

  /** Returns the words of a name, sorted, without marks and those that only some write. */
  private static String plain(String name) {
    String letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String lower = letters.toLowerCase(Locale.ROOT).replace('’', '\'');
    String told = STATE.matcher(DEMOCRATIC.matcher(lower).replaceAll("democratic")).replaceAll(" ");
    return Arrays.stream(NO_LETTERS.split(told)).sorted().collect(Collectors.joining(" ")).strip();
  }

  private static Map<String, CountryCode> byName() {
    Map<String, CountryCode> names = new HashMap<>();
    List<CountryCode> countries =
        Arrays.stream(CountryCode.values()).filter(CountryCodes::isCountry).toList();
    for (CountryCode country : countries) {
      names.putIfAbsent(plain(country.getName()), country);
      names.putIfAbsent(plain(country.toLocale().getDisplayCountry(Locale.ENGLISH)), country);
    }
    ALSO.forEach((name, country) -> names.putIfAbsent(plain(name), country));
    return names;
  }
}
