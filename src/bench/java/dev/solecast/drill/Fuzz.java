package dev.solecast.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.drill.FuzzChecks.Fault;
import dev.solecast.drill.FuzzContract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Asks a service everything that its contract allows and much that it forbids, and notes each answer that the contract
 * does not have. The same seed makes the same requests.
 */
public final class Fuzz {

    /** Left out: a stream never ends, and the last admin key must not be revoked. */
    private static final List<String> NOT_ASKED = List.of("streamChanges", "revokeKey");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String adminKey;
    private final FuzzContract contract;
    private final FuzzValues values;
    private final FuzzChecks checks;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, String> findings = new LinkedHashMap<>();

    /**
     * @param service its address, without a path
     * @param adminKey a key of the role admin
     */
    public Fuzz(URI service, String adminKey, long seed) {
        this.service = service;
        this.adminKey = adminKey;
        this.contract = new FuzzContract(send(HttpRequest.newBuilder(service.resolve("/openapi?format=json"))
                        .build())
                .body());
        this.values = new FuzzValues(contract, new Random(seed));
        this.checks = new FuzzChecks(contract);
    }

    /**
     * Asks every operation in turn.
     *
     * @param rounds the requests of each operation
     * @return what was found, one line for each kind of fault of an operation
     */
    public List<String> run(int rounds) {
        var requests = new FuzzRequests(contract, values, keys());
        var operations = contract.operations().stream()
                .filter(operation -> !NOT_ASKED.contains(operation.id()))
                .toList();
        for (int round = 0; round < rounds; round++) {
            if (round % 20 == 0) {
                learn();
            }
            for (var operation : operations) {
                // Deleted and renamed things leave too little to ask for.
                if (operation.method().equals("DELETE") && round % 10 != 0) {
                    continue;
                }
                ask(requests.next(operation));
            }
        }
        leave();
        return findings.entrySet().stream()
                .map(finding -> finding.getKey() + "\n    " + finding.getValue())
                .toList();
    }

    /** How often which status was answered. */
    public String statuses() {
        return statuses.toString();
    }

    private void ask(FuzzRequest request) {
        HttpResponse<String> answer;
        try {
            answer = send(request.to(service));
        } catch (UncheckedIOException e) {
            note(request, new Fault("is not answered", String.valueOf(e.getCause())));
            return;
        }
        statuses.merge(Integer.toString(answer.statusCode()), 1, Integer::sum);
        for (var fault : checks.faults(request, answer)) {
            note(request, fault);
        }
        if (answer.statusCode() == 201) {
            readBack(request, answer);
        }
    }

    /** Reads the address that a write told, and compares the two answers. */
    private void readBack(FuzzRequest request, HttpResponse<String> added) {
        var location = FuzzChecks.header(added, "Location");
        var read = send(HttpRequest.newBuilder(service.resolve(location))
                .header("X-API-Key", adminKey)
                .build());
        if (read.statusCode() != 200) {
            note(request, new Fault("Location leads nowhere", location + " answers " + read.statusCode()));
            return;
        }
        var stored = json(read.body());
        json(added.body()).properties().forEach(field -> {
            if (stored.has(field.getKey()) && !stored.get(field.getKey()).equals(field.getValue())) {
                note(
                        request,
                        new Fault(
                                "answers another " + field.getKey() + " than is stored",
                                field.getValue() + ", then " + stored.get(field.getKey())));
            }
        });
    }

    /** Notes a fault once for each operation and kind, with the shortest request that shows it. */
    private void note(FuzzRequest request, Fault fault) {
        var kind = request.operation().id() + " " + FuzzRequest.cut(fault.kind(), 200);
        if (!findings.containsKey(kind)) {
            findings.put(kind, shrunk(request, fault) + "\n    " + FuzzRequest.cut(fault.detail(), 600));
        }
    }

