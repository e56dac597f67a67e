package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher at the repository's root, in a project of its own whose Maven is a script that
/// takes a moment to "build" a program that prints its arguments.
class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String[] TOOLS = {
    "bash",
    "cat",
    "cp",
    "date",
    "dirname",
    "find",
    "flock",
    "head",
    "mkdir",
    "mv",
    "readlink",
    "rm",
    "sed",
    "touch",
    "uname"
  };

  @TempDir Path temporary;
  private Path project;
  private Path bin;

  /// What a run printed, and how it ended.
  private record Run(int exit, String out, String err) {}

  /// What the fake build puts into the jar.
  public static final class Echo {
    private Echo() {}

    public static void main(String[] args) {
      System.out.println(String.join("|", args));
      System.exit(args.length > 0 && args[0].equals("fail") ? 7 : 0);
    }
  }

  @BeforeEach
  void makeProject() throws IOException {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "needs bash");
    project = Files.createDirectories(temporary.resolve("a project"));
    bin = Files.createDirectories(temporary.resolve("bin"));
    Files.createDirectories(project.resolve(".ci"));
    for (var name : List.of("trawl", ".ci/toolchain.sh")) {
      Files.copy(ROOT.resolve(name), project.resolve(name));
    }
    for (var module : List.of("indexer", "searcher", "web")) {
      Files.createDirectories(project.resolve(module).resolve("src/main/java"));
      Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
      Files.writeString(project.resolve(module).resolve("src/main/java/A.java"), "class A {}");
    }
    Files.writeString(project.resolve("pom.xml"), "<trawl.jvm>-Dsome=option</trawl.jvm>");
    makeOld(project);
    // The machine's own tools, but neither its Java nor its Maven.
    for (var tool : TOOLS) {
      var real = Path.of("/usr/bin", tool);
      if (Files.exists(real)) {
        writeScript(tool, "exec " + real + " \"$@\"");
      }
    }
    writeJar(temporary.resolve("echo.jar"));
  }

  @Test
  void theFirstRunBuildsAndLaterOnesDoNot() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    var first = run("search", "two words", "");
    assertEquals(0, first.exit, first.err);
    assertEquals("search|two words|\n", first.out);
    assertTrue(first.err.contains("building, as this is the first time"), first.err);

    var second = run("check");
    assertEquals("check\n", second.out);
    assertEquals("", second.err);
  }

  @Test
  void aChangedOrDeletedSourceIsBuilt() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    run("check");
    var source = project.resolve("indexer/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertTrue(run("check").err.contains("building, as sources have changed"));

    makeOld(project);
    assertEquals("", run("check").err);
    Files.delete(source);
    var folder = source.resolveSibling(".");
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().plusSeconds(60)));
    assertTrue(run("check").err.contains("building, as sources have changed"));
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    var link = Files.createSymbolicLink(temporary.resolve("t"), Path.of("a project", "trawl"));
    var run = run(link, Path.of("/"), "check");
    assertEquals("check\n", run.out, run.err);
  }

  @Test
  void wordsOfAnyScriptComeThroughInAnyLocale() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    // Through a file, as this JVM's own locale may not be able to pass such words on.
    writeScript("ask", "exec /bin/bash '" + project.resolve("trawl") + "' search выборы 橋");
    assertEquals("search|выборы|橋\n", run(bin.resolve("ask"), project).out);
  }

  @Test
  void theProgramsExitCodeIsTheLaunchers() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    assertEquals(7, run("fail").exit);
  }

  @Test
  void aFailedBuildSaysWhyAndLeavesNothing() throws Exception {
    fakeMaven("echo 'A.java: does not compile'; exit 1");
    var run = run("check");
    assertEquals(1, run.exit);
    assertTrue(run.err.contains("A.java: does not compile"), run.err);
    assertEquals("", run.out);

    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    assertEquals(0, run("check").exit);
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    var run = run("check");
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("needs Maven"), run.err);
  }

  @Test
  void withoutAFittingJdkItSaysWhatToInstall() throws Exception {
    var toolchain = project.resolve(".ci/toolchain.sh");
    var text = Files.readString(toolchain);
    assertTrue(text.contains("JAVA_RELEASE=25"));
    Files.writeString(toolchain, text.replace("JAVA_RELEASE=25", "JAVA_RELEASE=999"));
    var run = run("check");
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("needs a JDK 999"), run.err);
    assertFalse(Files.exists(project.resolve(".trawl")));
  }

  private void fakeMaven(String script) throws IOException {
    writeScript("mvn", script);
  }

  private void writeScript(String name, String script) throws IOException {
    var file = Files.writeString(bin.resolve(name), "#!/bin/bash\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run run(String... args) throws IOException, InterruptedException {
    return run(project.resolve("trawl"), project, args);
  }

  private Run run(Path launcher, Path folder, String... args)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
    command.addAll(List.of(args));
    var out = temporary.resolve("out");
    var err = temporary.resolve("err");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher hangs");
    return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /// Gives everything a time before any build.
  private static void makeOld(Path folder) throws IOException {
    var old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(f -> !f.toString().contains(".trawl")).toList()) {
        Files.setLastModifiedTime(file, old);
      }
    }
  }

  private static void writeJar(Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    var name = Echo.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var code = LauncherTest.class.getClassLoader().getResourceAsStream(name)) {
      assertTrue(code != null, "no class " + name);
      out.putNextEntry(new JarEntry(name));
      code.transferTo(out);
    }
  }
}
