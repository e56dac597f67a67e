package org.trawl.web.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.Json;
import org.trawl.generate.media.PictureChange;
import org.trawl.media.MediaEntry;
import org.trawl.media.MediaType;
import org.trawl.page.analysis.AllPages;
import org.trawl.search.TweetSearch;
import org.trawl.web.SearchServer;
import org.trawl.web.ServerOptions;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class MediaRoutesTest {
  @TempDir private static Path folder;
  private static TweetSearch searcher;
  private static SearchServer server;
  private static List<MediaEntry> entries;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    searcher = TweetSearch.open(PicturedArchive.index(folder, 3_000, 150));
    var pages = new AllPages(searcher, Duration.ofSeconds(10));
    server = SearchServer.of(searcher, ServerOptions.DEFAULT.onPort(0), pages).start();
    var media = searcher.media();
    entries = IntStream.range(0, media.size()).mapToObj(media::entry).toList();
    assertTrue(entries.size() > 100, entries.size() + " media files");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    searcher.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static MediaEntry one(MediaType type) {
    return entries.stream()
        .filter(e -> e.facts().type().equals(Optional.of(type)) && e.facts().refusal().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static String path(MediaEntry entry) {
    return "/media/" + entry.address().orElseThrow();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void everyFileIsServedAsItLiesInItsZip() throws Exception {
    for (var entry : entries) {
      if (entry.address().isPresent()) {
        var answer = get(path(entry));
        assertEquals(200, answer.statusCode());
        assertEquals(entry.facts().type().orElseThrow().mime(), header(answer, "content-type"));
        var digest = MessageDigest.getInstance("SHA-256").digest(answer.body());
        assertEquals(entry.facts().sha256(), HexFormat.of().formatHex(digest));
      }
    }
  }

  @Test
  void aFileAsAPageMayDoNothing() throws Exception {
    var answer = get(path(one(MediaType.JPEG)));
    assertEquals("nosniff", header(answer, "x-content-type-options"));
    assertTrue(header(answer, "content-security-policy").contains("sandbox"));
    assertEquals(1, answer.headers().allValues("content-security-policy").size());
    assertTrue(header(answer, "cache-control").contains("immutable"));
    assertEquals("", header(answer, "content-encoding"));
    var again = get(path(one(MediaType.JPEG)), "If-None-Match", header(answer, "etag"));
    assertEquals(304, again.statusCode());
  }

  @Test
  void aPartIsThatPart() throws Exception {
    var entry = one(MediaType.PNG);
    var whole = get(path(entry)).body();
    for (var asked : List.of("0-0", "10-99", "50-", "-20", "10-99999999")) {
      var answer = get(path(entry), "Range", "bytes=" + asked);
      assertEquals(206, answer.statusCode(), asked);
      var told = header(answer, "content-range").split("[ /-]");
      var from = Integer.parseInt(told[1]);
      var to = Integer.parseInt(told[2]) + 1;
      assertEquals(Integer.toString(whole.length), told[3]);
      assertArrayEquals(Arrays.copyOfRange(whole, from, to), answer.body(), asked);
    }
    assertEquals(416, get(path(entry), "Range", "bytes=" + whole.length + "-").statusCode());
    assertEquals(200, get(path(entry), "Range", "bytes=0-1,3-4").statusCode());
    assertEquals(200, get(path(entry), "Range", "bites=0-1").statusCode());
  }

  @Test
  void smallPicturesHaveTheSizeThatPagesKeepFree() throws Exception {
    for (var type : List.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF)) {
      var entry = one(type);
      var answer = get(path(entry) + "?size=small");
      assertEquals(200, answer.statusCode());
      assertEquals("image/jpeg", header(answer, "content-type"));
      var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
      assertNotNull(image);
      assertTrue(Math.max(image.getWidth(), image.getHeight()) <= SmallPictures.SIDE);
      var extent = entry.facts().extent();
      assertEquals(
          (double) extent.width() / extent.height(),
          (double) image.getWidth() / image.getHeight(),
          0.02);
    }
  }

  @Test
  void whatIsNoMediaFileIsNotFound() throws Exception {
    for (var name : List.of("x.jpg", "00".repeat(32) + ".jpg", "..%2Fmanifest.json", "a%0Ab.png")) {
      assertEquals(404, get("/media/" + name).statusCode(), name);
    }
    var entry = one(MediaType.JPEG);
    assertEquals(404, get("/media/" + entry.facts().sha256() + ".png").statusCode());
    assertEquals(400, get(path(entry) + "?size=huge").statusCode());
    assertEquals(400, get(path(entry) + "?width=9").statusCode());
    // As it comes, HTML under a picture's name has no address.
    assertTrue(entries.stream().anyMatch(e -> e.facts().refusal().contains("markup")));
  }

  @Test
  void hostilePicturesAreRefusedWithTheReason() throws Exception {
    var bomb =
        entries.stream()
            .filter(e -> e.facts().refusal().contains("60000 × 60000"))
            .findFirst()
            .orElseThrow();
    var answer = get(path(bomb) + "?size=small");
    assertEquals(404, answer.statusCode());
    assertTrue(new String(answer.body(), UTF_8).contains("60000 × 60000 pixels"));
    var page = new String(get("/tweets/" + bomb.owner().id()).body(), UTF_8);
    assertTrue(page.contains("Not shown: it says it is of 60000 × 60000 pixels"), page);
  }

  @Test
  void hitsTellWhereTheirMediaAre() throws Exception {
    var answer = json("/api/search?q=has:images&size=20");
    assertTrue(answer.get("total").asInt() > 50, answer::toString);
    for (var hit : answer.get("hits")) {
      assertFalse(hit.get("media").isEmpty());
      for (var medium : hit.get("media")) {
        if (medium.has("address")) {
          assertEquals(200, get(medium.get("address").asString()).statusCode());
          assertTrue(medium.get("width").asInt() > 0);
          assertTrue(medium.get("type").asString().startsWith("image/"));
        } else {
          assertTrue(medium.has("refused"));
        }
      }
    }
  }

  private static JsonNode json(String path) throws Exception {
    return Json.MAPPER.readTree(get(path).body());
  }

  @Test
  void pagesKeepRoomForPicturesThatComeLater() throws Exception {
    var page = new String(get("/?q=has:images").body(), UTF_8);
    var pictures = page.split("<img ", -1);
    assertTrue(pictures.length > 10, page);
    for (var i = 1; i < pictures.length; i++) {
      var tag = pictures[i].substring(0, pictures[i].indexOf('>'));
      assertTrue(tag.matches("src=\"/media/[0-9a-f]{64}\\.\\w+(\\?size=small)?\".*"), tag);
      assertTrue(tag.contains(" width=\"") && tag.contains(" height=\""), tag);
      assertTrue(tag.contains("loading=\"lazy\"") && tag.contains(" alt=\"Picture"), tag);
    }
    assertTrue(page.contains("data-pictures=\"shown\""));
  }

  private static HttpResponse<byte[]> post(String path, String type, byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  void aPictureThatSomebodyHasIsFoundThoughItWasChanged() throws Exception {
    var entry = one(MediaType.JPEG);
    var file = get(path(entry)).body();
    var same = Json.MAPPER.readTree(post("/api/pictures", "image/jpeg", file).body());
    var first = same.get("matches").get(0);
    assertTrue(first.get("same").asBoolean(), same::toString);
    assertEquals(0, first.get("distance").asInt());
    var id = first.get("tweet").get("id").asString();
    var found = json("/api/search?size=0&q=same_picture:" + id).get("total").asLong();
    assertTrue(found >= 1 && found <= same.get("tweets").asLong(), same::toString);
    var image = ImageIO.read(new ByteArrayInputStream(file));
    for (var change : List.of(PictureChange.HALF, PictureChange.CAPTION, PictureChange.MIRRORED)) {
      var sent = PictureChange.jpeg(change.of(image), 0.6f);
      var answer = Json.MAPPER.readTree(post("/api/pictures?size=5", "image/jpeg", sent).body());
      assertFalse(answer.get("matches").isEmpty(), change.says());
      assertEquals(
          change == PictureChange.MIRRORED,
          answer.get("matches").get(0).get("mirrored").asBoolean());
      assertFalse(answer.get("matches").get(0).get("same").asBoolean());
    }
    var page = form("/pictures", file);
    assertTrue(page.contains("The same file") && page.contains("same_picture:"), page);
  }

  private static String form(String path, byte[] file) throws Exception {
    var body = new java.io.ByteArrayOutputStream();
    body.writeBytes(
        "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n\r\n"
            .getBytes(UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
    return new String(
        post(path, "multipart/form-data; boundary=b", body.toByteArray()).body(), UTF_8);
  }

  @Test
  void whatIsNoPictureIsRefusedWithTheReason() throws Exception {
    var page = post("/api/pictures", "image/jpeg", "<html>".getBytes(UTF_8));
    assertEquals(400, page.statusCode());
    assertTrue(new String(page.body(), UTF_8).contains("markup"));
    assertEquals(400, post("/api/pictures", "image/png", new byte[0]).statusCode());
    assertTrue(form("/pictures", "no picture".getBytes(UTF_8)).contains("cannot be looked up"));
    assertEquals(200, get("/pictures").statusCode());
  }

  @Test
  void theMediaOfASearchAreAZipWithAManifest() throws Exception {
    var files = new java.util.TreeMap<String, byte[]>();
    var sent = get("/api/media?q=has:gifs%20OR%20same_picture:" + one(MediaType.PNG).owner().id());
    assertEquals("application/zip", header(sent, "content-type"));
    try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(sent.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    var lines = new String(requireNonNull(files.remove("manifest.jsonl")), UTF_8).lines().toList();
    assertTrue(
        Json.MAPPER.readTree(lines.getFirst()).get("query").asString().startsWith("has:gifs"));
    var named = new java.util.TreeSet<String>();
    for (var line : lines.subList(1, lines.size())) {
      var json = Json.MAPPER.readTree(line);
      var file = json.get("file").asString();
      named.add(file);
      var digest = MessageDigest.getInstance("SHA-256").digest(requireNonNull(files.get(file)));
      assertEquals(json.get("sha256").asString(), HexFormat.of().formatHex(digest));
    }
    assertEquals(files.keySet(), named);
    assertTrue(files.size() > 1, files.keySet()::toString);
    assertEquals(400, get("/api/media?q=form:x").statusCode());
    assertEquals(400, get("/api/media?quality=9").statusCode());
    var csv =
        new String(get("/api/export?format=csv&columns=id,media_sha256&q=has:gifs").body(), UTF_8);
    assertTrue(csv.contains(one(MediaType.GIF).facts().sha256()), csv);
  }

  @Test
  void anAccountHasItsPicture() throws Exception {
    var profile =
        entries.stream()
            .filter(e -> !e.isOfTweet() && e.place().name().contains("_profile"))
            .findFirst()
            .orElseThrow();
    var id = java.net.URLEncoder.encode(profile.owner().id(), UTF_8);
    var page = new String(get("/accounts/" + id).body(), UTF_8);
    assertTrue(page.contains("alt=\"Profile picture of the account\""), page);
    assertTrue(page.contains("alt=\"Banner of the account\""), page);
  }

  @Test
  void aMediaFolderThatIsGoneIsSaid() throws Exception {
    var entry = one(MediaType.GIF);
    var zip = searcher.media().containers().get(entry.place().container()).path();
    var aside = zip.resolveSibling("aside");
    Files.move(zip, aside);
    try {
      var answer = get(path(entry));
      assertEquals(404, answer.statusCode());
      assertTrue(new String(answer.body(), UTF_8).contains("not where it was when it was indexed"));
      assertEquals("no-store", header(answer, "cache-control"));
    } finally {
      Files.move(aside, zip);
    }
    assertEquals(200, get(path(entry)).statusCode());
  }
}
