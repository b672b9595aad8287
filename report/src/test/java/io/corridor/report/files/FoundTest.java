package io.corridor.report.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.report.files.OutFolder.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** All that commands leave is known in one place. */
class FoundTest {

  @Test
  void everyKindHasAFunction() {
    assertThat(
            Arrays.stream(Found.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getName))
        .containsAll(
            Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void noTwoKindsShareAFile() {
    assertThat(Kind.ALL).doesNotHaveDuplicates().doesNotContain(Kind.DRAWS);
    assertThat(Kind.ALL.subList(0, Kind.values().length)).allMatch(name -> name.endsWith(".json"));
  }
}
