package io.corridor.spark;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.rdd.RDD;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.Range;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * A Spark job that gives the one summary of each partition as soon as it is there. Only Spark's
 * Scala interface does so; here the two languages meet.
 */
final class Submission {
  private final FutureAction<BoxedUnit> action;

  private Submission(FutureAction<BoxedUnit> action) {
    this.action = action;
  }

  /**
   * Starts a job.
   *
   * @param summaries one in each partition
   * @param results takes them, on a thread of Spark's
   */
  static Submission of(
      JavaPairRDD<Integer, byte[]> summaries, Consumer<Tuple2<Integer, byte[]>> results) {
    RDD<Tuple2<Integer, byte[]>> rdd = summaries.rdd();
    return new Submission(
        rdd.sparkContext()
            .submitJob(
                rdd, new Only(), all(rdd.getNumPartitions()), new Take(results), new Nothing()));
  }

  /** Returns the numbers of all partitions. */
  @SuppressWarnings("unchecked") // Scala's Int is a Java Object to generics
  private static Seq<Object> all(int partitions) {
    return (Seq<Object>) (Seq<?>) new Range.Exclusive(0, partitions, 1);
  }

  int jobId() {
    return (Integer) action.jobIds().head();
  }

  /** Whether the job has ended otherwise than with all results. */
  boolean hasFailed() {
    return action.isCompleted() && action.value().get().isFailure();
  }

  /** Returns why it has. */
  Throwable failure() {
    return action.value().get().failed().get();
  }

  /** Ends it, unless it has ended. */
  void cancel() {
    action.cancel();
  }

  private static final class Only
      extends AbstractFunction1<Iterator<Tuple2<Integer, byte[]>>, Tuple2<Integer, byte[]>>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Tuple2<Integer, byte[]> apply(Iterator<Tuple2<Integer, byte[]>> partition) {
      return partition.next();
    }
  }

  private static final class Take
      extends AbstractFunction2<Object, Tuple2<Integer, byte[]>, BoxedUnit> {
    private final Consumer<Tuple2<Integer, byte[]>> results;

    Take(Consumer<Tuple2<Integer, byte[]>> results) {
      this.results = results;
    }

    @Override
    public BoxedUnit apply(Object partition, Tuple2<Integer, byte[]> summary) {
      results.accept(summary);
      return BoxedUnit.UNIT;
    }
  }

  private static final class Nothing extends AbstractFunction0<BoxedUnit> {
    @Override
    public BoxedUnit apply() {
      return BoxedUnit.UNIT;
    }
  }
}
