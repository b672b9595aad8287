package io.corridor.web.internal.build;

import io.corridor.web.internal.engine.PageEngine;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles {@link PageEngine} and all that it needs to WebAssembly.
 *
 * <p>TeaVM numbers types in an order that depends on identity hash codes, so that two builds would
 * differ in some hundred bytes: this runs in a JVM in which all are the same, as {@code pom.xml}
 * says.
 */
final class Compiler {

  private Compiler() {}

  static Stream<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of);
  }

  /** Returns the module's file, which is written to a folder. */
  static Path compile(Path folder) {
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
    tool.setMainClass(PageEngine.class.getName());
    tool.setClassPath(classPath().map(Path::toFile).toList());
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName("engine.wasm");
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    try {
      tool.generate();
    } catch (TeaVMToolException e) {
      throw new IllegalStateException("TeaVM failed", e);
    }
    TeaVMProblemRenderer.describeProblems(
        tool.getDependencyInfo().getCallGraph(),
        tool.getProblemProvider(),
        new ConsoleTeaVMToolLog(false));
    if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
      throw new IllegalStateException("the engine can't be compiled: see above");
    }
    return folder.resolve("engine.wasm");
  }
}
