package io.corridor.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.customs.Ledger.Key;
import io.corridor.customs.Ledger.Teller;
import io.corridor.customs.TradeStatistics.UnreadableException;
import io.corridor.evidence.series.Period;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files laid out as their publishers do. Figures are of the US Census (public domain), in each
 * layout.
 */
class TradeStatisticsTest {
  private static final Key BOUGHT = new Key("CHN", "USA", Teller.BUYER);
  private static final Key SOLD = new Key("USA", "CHN", Teller.SELLER);

  @TempDir Path folder;
  private final TradeStatistics statistics =
      new TradeStatistics("CHN", "USA", OptionalDouble.of(1.25));

  private TradeStatistics.Source read(String text) throws IOException, UnreadableException {
    return read(text, StandardCharsets.UTF_8);
  }

  private TradeStatistics.Source read(String text, Charset charset)
      throws IOException, UnreadableException {
    Path file = Files.createTempFile(folder, "data", ".csv");
    Files.write(file, text.getBytes(charset));
    statistics.read(file);
    return statistics.sources().get(statistics.sources().size() - 1);
  }

  private Optional<Double> value(Key key, String period) {
    Period asked = Period.parse(period).orElseThrow();
    return statistics.series(key, asked.months()).map(series -> series.get(asked));
  }

  @Test
  void comtrade() throws Exception {
    String head =
        "typeCode,freqCode,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,partnerCode,partnerISO,partnerDesc,partner2Code,cmdCode,customsCode,motCode,primaryValue\n";
    TradeStatistics.Source source =
        read(
            head
                + "C,M,2018,5,201805,842,USA,USA,M,156,CHN,China,0,TOTAL,C00,0,43966100000\n"
                + "C,M,2018,5,201805,842,USA,USA,X,156,CHN,China,0,TOTAL,C00,0,10429000000\n"
                + "C,M,2018,5,201805,842,USA,USA,RX,156,CHN,China,0,TOTAL,C00,0,1\n"
                + "C,M,2018,5,201805,842,USA,USA,X,156,CHN,China,0,TOTAL,C00,1000,7\n" // by air
                + "C,M,2018,5,201805,842,USA,USA,X,392,JPN,Côte,0,TOTAL,C00,0,5\n"
                + "C,M,2018,5,201805,842,USA,USA,X,156,CHN,China,0,27,C00,0,9\n"
                + "C,M,2018,6,201806,842,USA,USA,X,156,CHN,China,0,TOTAL,C00,0,a lot\n"
                + "C,M,2018,13,201813,842,USA,USA,X,156,CHN,China,0,TOTAL,C00,0,8\n",
            StandardCharsets.ISO_8859_1);
    assertThat(source.publisher()).isEqualTo("UN Comtrade");
    assertThat(source.rows()).isEqualTo(8);
    assertThat(value(BOUGHT, "2018-05")).contains(43966100000.0);
    assertThat(value(SOLD, "2018-05")).contains(10429000000.0);
    assertThat(source.bad())
        .containsExactly(
            "line 8: 'a lot' is no number", "line 9: '201813' is no year, quarter or month");
  }

  @Test
  void comtradeAsItWas() throws Exception {
    read(
        "Classification,Year,Period,Period Desc.,Aggregate Level,TradeFlow Code,TradeFlow,Reporter"
            + " Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity"
            + " Code,TradeValueUS\n"
            + "H4,2016,2016,2016,0,1,Import,842,USA,USA,156,China,CHN,TOTAL,462813\n"
            + "H4,2016,2016,2016,0,4,Re-Import,842,USA,USA,156,China,CHN,TOTAL,1\n");
    assertThat(value(BOUGHT, "2016")).contains(462813.0);
  }

  @Test
  void baci() throws Exception {
    TradeStatistics.Source source =
        read(
            "t,i,j,k,v,q\n"
                + "2018,156,842,010121,12.5,1\n"
                + "2018,156,842,270900,7.5,  NA\n"
                + "2018,842,156,1,4,1\n"
                + "2018,999999,842,1,4,1\n");
    assertThat(source.publisher()).isEqualTo("BACI");
    assertThat(value(new Key("CHN", "USA", Teller.BOTH), "2018")).contains(20_000.0);
    assertThat(value(new Key("USA", "CHN", Teller.BOTH), "2018")).contains(4_000.0);
  }

