package io.corridor.web.internal.build;

import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Puts our classes in the place of those that TeaVM's class library lacks, or can't compile. */
public final class Substitutions extends SimpleSubstitutionPolicy {
  private static final String STANDING_IN = "io.corridor.web.internal.browser.";

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(inPackage("java", true)).packagePrefix(STANDING_IN + "jdk");
  }
}
