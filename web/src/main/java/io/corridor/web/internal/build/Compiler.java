package io.corridor.web.internal.build;

import io.corridor.web.internal.engine.PageEngine;
import java.io.IOException;
import java.nio.file.Path;
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

  /**
   * Returns the module's file, in a folder. It is compiled, which takes a minute, unless it is
   * there and nothing that it was compiled from has changed.
   */
  static Path compile(Path folder) throws IOException {
    Path module = folder.resolve("engine.wasm");
    if (Inputs.made(module)) {
      return module;
    }
    Inputs inputs = new Inputs();
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
    tool.setMainClass(PageEngine.class.getName());
    tool.setClassLoader(inputs);
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName(String.valueOf(module.getFileName()));
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
    inputs.note(module);
    return module;
  }
}