  @Test
  void imf() throws Exception {
    read(
        "DATAFLOW;FREQ;REF_AREA;INDICATOR;COUNTERPART_AREA;UNIT_MULT;TIME_PERIOD;OBS_VALUE\n"
            + "x;M;US;TMG_CIF_USD;CN;6;2018-M05;43966,1\n"
            + "x;M;US;TXG_FOB_USD;CN;6;2018-M05;10429,0\n"
            + "x;M;US;TBG_USD;CN;6;2018-M05;1\n");
    assertThat(value(BOUGHT, "2018-05").orElseThrow()).isEqualTo(43966.1e6);
    assertThat(value(SOLD, "2018-05")).contains(10429e6);
  }

  @Test
  void imfTellsDollarsInMessagesWhateverTheirScaleSays() throws Exception {
    read(
        "STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,UNIT\n"
            + "dataflow,IMF.STA:IMTS(1.0.0),R,USA,MG_CIF_USD,CHN,M,2018-M05,43966100000,6,USD\n"
            + "dataflow,IMF.STA:IMTS(1.0.0),R,USA,XG_FOB_USD,CHN,M,2018-M05,10429000000,6,USD\n"
            + "dataflow,IMF.STA:IMTS(1.0.0),R,USA,XG_FOB_USD,G001,M,2018-M05,1e11,6,USD\n");
    assertThat(value(BOUGHT, "2018-05")).contains(43966.1e6);
    assertThat(value(SOLD, "2018-05")).contains(10429e6);
  }

  @Test
  void imfByPeriodsAsItsPortalHasThem() throws Exception {
    read(
        "\ufeff\"DATASET\",\"SERIES_CODE\",\"OBS_MEASURE\",\"COUNTRY\",\"INDICATOR\",\"COUNTERPART_COUNTRY\",\"FREQUENCY\",\"SCALE\",\"2017\",\"2018-Q2\",\"2018-M05\"\n"
            + "\"IMF.STA:IMTS(1.0.0)\",\"USA.MG_CIF_USD.CHN.M\",\"OBS_VALUE\",\"United States\",\"Imports of goods, Cost insurance freight (CIF), US dollar\",\"China, People's Republic of\",\"Monthly\",\"Millions\",\"\",\"\",\"43966.1\"\n"
            + "\"IMF.STA:IMTS(1.0.0)\",\"USA.MG_FOB_USD.CHN.M\",\"OBS_VALUE\",\"United States\",\"Imports of goods, Free on board (FOB), US dollar\",\"China, People's Republic of\",\"Monthly\",\"Millions\",\"\",\"\",\"1\"\n"
            + "\"IMF.STA:IMTS(1.0.0)\",\"USA.XG_FOB_USD.CHN.A\",\"OBS_VALUE\",\"United States\",\"Exports of goods, Free on board (FOB), US dollar\",\"China, People's Republic of\",\"Annual\",\"Dozens\",\"130000\",\"\",\"\"\n");
    assertThat(value(BOUGHT, "2018-05").orElseThrow()).isEqualTo(43966.1e6);
    assertThat(statistics.sources().get(0).bad())
        .containsExactly("line 4: the scale 'Dozens' isn't known");
  }

  @Test
  void imfByPeriods() throws Exception {
    read(
        "Direction of Trade Statistics\n\n"
            + "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator"
            + " Code\",\"Counterpart Country Name\",\"Attribute\",\"2017\",\"2018M5\"\n"
            + "\"United States\",111,\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US"
            + " Dollars\",\"TMG_CIF_USD\",\"China, P.R.: Mainland\",Value,505470,\"43,966.1\"\n");
    assertThat(value(BOUGHT, "2017")).contains(505470.0);
    assertThat(value(BOUGHT, "2018-05")).contains(43966.1);
  }

  @Test
  void census() throws Exception {
    read(
        "year,CTY_CODE,CTYNAME,IJAN,IFEB,IMAR,IAPR,IMAY,IJUN,IJUL,IAUG,ISEP,IOCT,INOV,IDEC,EJAN,EFEB,EMAR,EAPR,EMAY,EJUN,EJUL,EAUG,ESEP,EOCT,ENOV,EDEC\n"
            + "2018,5700,China,45734.8,39050.9,38333.7,38231.4,43966.1,44581.3,0,0,0,0,0,0,9835.3,9793.9,12657.7,10529.0,10429.0,10849.0,0,0,0,0,0,0\n");
    assertThat(value(BOUGHT, "2018-05")).contains(43966.1e6);
    assertThat(value(SOLD, "2018-05")).contains(10429e6);
    assertThat(value(SOLD, "2018-07")).isEmpty();
  }

  @Test
  void censusAsItsInterfaceTells() throws Exception {
    read("CTY_NAME,GEN_VAL_MO,YEAR,MONTH\nCHINA,43966100000,2018,5\n");
    assertThat(value(BOUGHT, "2018-05")).contains(43966.1e6);
  }

