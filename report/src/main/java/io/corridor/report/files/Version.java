package io.corridor.report.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Corridor and of its scenario format. */
public final class Version {

  /** The format of scenarios and results that this version reads. */
  public static final int FORMAT = 1;

  private static final String RESOURCE = "/io/corridor/report/files/version.properties";

  private Version() {}

  /** Returns the version that the build states: {@code 0.1.0}. */
  public static String current() {
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
