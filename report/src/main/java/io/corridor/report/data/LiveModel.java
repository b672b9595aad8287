package io.corridor.report.data;

/**
 * The model that a page carries, so that whoever reads it can ask it: simulates in the browser what
 * this library simulates, bit for bit.
 *
 * @param script that starts it, and offers it as {@code window.corridor}
 * @param module WebAssembly, compressed by gzip
 */
public record LiveModel(String script, byte[] module) {

  /** Copies the bytes. */
  public LiveModel {
    module = module.clone();
  }

  @Override
  public byte[] module() {
    return module.clone();
  }
}
