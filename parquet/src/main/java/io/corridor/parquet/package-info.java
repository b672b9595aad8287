/**
 * Parquet files of a run, for DuckDB, pandas, R and their like: {@link
 * io.corridor.parquet.PathsParquet} holds single paths, {@link io.corridor.parquet.SeriesParquet}
 * what {@code series.csv} does. A module of its own, since the format's library is large.
 */
package io.corridor.parquet;
