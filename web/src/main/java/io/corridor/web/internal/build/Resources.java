package io.corridor.web.internal.build;

import java.util.Collection;
import org.teavm.extension.spi.resources.DefaultResourcesPolicy;

/** The files that the module carries. */
public final class Resources extends DefaultResourcesPolicy {

  @Override
  public String[] supplyResources(Collection<? extends String> classes) {
    return new String[] {
      "assets/org/apache/commons/math3/random/new-joe-kuo-6.1000",
      "io/corridor/report/files/version.properties",
      "io/corridor/report/words/countries.txt"
    };
  }
}
