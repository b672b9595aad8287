package io.corridor.customs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryCodesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IRQ|IRQ",
        "iq|IRQ",
        "368|IRQ",
        "Iraq|IRQ",
        "IRAQ|IRQ",
        "Iran, Islamic Republic of|IRN",
        "Iran, Islamic Rep. of|IRN",
        "Iran|IRN",
        "Russian Federation|RUS",
        "Russia|RUS",
        "China, P.R.: Mainland|CHN",
        "China|CHN",
        "United States|USA",
        "United Kingdom|GBR",
        "UK|GBR",
        "EL|GRC",
        "Korea, Rep. of|KOR",
        "South Korea|KOR",
        "North Korea|PRK",
        "Dominica|DMA",
        "Dominican Republic|DOM",
        "Niger|NER",
        "Nigeria|NGA",
        "842|USA",
        "840|USA",
        "699|IND",
        "251|FRA",
        "757|CHE",
        "Czech Republic|CZE",
        "Czechia|CZE",
        "Viet Nam|VNM",
        "Vietnam|VNM",
        "Egypt, Arab Rep. of|EGY",
        "World|WLD",
        "W00|WLD",
        "0|WLD",
        "Côte d'Ivoire|CIV",
        "Cote d'Ivoire|CIV",
        "China, P.R.: Hong Kong|HKG",
        "China, Hong Kong SAR|HKG",
        "Hong Kong Special Administrative Region, People's Republic of China|HKG",
        "China, P.R.: Macao|MAC",
        "Macau|MAC",
        "China, People's Republic of|CHN",
        "Taiwan Province of China|TWN",
        "Other Asia, nes|TWN",
        "Korea, Republic of|KOR",
        "Korea, Republic of (South Korea)|KOR",
        "KOREA, SOUTH|KOR",
        "Korea, North|PRK",
        "Korea, Dem. People's Rep. of|PRK",
        "Dem. People's Rep. of Korea|PRK",
        "Congo, Dem. Rep. of the|COD",
        "Dem. Rep. of the Congo|COD",
        "Congo (Kinshasa)|COD",
        "Congo, Rep. of|COG",
        "Congo (Brazzaville)|COG",
        "Lao People's Dem. Rep.|LAO",
        "Lao P.D.R.|LAO",
        "Laos (Lao People's Democratic Republic)|LAO",
        "Türkiye, Rep of|TUR",
        "Türkiye, Republic of|TUR",
        "Turkiye|TUR",
        "Turkey|TUR",
        "Russian Federation (Russia)|RUS",
        "Venezuela, República Bolivariana de|VEN",
        "Venezuela (Bolivarian Republic of)|VEN",
        "Bolivia (Plurinational State of)|BOL",
        "Tanzania, United Rep. of|TZA",
        "United Rep. of Tanzania|TZA",
        "Ethiopia, The Federal Dem. Rep. of|ETH",
        "São Tomé and Príncipe, Dem. Rep. of|STP",
        "Timor-Leste, Dem. Rep. of|TLS",
        "Bahrain, Kingdom of|BHR",
        "Comoros, Union of the|COM",
        "Eritrea, The State of|ERI",
        "Eswatini, Kingdom of|SWZ",
        "Aruba, Kingdom of the Netherlands|ABW",
        "Netherlands, The|NLD",
        "Micronesia, Fed. Sts.|FSM",
        "Marshall Islands, Rep. of the|MHL",
        "North Macedonia, Republic of|MKD",
        "Macedonia (Skopje)|MKD",
        "Burma (Myanmar)|MMR",
        "Moldova (Republic of Moldova)|MDA",
        "Kyrgyz Rep.|KGZ",
        "Slovak Republic|SVK",
        "Bosnia-Herzegovina|BIH",
        "West Bank and Gaza|PSE",
        "State of Palestine|PSE",
        "Falkland Islands (Islas Malvinas)|FLK",
        "United States of America|USA",
        "Federal Republic of Germany|DEU",
        "Cote d`Ivoire|CIV",
        "KOS|XKX",
        "XS|SRB",
        "G001|WLD",
        "World, Not Seasonally Adjusted|WLD",
        "TOTAL FOR ALL COUNTRIES|WLD"
      })
  void whateverStatisticsCallThem(String text, String code) {
    assertThat(CountryCodes.code(text)).contains(code);
  }

  @Test
  void areasThatAreNoCountries() {
    for (String text :
        new String[] {
          "EU27_2020",
          "Extra-EU27 (from 2020)",
          "European Union",
          "China, P.R.: Hong Kong SAR of Mars",
          "Sudan (before 2012)",
          "Iran (Iraq)",
          "Serbia and Montenegro",
          "Fmr Fed. Rep. of Germany",
          "Middle East, North Africa, Afghanistan, and Pakistan",
          "",
          "9999",
          "Atlantis",
          "OWID_WRL"
        }) {
      assertThat(CountryCodes.code(text)).as(text).isEmpty();
    }
  }

  @Test
  void haveOneNameEach() {
    assertThat(CountryCodes.name("IRN")).isEqualTo("Iran");
    assertThat(CountryCodes.name("USA")).isEqualTo("United States");
  }
}
