package io.corridor.web.internal.build;

import com.google.common.hash.Hashing;
import io.corridor.report.internal.page.Base128;
import io.corridor.scenarios.ScenarioSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes what a page carries: the worker's text, the compiled module, and the editor's texts, each
 * compressed, as characters, and the script that runs it.
 *
 * <p>TeaVM's runtime makes functions of texts, which a strict content security policy forbids; they
 * are replaced by functions that are written out. If a replacement doesn't fit exactly once, the
 * build fails: TeaVM has another runtime then.
 */
public final class Packaging {
  private static final String RUNTIME = "org/teavm/backend/wasm/wasm-gc-module-runtime.js";

  private Packaging() {}

  /**
   * Compiles the module, unless that was done before, and packages it.
   *
   * @param arguments a folder for what is compiled, that of our scripts, and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Compiler.compile(Path.of(arguments[0]));
    write(module, Path.of(arguments[1]), Path.of(arguments[2]));
  }

  /** Writes {@code engine.js} and {@code engine.wasm.txt}. */
  static void write(Path module, Path scripts, Path folder) throws IOException {
    String worker = patched(resource(RUNTIME)) + Files.readString(scripts.resolve("worker.js"));
    Files.createDirectories(folder);
    Files.copy(
        scripts.resolve("engine.js"),
        folder.resolve("engine.js"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        folder.resolve("engine.wasm.txt"),
        String.join(
            " ",
            Base128.packed(worker),
            Base128.of(compressed(Files.readAllBytes(module))),
            Base128.of(compressed(texts().getBytes(StandardCharsets.UTF_8)))));
  }

  /** What the editor of a page consists of, as JSON: its script, and what it knows of scenarios. */
  private static String texts() throws IOException {
    JsonMapper json = JsonMapper.shared();
    return json.createObjectNode()
        .put("editor", resource("io/corridor/report/internal/page/editor.min.js"))
        .set("schema", json.readTree(ScenarioSchema.json()))
        .toString();
  }

  /**
   * Compressed by LZMA, by which a module is a quarter smaller than by gzip; then the CRC-32 of
   * that, as LZMA has none.
   */
  private static byte[] compressed(byte[] held) throws IOException {
    LZMA2Options options = new LZMA2Options(LZMA2Options.PRESET_MAX);
    options.setNiceLen(LZMA2Options.NICE_LEN_MAX);
    options.setPb(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream lzma = new LZMAOutputStream(bytes, options, held.length)) {
      lzma.write(held);
    }
    int checksum = Hashing.crc32().hashBytes(bytes.toByteArray()).asInt();
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes.write(checksum >>> shift);
    }
    return bytes.toByteArray();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Packaging.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the runtime, for a classic worker, without functions that are made of texts. */
  static String patched(String runtime) {
    String text = runtime;
    text =
        replaced(
            text,
            Pattern.quote("result = new Function(\"return \" + name + \";\");"),
            "result = () => globalThis[name];");
    text =
        replaced(
            text,
            Pattern.quote("new Function(\"value\", name + \" = value;\")(value);"),
            "globalThis[name] = value;");
    text =
        replaced(
            text,
            between(
                "    return new Function(\n      \"rethrowJavaAsJs\",", ")(rethrowJavaAsJs, fn);"),
            """
            return (...given) => {
              try {
                return fn(...(vararg
                  ? [...given.slice(0, fn.length - 1), given.slice(fn.length - 1)]
                  : given));
              } catch (e) {
                rethrowJavaAsJs(e);
              }
            };\
            """);
    text =
        replaced(
            text,
            between("    return new Function(\n      \"constructor\",", ")(c);"),
            """
            return function(marker, javaObject) {
              return c.call(this, marker, javaObject);
            };\
            """);
    text =
        replaced(
            text,
            between(
                "      cls.prototype[name] = new Function(\n        \"rethrowJavaAsJs\",",
                ")(rethrowJavaAsJs, fn);"),
            """
            cls.prototype[name] = function(...given) {
              try {
                return fn(this, ...(vararg
                  ? [...given.slice(0, fn.length - 2), given.slice(fn.length - 2)]
                  : given));
              } catch (e) {
                rethrowJavaAsJs(e);
              }
            };\
            """);
    text =
        replaced(
            text,
            between(
                "    const args = argumentList.length === 0 ?",
                "argumentList.push(\"p\" + (i + 1));"),
            """
            imports.teavmJso["createFunction" + i] = (...texts) => {
              if (texts.length !== 2 || texts[1] !== `return ${texts[0]};`) {
                throw new Error(`the policy of the page forbids a function made of ${texts}`);
              }
              return value => value;
            };
            imports.teavmJso["bindFunction" + i] = (f, ...bound) => f.bind(null, ...bound);
            imports.teavmJso["callFunction" + i] = (fn, ...given) =>
              wrapCallFromJavaToJs(() => fn(...given));
            imports.teavmJso["callMethod" + i] = (instance, method, ...given) =>
              wrapCallFromJavaToJs(() => instance !== null
                ? instance[method](...given)
                : getGlobalName(method)(...given));
            imports.teavmJso["construct" + i] = (constructor, ...given) =>
              wrapCallFromJavaToJs(() => new constructor(...given));
            imports.teavmJso["arrayOf" + i] = (...given) => given;\
            """);
    text = replaced(text, Pattern.quote("  const argumentList = [];\n"), "");
    text = replaced(text, between("export {\n", "};\n"), "");
    text =
        replaced(
            text,
            Pattern.quote("  if (typeof src !== \"string\") {\n"),
            "  if (src instanceof WebAssembly.Module) {\n    return src;\n  }\n"
                + "  if (typeof src !== \"string\") {\n");
    if (text.contains("new Function") || Pattern.compile("\\beval\\b").matcher(text).find()) {
      throw new IllegalStateException("the runtime still makes functions of texts");
    }
    return text;
  }

  private static String between(String first, String last) {
    return Pattern.quote(first) + ".*?" + Pattern.quote(last);
  }

  private static String replaced(String text, String pattern, String replacement) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("not found: " + pattern);
    }
    String done = text.substring(0, matcher.start()) + replacement + text.substring(matcher.end());
    if (matcher.find()) {
      throw new IllegalStateException("found twice: " + pattern);
    }
    return done;
  }
}
