package dev.solecast.drill;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Imports, with one editor's key and as dry runs, files made to be as much work as their size allows. */
record PathologicalImports() implements Attack {

    private static final int CONNECTIONS = 8;
    private static final int LINES = 5_000;

    private static final List<String> FILES = List.of(
            // Names that invite a regular expression to backtrack, and a parser to recurse.
            "{\"type\":\"brand\",\"slug\":\"" + "a-".repeat(400_000) + "a\",\"name\":\"A\"}\n",
            "{\"type\":\"brand\",\"name\":" + "[".repeat(900_000) + "\n",
            "{\"type\":\"release\",\"model\":\"drill\",\"window\":\"" + "2027-0?/".repeat(100_000) + "\"}\n",
            " ".repeat(900_000) + "\n",
            // References that never come, or that go around in a circle.
            lines("{\"type\":\"release\",\"slug\":\"drill-%1$d\",\"model\":\"never-%1$d\",\"region\":\"US\"}"),
            lines("{\"type\":\"model\",\"slug\":\"drill-%1$d\",\"brand\":\"drill\",\"name\":\"Drill %1$d\","
                    + "\"related\":[\"drill-%2$d\"]}"),
            // One entry again and again, each time another.
            "{\"type\":\"brand\",\"slug\":\"drill\",\"name\":\"Drill\"}\n"
                    + lines("{\"type\":\"brand\",\"slug\":\"drill\",\"name\":\"Drill %d\"}"));

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public String name() {
        return "pathological imports";
    }

    @Override
    public boolean isAnonymous() {
        return false;
    }

    @Override
    public void start(Raid raid, InetAddress source) {
        var headers = raid.key("editor") + "Content-Type: application/x-ndjson\r\n";
        for (var each = 0; each < CONNECTIONS; each++) {
            raid.repeat(source, 0, 0, connection -> {
                var file = FILES.get(NEXT.getAndIncrement() % FILES.size());
                raid.count(connection.post("/v1/imports?dryRun=true", headers, file.getBytes(StandardCharsets.UTF_8)));
            });
        }
    }

    /** So many lines of this form, with the number of each and of the one after. */
    private static String lines(String form) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> form.formatted(i, (i + 1) % LINES) + "\n")
                .collect(Collectors.joining());
    }
}
