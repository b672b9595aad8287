package io.corridor.parquet;

import com.google.common.io.CountingOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file that is written from its start to its end into a stream, which is left open. */
final class StreamFile implements OutputFile {
  private final OutputStream out;

  StreamFile(OutputStream out) {
    this.out = out;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    CountingOutputStream counted = new CountingOutputStream(out);
    return new DelegatingPositionOutputStream(counted) {
      @Override
      public long getPos() {
        return counted.getCount();
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
