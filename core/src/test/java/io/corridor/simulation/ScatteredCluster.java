package io.corridor.simulation;

import io.corridor.run.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A cluster of no machines, that cuts jobs at random, does ranges and merges them out of order, and
 * has the job by wire, as others have.
 */
final class ScatteredCluster implements Cluster {
  private final Random random;
  private final int mostBlocks;
  private int deployed;

  ScatteredCluster(long seed, int mostBlocks) {
    this.random = new Random(seed);
    this.mostBlocks = mostBlocks;
  }

  /** Returns how many jobs are known to the machines. */
  int deployed() {
    return deployed;
  }

  @Override
  public int cores() {
    return 7;
  }

  @Override
  public Duration worthwhile() {
    return Duration.ofMillis(1);
  }

  @Override
  public Deployment deploy(Job original) {
    Job job = wired(original);
    deployed++;
    return new Deployment() {
      @Override
      public void simulate(long firstPath, long paths, Progress progress, Results results) {
        for (int part = job.parts() - 1; part >= 0; part--) {
          results.take(part, part(job, part, firstPath, paths));
          progress.goOn(paths * (job.parts() - part) / job.parts(), paths);
        }
      }

      @Override
      public void close() {
        deployed--;
      }
    };
  }

  private byte[] part(Job job, int part, long firstPath, long paths) {
    List<byte[]> pieces = new ArrayList<>();
    long path = firstPath;
    while (path < firstPath + paths) {
      long count =
          Math.min(firstPath + paths - path, (1 + random.nextInt(mostBlocks)) * (long) Job.BLOCK);
      pieces.add(job.simulate(part, path, count, Progress.NONE));
      path += count;
    }
    Collections.shuffle(pieces, random);
    while (pieces.size() > 1) {
      List<byte[]> some = pieces.subList(0, 2 + random.nextInt(pieces.size() - 1));
      byte[] merged = job.merge(part, List.copyOf(some).iterator());
      some.clear();
      pieces.add(merged);
    }
    return pieces.get(0);
  }

  private static Job wired(Job job) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(job);
      return (Job)
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
