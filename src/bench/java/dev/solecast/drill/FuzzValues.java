package dev.solecast.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values that a schema allows, at its bounds too, and values that nobody should send. */
final class FuzzValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final FuzzContract contract;
    private final Random random;
    /** Ids and slugs that are there, by the last word of the list that has them. */
    private final Map<String, List<String>> known = new HashMap<>();

    FuzzValues(FuzzContract contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    /** Remembers something that can be named. */
    void learn(String kind, String name) {
        var names = known.computeIfAbsent(kind, unknown -> new ArrayList<>());
        if (names.size() < 200 && !names.contains(name)) {
            names.add(name);
        }
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String hostile() {
        return any(FuzzTexts.HOSTILE);
    }

    /** The name of something that is there, if there is one of this kind. */
    String known(String kind, String otherwise) {
        var singular = kind.replaceAll("(ies)$", "y").replaceAll("s$", "");
        var names = known.getOrDefault(singular, List.of());
        return names.isEmpty() ? otherwise : any(names);
    }

    /** A value that the schema allows. */
    JsonNode valid(JsonNode given, String name, int depth) {
        var schema = contract.resolve(given);
        if (schema.has("anyOf")) {
            return valid(
                    schema.path("anyOf").get(random.nextInt(schema.path("anyOf").size())), name, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        var types = schema.path("type").isArray()
                ? schema.path("type")
                : JSON.arrayNode().add(schema.path("type"));
        return switch (types.get(random.nextInt(types.size())).asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(random.nextInt(101) / 100.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema, name));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || depth < DEEPEST && chance(0.3)) {
                object.set(property.getKey(), valid(property.getValue(), property.getKey(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        var array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(3), chance(0.02) ? 100 : 3);
        for (int i = least + random.nextInt(Math.max(1, most - least + 1)); i > 0; i--) {
            array.add(valid(schema.path("items"), name, depth + 1));
        }
        return array;
    }

    private BigInteger integer(JsonNode schema) {
        var least = schema.path("minimum").decimalValue().toBigInteger();
        var most = schema.has("maximum") ? schema.path("maximum").decimalValue() : BigDecimal.TEN;
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> most.toBigInteger();
            default -> least.add(BigInteger.valueOf(random.nextInt(20))).min(most.toBigInteger());
        };
    }

    private String text(JsonNode schema, String name) {
        if (known.containsKey(name.replaceAll("s$", "")) && chance(0.8)) {
            return known(name, "");
        }
        var format = schema.path("format").asText();
        if (format.equals("date")) {
            return any(List.of("2027-03-06", "2024-02-29", "2026-11-30", "1985-01-01", "2199-12-31"));
        } else if (format.equals("date-time")) {
            return any(List.of("2027-03-06T15:00:00Z", "2024-02-29T23:59:59.999999Z", "2026-11-30T00:00:00Z"));
        }
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(300);
        var pattern =
                schema.has("pattern") ? Pattern.compile(schema.path("pattern").asText()) : null;
        var examples = new ArrayList<String>();
        schema.path("examples").forEach(example -> examples.add(example.asText()));
        var fitting = Stream.concat(FuzzTexts.PLAIN.stream(), examples.stream())
                .map(text -> chance(0.3) && pattern == null ? lengthened(text, most) : text)
                .map(text -> chance(0.3) && text.matches("[a-z-]+") ? text + "-" + random.nextInt(100_000) : text)
                .filter(text ->
                        text.codePointCount(0, text.length()) >= least && text.codePointCount(0, text.length()) <= most)
                .filter(text -> pattern == null || pattern.matcher(text).find())
                .toList();
        return fitting.isEmpty() ? "x" : any(fitting);
    }

    private static String lengthened(String text, int most) {
        return text.repeat(most / text.length() + 1).substring(0, Math.min(most, 2_000));
    }

    /** Any JSON that does not belong here. */
    JsonNode strange() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> JSON.numberNode(new BigDecimal("1e400"));
            case 3 -> JSON.numberNode(new BigInteger("9".repeat(60)));
            case 4 -> JSON.numberNode(-0.5);
            case 5 -> JSON.objectNode().put("a", 1);
            case 6 -> JSON.arrayNode().add(JSON.arrayNode().add("a"));
            case 7 -> deep();
            case 8 -> many();
            default -> JSON.textNode(hostile());
        };
    }

    private static JsonNode deep() {
        JsonNode value = JSON.textNode("x");
        for (int i = 0; i < 500; i++) {
            value = JSON.arrayNode().add(value);
        }
        return value;
    }

    private static JsonNode many() {
        var array = JSON.arrayNode();
        for (int i = 0; i < 2_000; i++) {
            array.add("new-balance");
        }
        return array;
    }

    /** Changes something somewhere in a value. */
    JsonNode spoiled(JsonNode value) {
        if (value instanceof ObjectNode object && !object.isEmpty() && chance(0.85)) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = any(names);
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("surprise", strange());
                case 2 -> object.set(name, spoiled(object.get(name)));
                default -> object.set(name, strange());
            }
            return object;
        }
        if (value instanceof ArrayNode array && !array.isEmpty() && chance(0.6)) {
            int at = random.nextInt(array.size());
            array.set(at, spoiled(array.get(at)));
            return array;
        }
        return strange();
    }
}