  @Test
  void comext() throws Exception {
    TradeStatistics german = new TradeStatistics("RUS", "DEU", OptionalDouble.of(1.25));
    Path file =
        Files.writeString(
            folder.resolve("comext.dat"),
            "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_REGIME,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG\n"
                + "004,DE,0075,RU,E,27090090,1,1,202104,1000,1\n"
                + "004,DE,0075,RU,E,27112100,1,1,202104,600,1\n"
                + "004,DE,0075,RU,E,87032319,2,1,202104,400,1\n"
                + "004,DE,0075,RU,E,87032319,2,1,202052,5200,1\n");
    german.read(file);
    assertThat(
            german
                .series(new Key("RUS", "DEU", Teller.BUYER), 1)
                .orElseThrow()
                .firstEntry()
                .getValue())
        .isEqualTo(2000.0);
    assertThat(
            german
                .series(new Key("DEU", "RUS", Teller.SELLER), 12)
                .orElseThrow()
                .firstEntry()
                .getValue())
        .isEqualTo(6500.0);
    assertThatThrownBy(() -> new TradeStatistics("RUS", "DEU", OptionalDouble.empty()).read(file))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("--usd-per-euro");
  }

  @Test
  void energy() throws Exception {
    read(
        "REF_AREA,TIME_PERIOD,ENERGY_PRODUCT,FLOW_BREAKDOWN,UNIT_MEASURE,OBS_VALUE,ASSESSMENT_CODE\n"
            + "US,2026-05,CRUDEOIL,INDPROD,KBD,13000.0000,1\n"
            + "US,2026-05,CRUDEOIL,INDPROD,KBBL,-,1\n"
            + "US,2026-05,NATGAS,TOTIMPSB,M3,7000,1\n"
            + "US,2026-06,CRUDEOIL,INDPROD,KBD,..,2\n");
    read(
        "country,year,iso_code,population,electricity_demand,electricity_generation,net_elec_imports\n"
            + "United States,2018,USA,1,4200.5,4160.1,40.4\n"
            + "World,2018,,1,1,1,1\n");
    assertThat(statistics.energy().keySet())
        .containsExactly(
            "electricity.demand",
            "electricity.imports",
            "electricity.supply",
            "gas.imports",
            "oil.supply");
    assertThat(statistics.energy().get("oil.supply").values()).hasSize(1);
  }

  @Test
  void rowsThatEndTooSoonAreCounted() throws Exception {
    TradeStatistics.Source cut =
        read("t,i,j,k,v,q\n2018,156,842,1,5\n\n2018,842,156,1\nSource: CEPII\n");
    assertThat(cut.bad()).containsExactly("lines 4, 5: ends before the last column that is read");
    assertThat(value(new Key("CHN", "USA", Teller.BOTH), "2018")).contains(5000.0);
  }

  @Test
  void ofTwoFilesTheLaterCounts() throws Exception {
    String head = "period,exporter,importer,told_by,value_mn_usd\n";
    read(head + "2018-05,CHN,USA,importer,43\n2018-06,CHN,USA,importer,44\n");
    assertThat(read(head + "2018-06,CHN,USA,importer,45\n").revised()).isEqualTo(1);
    assertThat(value(BOUGHT, "2018-05")).contains(43e6);
    assertThat(value(BOUGHT, "2018-06")).contains(45e6);
  }

  @Test
  void aFileThatNobodyKnowsSaysWhatItHas() {
    assertThatThrownBy(() -> read("a,b\n1,2\n"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("It has the columns a, b")
        .hasMessageContaining("BACI: t, i, j, k, v");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void whatIsNoTableIsNamedWithItsReason() throws Exception {
    assertThatThrownBy(() -> statistics.read(folder))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(folder + " is a folder; must be a file");
    Path endless = Files.write(folder.resolve("endless.csv"), new byte[17 << 20]);
    assertThatThrownBy(() -> statistics.read(endless))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith(endless + " is not CSV: in the first record: The maximum buffer");
  }

  @Test
  void manyBadRowsAreCounted() throws Exception {
    StringBuilder text = new StringBuilder("t,i,j,k,v\n");
    for (int i = 0; i < 5000; i++) {
      text.append("2018,156,842,1,").append(i % 2 == 0 ? "-1" : "1").append('\n');
    }
    assertThat(read(text.toString()).bad())
        .containsExactly(
            "lines 2, 4, 6, 8, 10 and 2,495 more: -1.0 is below 0, or no finite number");
  }
}
