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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CountryCodes by whatever statistics call them: ISO's codes of two and three letters and its
 * numbers, and English names.
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

  /** As the European Union's statistics write Greece and the United Kingdom. */
  private static final Map<String, CountryCode> OF_EUROSTAT =
      Map.of("EL", CountryCode.GR, "UK", CountryCode.GB);

  private static final List<String> WORLDS = List.of("WLD", "W00", "W0", "WORLD", "WORLD TOTAL");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

  /** Words that names of states have or lack, whichever statistics one asks. */
  private static final Pattern STATE =
      Pattern.compile(
          "\\b(the|and|of|islamic|arab|republic|rep|federation|mainland)\\b|\\bp\\.r\\.");

  private static final Map<String, CountryCode> BY_NAME = byName();

  private CountryCodes() {}

  /**
   * Returns a country's code of three letters, or {@link #WORLD}.
   *
   * @param text its code of two or three letters, its number, or its English name
   */
  public static Optional<String> code(String text) {
    String asked = text.strip();
    if (WORLDS.contains(asked.toUpperCase(Locale.ROOT)) || asked.equals("0")) {
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
            OF_EUROSTAT::get, CountryCode::getByCode, code -> BY_NAME.get(plain(asked)))
        .map(way -> way.apply(upper))
        .filter(found -> found != null && isCountry(found))
        .findFirst();
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

  /** Returns the name without marks, case, and words that only some write. */
  private static String plain(String name) {
    String letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String lower = letters.toLowerCase(Locale.ROOT).replace('&', ' ');
    return NO_LETTERS.matcher(STATE.matcher(lower).replaceAll(" ")).replaceAll("");
  }

  private static Map<String, CountryCode> byName() {
    Map<String, CountryCode> names = new HashMap<>();
    List<CountryCode> countries =
        Arrays.stream(CountryCode.values()).filter(CountryCodes::isCountry).toList();
    for (CountryCode country : countries) {
      names.putIfAbsent(plain(country.getName()), country);
      names.putIfAbsent(plain(country.toLocale().getDisplayCountry(Locale.ENGLISH)), country);
    }
    return names;
  }
}
