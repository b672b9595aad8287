package io.corridor.web.internal.build;

import io.corridor.web.internal.browser.Calls;
import io.corridor.web.internal.browser.Fdlibm;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.StringConstantInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Has our methods called instead of some of the JDK's. */
public final class Replacements implements TeaVMPlugin, ClassHolderTransformer {
  private static final String OURS = "io.corridor.web.internal.browser.";

  /** By class and name; all methods of that name that have the arguments of ours are replaced. */
  private static final Map<String, Class<?>> REPLACED = new HashMap<>();

  static {
    for (String name : List.of("exp", "log", "log10", "log1p", "expm1", "pow")) {
      REPLACED.put("java.lang.StrictMath." + name, Fdlibm.class);
    }
    // Residuals of fits are tested with these, whose tables are large; last bits are of no matter.
    for (String name : List.of("exp", "expm1", "log", "log10", "log1p", "pow")) {
      REPLACED.put("org.apache.commons.math3.util.FastMath." + name, Fdlibm.class);
    }
    REPLACED.put("java.time.YearMonth.parse", Calls.Months.class);
    REPLACED.put("java.time.LocalDate.parse", Calls.Days.class);
    for (String name :
        List.of(
            "java.lang.Math.multiplyHigh",
            "java.lang.Math.rint",
            "java.lang.Double.parseDouble",
            "java.math.BigDecimal.doubleValue",
            "java.util.Collections.unmodifiableSortedMap",
            "java.util.Currency.getInstance",
            "java.util.Currency.getSymbol",
            "java.util.Collections.unmodifiableNavigableMap",
            "java.lang.String.lines",
            "java.util.List.parallelStream",
            "java.util.Collection.parallelStream",
            "java.lang.Thread.start",
            "java.lang.Thread.join",
            "java.lang.Thread.isAlive")) {
      REPLACED.put(name, Calls.class);
    }
  }

  /** Of ASCII, with the high byte of each character, which is 0. */
  private static final MethodReference DEPRECATED_STRING =
      new MethodReference(
          String.class, "<init>", byte[].class, int.class, int.class, int.class, void.class);

  private static final MethodReference STRING =
      new MethodReference(String.class, "<init>", byte[].class, int.class, int.class, void.class);

  /** Commons Math's sentences on wrong arguments, in 350 kinds. */
  private static final String SENTENCES =
      "org.apache.commons.math3.exception.util.LocalizedFormats";

  @Override
  public void install(TeaVMHost host) {
    host.add(this);
  }

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (type.getName().startsWith(OURS)) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      for (InvokeInstruction invoke : instructions(method, InvokeInstruction.class)) {
        replace(invoke);
      }
    }
    MethodHolder first = type.getMethod(new MethodDescriptor("<clinit>", void.class));
    if (type.getName().equals(SENTENCES) && first != null) {
      sayNames(first);
    }
  }

  private static <T extends Instruction> List<T> instructions(MethodHolder method, Class<T> kind) {
    List<T> found = new ArrayList<>();
    if (method.getProgram() != null) {
      for (BasicBlock block : method.getProgram().getBasicBlocks()) {
        for (Instruction instruction : block) {
          if (kind.isInstance(instruction)) {
            found.add(kind.cast(instruction));
          }
        }
      }
    }
    return found;
  }

  /** Has each constant of an enum say its name, in place of the sentence it is made with. */
  private static void sayNames(MethodHolder first) {
    Map<Variable, StringConstantInstruction> texts = new HashMap<>();
    for (StringConstantInstruction text : instructions(first, StringConstantInstruction.class)) {
      texts.put(text.getReceiver(), text);
    }
    for (InvokeInstruction invoke : instructions(first, InvokeInstruction.class)) {
      List<? extends Variable> given = invoke.getArguments();
      if (invoke.getMethod().getName().equals("<init>") && given.size() == 3) {
        String name = Objects.requireNonNull(texts.get(given.get(0))).getConstant();
        Objects.requireNonNull(texts.get(given.get(2))).setConstant(name);
      }
    }
  }

  private static void replace(InvokeInstruction invoke) {
    MethodReference called = invoke.getMethod();
    if (called.equals(DEPRECATED_STRING)) {
      List<? extends Variable> given = invoke.getArguments();
      invoke.setMethod(STRING);
      invoke.setArguments(given.get(0), given.get(2), given.get(3));
      return;
    }
    Class<?> ours = REPLACED.get(called.getClassName() + "." + called.getName());
    if (ours == null) {
      return;
    }
    List<Variable> arguments = new ArrayList<>(invoke.getArguments());
    List<ValueType> types = new ArrayList<>(List.of(called.getSignature()));
    if (invoke.getInstance() != null) {
      arguments.add(0, invoke.getInstance());
      types.add(0, receiver(called));
    }
    MethodReference method =
        new MethodReference(ours.getName(), called.getName(), types.toArray(new ValueType[0]));
    if (!isThere(ours, method)) {
      return;
    }
    invoke.setType(InvocationType.SPECIAL);
    invoke.setInstance(null);
    invoke.setMethod(method);
    invoke.setArguments(arguments.toArray(new Variable[0]));
  }

  private static boolean isThere(Class<?> ours, MethodReference method) {
    return Arrays.stream(ours.getMethods())
        .map(candidate -> new MethodReference(ours, candidate.getName(), signature(candidate)))
        .anyMatch(method::equals);
  }

  private static Class<?>[] signature(Method method) {
    List<Class<?>> signature = new ArrayList<>(List.of(method.getParameterTypes()));
    signature.add(method.getReturnType());
    return signature.toArray(new Class<?>[0]);
  }

  private static ValueType receiver(MethodReference called) {
    return ValueType.object(
        called.getName().equals("parallelStream") ? "java.util.Collection" : called.getClassName());
  }
}
