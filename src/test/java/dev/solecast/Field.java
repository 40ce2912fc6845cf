package dev.solecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a JSON object with its value, or two fields that only make sense together, for {@link Fixtures}. Read with
 * static imports: {@code fixtures.release("jazz-us", "jazz", region("US"), colorway("jazz-white"))}.
 */
public record Field(Map<String, Object> values) {

    /**
     * Any field.
     *
     * @param value a string, a boolean, a number, a list, or an {@link #object}
     */
    public static Field field(String name, Object value) {
        return new Field(Map.of(name, value));
    }

    /** A JSON object, as an element of a list or the value of a field. */
    public static Map<String, Object> object(Field... fields) {
        var object = new LinkedHashMap<String, Object>();
        for (var each : fields) {
            each.values.forEach((name, value) -> {
                if (object.put(name, value) != null) {
                    throw new IllegalArgumentException("Two fields " + name);
                }
            });
        }
        return object;
    }

    public static Field slug(String slug) {
        return field("slug", slug);
    }

    public static Field name(String name) {
        return field("name", name);
    }

    public static Field brand(String slug) {
        return field("brand", slug);
    }

    public static Field model(String slug) {
        return field("model", slug);
    }

    public static Field colorway(String slug) {
        return field("colorway", slug);
    }

    public static Field collaboration(String slug) {
        return field("collaboration", slug);
    }

    public static Field aliases(String... names) {
        return field("aliases", List.of(names));
    }

    public static Field home(String place) {
        return field("home", place);
    }

    /**
     * Since when a source exists.
     *
     * @param day such as {@code 2020-01-01}
     */
    public static Field since(String day) {
        return field("since", day);
    }

    /** When a model first appeared, in EDTF. */
    public static Field firstAppeared(String edtf) {
        return field("firstAppeared", edtf);
    }

    public static Field nickname(String nickname) {
        return field("nickname", nickname);
    }

    public static Field styleCode(String code) {
        return field("styleCode", code);
    }

    public static Field line(String productLine) {
        return field("line", productLine);
    }

    /** Colors of the whole shoe. */
    public static Field colors(String... names) {
        return field(
                "colors",
                List.of(names).stream().map(name -> object(name(name))).toList());
    }

    /** Colors, some of them with a finish or of a part only. */
    @SafeVarargs
    public static Field colors(Map<String, Object>... colors) {
        return field("colors", List.of(colors));
    }

    /** A color, with its finish, its part or neither. */
    public static Map<String, Object> color(String name, Field... finishOrPart) {
        return with(finishOrPart, name(name));
    }

    public static Field finish(String finish) {
        return field("finish", finish);
    }

    public static Field part(String part) {
        return field("part", part);
    }

    @SafeVarargs
    public static Field pictures(Map<String, Object>... pictures) {
        return field("pictures", List.of(pictures));
    }

    /** A picture with its size in pixels. */
    public static Map<String, Object> picture(
            String url, int width, int height, String alternativeText, Field... fields) {
        return with(
                fields,
                url(url),
                field("width", width),
                field("height", height),
                field("alternativeText", alternativeText));
    }

    @SafeVarargs
    public static Field features(Map<String, Object>... features) {
        return field("features", List.of(features));
    }

    public static Map<String, Object> feature(String name, String certainty) {
        return object(name(name), field("certainty", certainty));
    }

    @SafeVarargs
    public static Field citations(Map<String, Object>... citations) {
        return field("citations", List.of(citations));
    }

    /**
     * A citation.
     *
     * @param fields the names of the fields for which it is cited
     */
    public static Map<String, Object> citation(String title, String publication, String... fields) {
        return object(field("fields", List.of(fields)), field("title", title), field("publication", publication));
    }

    public static Field region(String region) {
        return field("region", region);
    }

    public static Field channel(String channel) {
        return field("channel", channel);
    }

    public static Field status(String status) {
        return field("status", status);
    }

    public static Field statusReason(String reason) {
        return field("statusReason", reason);
    }

    public static Field releasedOn(String day) {
        return field("releasedOn", day);
    }

    public static Field cancelledOn(String day) {
        return field("cancelledOn", day);
    }

    /**
     * The hour of a launch.
     *
     * @param at local time, such as {@code 2027-03-06T10:00:00}
     * @param zone such as {@code Asia/Tokyo}
     */
    public static Field launch(String at, String zone) {
        return new Field(Map.of("launchAt", at, "launchZone", zone));
    }

    public static Field retailPrice(String amount, String currency) {
        return field("retailPrice", money(amount, currency));
    }

    @SafeVarargs
    public static Field retailers(Map<String, Object>... retailers) {
        return field("retailers", List.of(retailers));
    }

    /** A retailer, with its address and its hours if there are any. */
    public static Map<String, Object> retailer(String name, String method, Field... fields) {
        return with(fields, name(name), field("method", method));
    }

    /** The hour from which a retailer sells; {@link #launch} explains the arguments. */
    public static Field opens(String at, String zone) {
        return new Field(Map.of("opensAt", at, "zone", zone));
    }

    /** The day on which something was said, in EDTF. */
    public static Field saidOn(String edtf) {
        return field("saidOn", edtf);
    }

    /** The window that a rumor names, in EDTF. */
    public static Field window(String edtf) {
        return field("window", edtf);
    }

    public static Field statement(String text) {
        return field("statement", text);
    }

    public static Field url(String address) {
        return field("url", address);
    }

    public static Field price(String amount, String currency) {
        return field("price", money(amount, currency));
    }

    /** The rumor says that the release is cancelled. */
    public static Field cancels() {
        return field("cancels", true);
    }

    public static Field copiesRumor(long id) {
        return field("copiesRumor", id);
    }

    public static Field copiesSource(String slug) {
        return field("copiesSource", slug);
    }

    private static Map<String, Object> money(String amount, String currency) {
        return object(field("amount", amount), field("currency", currency));
    }

    private static Map<String, Object> with(Field[] more, Field... fields) {
        var object = object(fields);
        object.putAll(object(more));
        return object;
    }
}
