package dev.solecast.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.bench.Dataset;
import dev.solecast.bench.Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Attacks a service with its default limits in every known way, and reports how others fared. */
public final class AttackDrill {

    private static final int USUAL = 120_000;
    private static final int USUAL_SECONDS = 60;
    private static final int WORST = 3;
    private static final int SETTLING_SECONDS = 3;
    private static final int WARMING_SECONDS = 3;
    private static final int MOST_ROUNDS = 20;
    private static final int MANY_ADDRESSES = 40;
    private static final Path TABLE = Path.of("target/bench/attack.md");

    private final Dataset data;
    private final int seconds;
    private final List<String> releases;
    private final List<DrillResult> results = new ArrayList<>();
    private Service service;
    private Map<String, String> keys;
    private Others others;
    private Others.Experience idle;
    private int raids;

    private AttackDrill(Dataset data, int seconds) throws SQLException, IOException {
        this.data = data;
        this.seconds = seconds;
        this.releases = releases(data);
        start();
        warmUp();
        this.idle = others.during(seconds);
    }

    /**
     * Runs all attacks, and ends with status 1 if a bound was broken.
     *
     * @param arguments the number of releases, the seconds of each attack, and a part of the names of the attacks to
     *     run; each may be left out
     */
    public static void main(String... arguments) throws IOException, SQLException {
        int size = arguments.length > 0 && !arguments[0].isBlank() ? Integer.parseInt(arguments[0]) : USUAL;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_SECONDS;
        var results = run(size, seconds, arguments.length > 2 ? arguments[2] : "", WORST);
        var broken =
                results.stream().filter(result -> !result.broken().isEmpty()).count();
        System.out.println(broken == 0 ? "All bounds held." : broken + " attacks broke a bound.");
        System.exit(broken == 0 ? 0 : 1);
    }

    /**
     * Runs the attacks whose name contains a text, and then the worst again from forty addresses.
     *
     * @param worst how many to run again
     */
    static List<DrillResult> run(int size, int seconds, String name, int worst) throws IOException, SQLException {
        Files.createDirectories(TABLE.getParent());
        try (var data = Dataset.open(size)) {
            var drill = new AttackDrill(data, seconds);
            try {
                return drill.attack(
                        Attack.all(new AttackRequests()).stream()
                                .filter(attack -> attack.name().contains(name))
                                .toList(),
                        worst);
            } finally {
                drill.service.close();
            }
        }
    }

    private List<DrillResult> attack(List<Attack> attacks, int worst) throws IOException {
        System.out.print(DrillResult.HEAD);
        for (var attack : attacks) {
            raid(attack, 1);
        }
        var again = results.stream()
                .filter(result -> result.attack().isAnonymous())
                .sorted(Comparator.comparingDouble(
                                (DrillResult result) -> result.others().refusedShare())
                        .thenComparingDouble(DrillResult::slowdown)
                        .reversed())
                .limit(worst)
                .map(DrillResult::attack)
                .toList();
        for (var attack : again) {
            raid(attack, MANY_ADDRESSES);
        }
        return results;
    }

    /** Lets the JVM compile what will be asked for, because a service that is attacked has usually run for a while. */
    private void warmUp() {
        for (var attack : Attack.all(new AttackRequests())) {
            try (var raid = new Raid(socket(), keys, 1, WARMING_SECONDS)) {
                attack.start(raid, Others.loopback(100, ++raids));
                others.during(WARMING_SECONDS);
            }
        }
        settle();
    }

    private void raid(Attack attack, int addresses) throws IOException {
        if (!service.child().isAlive()) {
            service.close();
            start();
            warmUp();
        }
        settle();
        // Addresses of its own, so that no earlier attack has used up their quota.
        int net = 1 + raids++;
        try (var vitals = new Vitals(
                        service, DatabaseProcess.in(Dataset.folder(data.scale().releases())));
                var raid = new Raid(socket(), keys, addresses, seconds)) {
            for (int host = 1; host <= addresses; host++) {
                attack.start(raid, Others.loopback(net, host));
            }
            var experience = others.during(seconds);
            var result = new DrillResult(
                    attack,
                    addresses,
                    idle,
                    experience,
                    raid.answers(),
                    Math.max(0, vitals.cpuSeconds()),
                    vitals.megabytes(),
                    vitals.unhealthy());
            results.add(result);
            System.out.println(result.row());
            Files.writeString(
                    TABLE,
                    DrillResult.HEAD
                            + String.join(
                                    "\n", results.stream().map(DrillResult::row).toList()) + "\n");
        }
    }

    private void start() throws IOException {
        service = Service.limited(
                data.database(),
                Map.of("SOLECAST_WEBHOOKS_ALLOW_HTTP", "true", "SOLECAST_WEBHOOKS_ALLOW_INSIDE", "true"));
        keys = Map.of("reader", key("reader"), "editor", key("editor"));
        others = new Others(socket(), releases);
        settle();
    }

    /** Waits until all is well, so that neither a cold start nor the last attack counts for the next one. */
    private void settle() {
        for (int round = 0; others.during(SETTLING_SECONDS).refused() > 0; round++) {
            if (round == MOST_ROUNDS) {
                System.out.println("The service does not recover.");
                return;
            }
        }
    }

    private String key(String role) throws IOException {
        var issued = service.post(
                "/v1/keys",
                "application/json",
                BodyPublishers.ofString("{\"name\": \"drill %s %d\", \"role\": \"%s\"}"
                        .formatted(role, System.currentTimeMillis(), role)));
        return new ObjectMapper().readTree(issued.body()).path("key").asText();
    }

    private InetSocketAddress socket() {
        return new InetSocketAddress(
                service.address().getHost(), service.address().getPort());
    }

    private static List<String> releases(Dataset data) throws SQLException {
        var database = data.database();
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var rows = connection.createStatement().executeQuery("select slug from release order by md5(slug)")) {
            var slugs = new ArrayList<String>();
            while (rows.next()) {
                slugs.add(rows.getString(1));
            }
            return slugs;
        }
    }
}
