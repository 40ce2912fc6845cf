package dev.solecast.bench;

import dev.solecast.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Measures the database alone by PostgreSQL's own benchmark, with prepared statements. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+) \\(without");

    private Pgbench() {}

    /**
     * Runs a script of src/bench/resources/bench.
     *
     * @return runs a second
     */
    static double rate(EmbeddedPostgres database, String script, Map<String, Long> variables, Duration length) {
        Path file = Path.of("target/bench", script);
        try (var text = Pgbench.class.getResourceAsStream("/bench/" + script)) {
            Files.write(file, text.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        URI server = URI.create(database.url().substring("jdbc:".length()));
        var command = new ArrayList<String>(List.of(
                program(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=16",
                "--time=" + length.toSeconds(),
                "--file=" + file,
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--username=" + database.username()));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add("solecast");
        String output = ChildProcess.run(command, Map.of("PGPASSWORD", database.password()), length.plusSeconds(30));
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench said:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** The newest of the versions installed by Debian, or the one on the path. */
    private static String program() {
        try (var installed = Files.newDirectoryStream(Path.of("/usr/lib/postgresql"), "*")) {
            return StreamSupport.stream(installed.spliterator(), false)
                    .map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .map(Path::toString)
                    .orElse("pgbench");
        } catch (IOException e) {
            return "pgbench";
        }
    }
}
