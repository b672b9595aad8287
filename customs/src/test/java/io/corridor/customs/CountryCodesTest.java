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
        "Cote d'Ivoire|CIV"
      })
  void whateverStatisticsCallThem(String text, String code) {
    assertThat(CountryCodes.code(text)).contains(code);
  }

  @Test
  void areasThatAreNoCountries() {
    for (String text :
        new String[] {
          "EU27_2020", "China, P.R.: Hong Kong SAR of Mars", "", "9999", "Atlantis", "OWID_WRL"
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
