package dev.solecast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A closed loop: each connection sends the next request when the previous one has been answered. */
final class Wrk {

    private static final Path SCRIPT = Path.of("target/bench/requests.lua");
    private static final Path REQUESTS = Path.of("target/bench/asks.txt");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");

    /**
     * The result of a round.
     *
     * @param rate successful responses a second
     * @param answers the number of all responses
     */
    record Round(double rate, int answers) {}

    private Wrk() {}

    /** Sends the requests in turn over 64 connections. */
    static Round round(URI address, List<BenchRequest> benchRequests, Duration length) {
        try {
            Files.write(
                    REQUESTS,
                    benchRequests.stream()
                            .map(request -> request.path() + " " + (request.tag() == null ? "" : request.tag()))
                            .toList());
            try (var script = Wrk.class.getResourceAsStream("/bench/requests.lua")) {
                Files.write(SCRIPT, script.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ArrayList<String>(List.of(
                "wrk", "-t1", "-c64", "-d" + length.toSeconds() + "s", "--timeout", "10s", "-s", SCRIPT.toString()));
        command.add(address.toString());
        String output = ChildProcess.run(command, Map.of("ASKS", REQUESTS.toString()), length.plusSeconds(30));
        if (output.contains("Socket errors")) {
            throw new IllegalStateException("Not all was answered:\n" + output);
        }
        int answers = Integer.parseInt(found(COUNT, output));
        var refused = REFUSED.matcher(output);
        double good = 1;
        if (refused.find()) {
            System.out.printf("%s of %d answers were refusals and do not count%n", refused.group(1), answers);
            good -= Double.parseDouble(refused.group(1)) / answers;
        }
        return new Round(good * Double.parseDouble(found(RATE, output)), answers);
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("wrk said:\n" + text);
        }
        return match.group(1);
    }
}