    private FuzzRequest shrunk(FuzzRequest request, Fault fault) {
        if (!request.operation().method().equals("GET") || fault.kind().equals("is not answered")) {
            return request;
        }
        var smallest = request;
        for (var name : List.copyOf(request.query().keySet())) {
            smallest = shorterIfSame(smallest, smallest.without(name), fault);
        }
        for (var name : List.copyOf(request.headers().keySet())) {
            smallest = shorterIfSame(smallest, smallest.withoutHeader(name), fault);
        }
        return smallest;
    }

    private FuzzRequest shorterIfSame(FuzzRequest request, FuzzRequest shorter, Fault fault) {
        return checks.faults(shorter, send(shorter.to(service))).stream()
                        .anyMatch(each -> each.kind().equals(fault.kind()))
                ? shorter
                : request;
    }

    /** Learns names of what is there from every list. */
    private void learn() {
        for (var kind : List.of("brand", "model", "collaborator", "collaboration", "colorway", "source", "release")) {
            elements("/v1/" + kind + "s?limit=40&sort=-updatedAt", kind, "slug");
            elements("/v1/" + kind + "s?limit=40", kind, "slug");
        }
        elements("/v1/submissions?limit=50", "submission", "id");
        elements("/v1/webhooks?limit=50", "webhook", "id");
        elements("/v1/imports?limit=50", "import", "id");
        elements("/v1/releases/aime-leon-dore-new-balance-1000/rumors", "rumor", "id");
    }

    private void elements(String list, String kind, String name) {
        var answer = send(HttpRequest.newBuilder(service.resolve(list))
                .header("X-API-Key", adminKey)
                .build());
        if (answer.statusCode() == 200) {
            json(answer.body())
                    .path("items")
                    .forEach(item -> values.learn(kind, item.path(name).asText()));
        }
    }

    /** Everything that has been stored can be listed and exported. */
    private void leave() {
        for (var operation : contract.operations()) {
            if (operation.method().equals("GET")
                    && !operation.path().contains("{")
                    && !NOT_ASKED.contains(operation.id())) {
                look(operation, operation.path().equals("/v1/search") ? "/v1/search?q=a" : operation.path());
            }
            if (operation.id().equals("exportLines")) {
                look(operation, "/v1/exports/all?format=ndjson");
                look(operation, "/v1/exports/all?format=csv");
                look(operation, "/v1/exports/all?include=state");
            }
        }
    }

    private void look(Operation operation, String address) {
        var request = HttpRequest.newBuilder(service.resolve(address))
                .header("X-API-Key", adminKey)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                findings.put(
                        operation.id() + " in the end",
                        address + " answers " + answer.statusCode() + " " + FuzzRequest.cut(answer.body(), 300));
            }
        } catch (IOException e) {
            findings.put(operation.id() + " in the end", address + " breaks off: " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key of each role, and one that is none. */
    private Map<String, String> keys() {
        var keys = new HashMap<>(Map.of("admin", adminKey, "wrong", "solecast_nobody_" + "0".repeat(32)));
        for (var role : List.of("reader", "contributor", "editor")) {
            var answer = send(HttpRequest.newBuilder(service.resolve("/v1/keys"))
                    .header("X-API-Key", adminKey)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"fuzz " + role + "\",\"role\":\"" + role + "\"}"))
                    .build());
            keys.put(role, json(answer.body()).path("key").asText());
        }
        return keys;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request + " was not answered", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Asks a service that runs already.
     *
     * @param arguments its address, an admin key, rounds, and a seed unless it is to be a new one
     */
    public static void main(String[] arguments) {
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : new Random().nextLong();
        System.out.println("seed " + seed);
        var fuzz = new Fuzz(URI.create(arguments[0]), arguments[1], seed);
        var found = new ArrayList<>(fuzz.run(Integer.parseInt(arguments[2])));
        found.forEach(System.out::println);
        System.out.println(found.size() + " findings; answers by status: " + fuzz.statuses());
        System.exit(found.isEmpty() ? 0 : 1);
    }
}
