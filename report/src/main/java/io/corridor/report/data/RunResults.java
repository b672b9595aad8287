package io.corridor.report.data;

import io.corridor.projection.Projection;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The results of a run with all that its report needs: what {@code result.json} holds.
 *
 * @param projection what came out
 * @param source where the scenario came from
 * @param version of Corridor that simulated it
 * @param made the day on which it was simulated, in UTC; absent where that wasn't kept
 * @param report what the report needs beside
 */
public record RunResults(
    Projection projection,
    Source source,
    String version,
    Optional<LocalDate> made,
    ReportData report) {}
