package io.corridor.scenarios.internal.format;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.model.Key;
import io.corridor.model.Range;
import io.corridor.model.Section;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code data}: where a series or table stands, and how it is read.
 *
 * @param file a CSV file in the scenario's folder
 * @param date the column of the periods; left out where each period has a column of its own
 * @param value the column of the values
 * @param unit of the values: `USD/bbl`, `mn USD`, `TWh`, `%`, or any other
 * @param every the length of the periods whose last month or day `date` names
 * @param of what a longer period's value is of its months; if it isn't told, of money the sum, else
 *     the mean
 * @param where keeps the rows whose cells have this text, by column
 * @param lag how many months after its end a period is out; if it isn't told, 0
 * @param published the column of the days on which a value was out
 * @param shows the metric that it is of: charts show it before the start
 * @param part what it is called there, where it is of a part of the metric alone
 */
@Section("a series or table")
public record SeriesSource(
    @Key String file,
    @Key Optional<String> date,
    @Key Optional<String> value,
    @Key Optional<String> unit,
    @Key Optional<Every> every,
    @Key Optional<Of> of,
    @Key(absent = Key.NONE, form = "a mapping of columns to texts") Map<String, String> where,
    @Key(range = Range.LAG) Optional<Integer> lag,
    @Key Optional<String> published,
    @Key(refers = Key.Refers.METRIC) Optional<String> shows,
    @Key Optional<String> part) {}
