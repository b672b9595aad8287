package io.corridor.report.internal.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium with one page, spoken to in the DevTools protocol. Remembers what the page
 * complained of, and what it asked for.
 */
public final class Chromium implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");
  private static final long PATIENCE_SECONDS = 600;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Axe reads letters back from a canvas; no page of ours does. */
  private static final String ADVICE_TO_AXE = "willReadFrequently";

  private final Process process;

  private final Path profile;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private int sent;
  private boolean loaded;

  private Chromium(Process process, Path profile, String host) throws Exception {
    this.process = process;
    this.profile = profile;
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    String target = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    URI page = URI.create(JSON.readTree(target).at("/webSocketDebuggerUrl").asString());
    this.socket =
        client
            .newWebSocketBuilder()
            .buildAsync(page, new Collector())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", Map.of());
    }
    // Whatever else is on the screen, the page has the focus.
    send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
  }

  /** Returns the browser's file: $CHROMIUM, or where Linux distributions put it. */
  public static Optional<Path> find() {
    return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
        .filter(file -> file != null && !file.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a browser. */
  public static Chromium start(Path file) throws Exception {
    Path profile = Files.createTempDirectory("corridor-chromium");
    Process process =
        new ProcessBuilder(
                file.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Chromium(process, profile, host(process));
  }

  private static String host(Process process) throws IOException {
    BufferedReader errors = process.errorReader();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.matches()) {
        drain(errors);
        return matcher.group(1);
      }
    }
    throw new IOException("Chromium ended before it listened");
  }

  /** Chromium goes on writing, and must not wait for a reader. */
  private static void drain(BufferedReader errors) {
    Thread reader = new Thread(() -> errors.lines().forEach(line -> {}), "chromium-errors");
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a file, and waits until it has loaded. */
  public void open(Path page) throws Exception {
    open(page, "");
  }

  /** Opens a file at an address that ends so, and waits until it has loaded. */
  void open(Path page, String fragment) throws Exception {
    loaded = false;
    // Another fragment alone would load nothing.
    String query = fragment.isEmpty() ? "" : "?" + sent;
    send("Page.navigate", Map.of("url", page.toUri() + query + fragment));
    while (!loaded) {
      take();
    }
  }

  /** Sets the size of the window, and whether dark colours are preferred. */
  void show(int width, int height, boolean dark) throws Exception {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Shows the page as on a screen, light, or as it is printed. */
  void show(String media) throws Exception {
    send("Emulation.setEmulatedMedia", Map.of("media", media, "features", List.of()));
  }

  /** Returns the value of an expression in the page; promises are awaited. */
  public JsonNode evaluate(String expression) throws Exception {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("expression", expression);
    parameters.put("returnByValue", true);
    parameters.put("awaitPromise", true);
    JsonNode result = send("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.at("/exceptionDetails"));
    }
    return result.at("/result/value");
  }

  /** Says whether scripts of pages run; this class can look at pages either way. */
  void allowScripts(boolean allowed) throws Exception {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Types a text where the focus is. */
  void type(String text) throws Exception {
    send("Input.insertText", Map.of("text", text));
  }

  /** Presses a key that has a name. */
  void press(String key) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      send("Input.dispatchKeyEvent", Map.of("type", type, "key", key));
    }
  }

  /** Has the mouse do something at a place of the window, its left button down or not. */
  void mouse(String type, double x, double y) throws Exception {
    Map<String, Object> event = new LinkedHashMap<>(Map.of("type", type, "x", x, "y", y));
    event.put("button", "left");
    event.put("buttons", type.equals("mouseReleased") ? 0 : 1);
    event.put("clickCount", 1);
    send("Input.dispatchMouseEvent", event);
  }

  /** Writes a picture of the whole page. */
  void screenshot(Path file) throws Exception {
    JsonNode picture =
        send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    write(file, picture);
  }

  /** Writes the page as it is printed. */
  void print(Path file) throws Exception {
    write(file, send("Page.printToPDF", Map.of("printBackground", true)));
  }

  private static void write(Path file, JsonNode result) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(result.at("/data").asString()));
  }

  /** Returns errors and warnings on the console, and exceptions. */
  public List<String> complaints() {
    return complaints;
  }

  /** Returns the addresses that the page asked for. */
  public List<String> requests() {
    return requests;
  }

  private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
    int id = ++sent;
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    socket.sendText(JSON.writeValueAsString(message), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (true) {
      JsonNode reply = take();
      if (reply.path("id").asInt(0) == id) {
        if (reply.has("error")) {
          throw new IOException(method + ": " + reply.get("error"));
        }
        return reply.get("result");
      }
    }
  }

  private JsonNode take() throws Exception {
    JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("Chromium doesn't answer");
    }
    switch (message.path("method").asString("")) {
      case "Page.loadEventFired" -> loaded = true;
      case "Runtime.exceptionThrown" -> complaints.add(message.at("/params").toString());
      case "Runtime.consoleAPICalled" -> complain(message.at("/params/type"), message);
      case "Log.entryAdded" -> complain(message.at("/params/entry/level"), message);
      case "Network.requestWillBeSent" ->
          requests.add(message.at("/params/request/url").asString());
      default -> {}
    }
    return message;
  }

  private void complain(JsonNode level, JsonNode message) {
    String said = message.at("/params").toString();
    if (List.of("error", "warning", "assert").contains(level.asString(""))
        && !said.contains(ADVICE_TO_AXE)) {
      complaints.add(said);
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process
        .onExit()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
    deleteProfile();
  }

  /** Chromium's helpers may still be writing there when the browser has ended. */
  private void deleteProfile() {
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      profile.toFile().deleteOnExit();
    }
  }

  /** Puts the parts of messages together. */
  private final class Collector implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }
}
