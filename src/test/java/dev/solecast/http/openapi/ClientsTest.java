package dev.solecast.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that clients generated from the contract compile and can call the service. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Tag("soak")
class ClientsTest {

    private static final Path GENERATOR = Path.of("target/clients/openapi-generator-cli.jar");
    private static final Path PROGRAMS = Path.of("src/test/resources/clients");
    private static final String TYPESCRIPT = "typescript@5.9.3";

    /** The output expected of both programs. */
    private static final String SAID = """
            2: Aimé Leon Dore x New Balance 1000, Joe Freshgoods x New Balance 1000
            rumored undated null teaser 1
            New Balance 1000, 1999: ABZORB
            404 not-found
            400 invalid-parameter
            """;

    @TempDir
    Path folder;

    private String service;

    @BeforeEach
    void needGenerator() {
        service = "http://localhost:" + RestAssured.port;
        assertThat(GENERATOR)
                .as("the generator, which Maven puts there for mvn test -Dtests=soak")
                .exists();
    }

    @Test
    void typeScriptClientCompilesAndReads() throws Exception {
        needProgram("node");
        needProgram("npm");
        generate("typescript-fetch", "client");
        Files.copy(PROGRAMS.resolve("main.ts"), folder.resolve("main.ts"));
        run("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder.toString(), TYPESCRIPT);
        run(
                "npx",
                "--no-install",
                "tsc",
                "--strict",
                "--noUncheckedIndexedAccess",
                "--target",
                "es2022",
                "--module",
                "commonjs",
                "--lib",
                "es2022,dom",
                "--outDir",
                "built",
                "main.ts");
        assertThat(run("node", "built/main.js", service)).isEqualTo(SAID);
    }

    @Test
    void javaClientCompilesAndReads() throws Exception {
        generate(
                "java",
                ".",
                "--library",
                "native",
                "--additional-properties",
                "openApiNullable=false,useJakartaEe=true,useSingleRequestParameter=true,hideGenerationTimestamp=true");
        Files.copy(PROGRAMS.resolve("Main.java"), folder.resolve("src/main/java/Main.java"));
        var compile =
                new ArrayList<>(List.of(java("javac"), "-proc:none", "-nowarn", "-cp", libraries(), "-d", "built"));
        try (var files = Files.walk(folder.resolve("src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compile::add);
        }
        run(compile.toArray(String[]::new));
        assertThat(run(java("java"), "-Dstdout.encoding=UTF-8", "-cp", "built:" + libraries(), "Main", service))
                .isEqualTo(SAID);
    }

    private void generate(String language, String into, String... options) throws Exception {
        var command = new ArrayList<>(
                List.of(java("java"), "-jar", GENERATOR.toAbsolutePath().toString(), "generate"));
        // Avoids a clash with Java's Object.wait.
        command.addAll(List.of("--parameter-name-mappings", "wait=patience"));
        command.addAll(
                List.of("-i", Path.of("openapi/openapi.yaml").toAbsolutePath().toString()));
        command.addAll(List.of("-g", language, "-o", folder.resolve(into).toString()));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
    }

    private String run(String... command) throws IOException, InterruptedException {
        var errors = folder.resolve("errors.txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", command) + "\n" + said + read(errors))
                .isZero();
        return said;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private void needProgram(String name) throws InterruptedException {
        try {
            run(name, "--version");
        } catch (IOException e) {
            throw new AssertionError("This test needs " + name + ": install Node.js 20 or later.", e);
        }
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** The class path of the tests, which has Jackson. */
    private static String libraries() {
        return System.getProperty("java.class.path");
    }
}
