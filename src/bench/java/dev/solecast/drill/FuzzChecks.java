package dev.solecast.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The conditions that hold for every answer, to a good request or a bad one. */
final class FuzzChecks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INSIDE = Pattern.compile(
            "dev\\.solecast\\.|org\\.(hibernate|postgresql|jboss)|java\\.(lang|util)\\.|Exception|SQLSTATE|ERROR:|\\bat [a-z]+\\.[a-z]+\\.");

    private final FuzzContract contract;

    FuzzChecks(FuzzContract contract) {
        this.contract = contract;
    }

    /**
     * A fault of an answer.
     *
     * @param kind the same for all faults that are mended together
     */
    record Fault(String kind, String detail) {}

    /** The faults of an answer. */
    List<Fault> faults(FuzzRequest request, HttpResponse<String> answer) {
        var faults = new ArrayList<Fault>();
        int status = answer.statusCode();
        if (status >= 500 && status != 503) {
            faults.add(new Fault("fails with " + status, FuzzRequest.cut(answer.body(), 200)));
        } else if (!contract.has(request.operation(), status) && !isElsewhere(request, status)) {
            faults.add(new Fault("undocumented " + status, FuzzRequest.cut(answer.body(), 200)));
        }
        if ((status == 503 || status == 429) && header(answer, "Retry-After").isEmpty()) {
            faults.add(new Fault(status + " without Retry-After", answer.body()));
        }
        for (var name : List.of("X-Request-Id", "Cache-Control")) {
            if (header(answer, name).isEmpty()) {
                faults.add(new Fault("no " + name, "status " + status));
            }
        }
        if (!answer.body().isEmpty() && status != 304) {
            addFaultsOfBody(request, answer, faults);
        }
        return faults;
    }

    /** Whether the address may be that of something else: a strange slug can be empty or look like another path. */
    private static boolean isElsewhere(FuzzRequest request, int status) {
        return request.operation().path().contains("{") && (status == 404 || status == 405)
                || status == 406 && request.headers().containsKey("Accept");
    }

    private void addFaultsOfBody(FuzzRequest request, HttpResponse<String> answer, List<Fault> faults) {
        int status = answer.statusCode();
        var type = header(answer, "Content-Type").replaceAll(";.*", "").strip();
        if (status >= 400 && !type.equals("application/problem+json")) {
            faults.add(new Fault("an error as " + type, FuzzRequest.cut(answer.body(), 200)));
        }
        var inside = INSIDE.matcher(answer.body());
        if (status >= 400 && inside.find() && !sent(request).contains(inside.group())) {
            faults.add(new Fault("tells " + inside.group(), FuzzRequest.cut(answer.body(), 300)));
        }
        if (type.endsWith("json") && !type.endsWith("ndjson") && contract.has(request.operation(), status)) {
            try {
                var body = JSON.readTree(answer.body());
                contract.faults(request.operation(), status, type, body)
                        .forEach(fault -> faults.add(new Fault(status + " " + fault.replaceAll("\\d+", "#"), fault)));
                if (status >= 400) {
                    addFaultsOfProblem(status, body, faults);
                }
            } catch (JsonProcessingException e) {
                faults.add(new Fault("no JSON", e.getMessage()));
            }
        }
    }

    private static void addFaultsOfProblem(int status, JsonNode problem, List<Fault> faults) {
        if (problem.path("status").asInt() != status) {
            faults.add(new Fault(status + " that says otherwise", problem.toString()));
        }
        if (List.of("invalid-body", "invalid-parameter", "unknown-parameter")
                        .contains(problem.path("code").asText())
                && problem.path("errors").isEmpty()) {
            faults.add(new Fault("names no field", problem.toString()));
        }
    }

    private static String sent(FuzzRequest request) {
        return request.toString();
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
