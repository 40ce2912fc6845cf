package dev.solecast.catalog.colorway;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The normal forms of a style code, by which it is equal to others: letters and digits in upper case. A text of two
 * codes ("315122-111/CW2288-111") has two. The function {@code style_codes} of the database has the same rule.
 */
public final class StyleCodes {

    /**
     * The ids of the colorways with one of these normal forms, in SQL. As an array, because the database takes codes that
     * no two colorways share for common ones, and would go through a whole list to find some.
     */
    public static final String OF_COLORWAYS = "any(array(select id from colorway where codes && cast(? as text[])))";

    /** Characters; fewer are the rest of a code ("AB1234/100"), not one of its own. */
    private static final int SHORTEST = 5;

    private static final Pattern BETWEEN_CODES = Pattern.compile("[/,;|+&]");

    /** Neither letters nor digits. */
    private static final Pattern SIGNS = Pattern.compile("[\u0001-/:-@\\[-`{-\u00bf\u00d7\u00f7\u0300-\u036f"
            + "\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff\\x{1f000}-\\x{1ffff}]+");

    /** Codes as most are written, whose only sign is a hyphen: "CW2288-111". */
    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9]{5,40}(?:-[A-Z0-9]{1,40})?");

    private static final Pattern LOWER_CASE = Pattern.compile("[a-z]+");

    private StyleCodes() {}

    /** The normal forms of a style code as it is written, at least one; none of null. */
    public static List<String> of(@Nullable String written) {
        if (written == null) {
            return List.of();
        } else if (PLAIN.matcher(written).matches()) {
            return List.of(written.replace("-", ""));
        }
        var codes = Stream.of(BETWEEN_CODES.split(Normalizer.normalize(written, Normalizer.Form.NFKC), -1))
                .map(part -> SIGNS.matcher(part).replaceAll(""))
                .map(part -> LOWER_CASE
                        .matcher(part)
                        .replaceAll(letters -> letters.group().toUpperCase(Locale.ROOT)))
                .toList();
        if (codes.stream().anyMatch(code -> code.codePointCount(0, code.length()) < SHORTEST)) {
            codes = List.of(String.join("", codes));
        }
        return codes.equals(List.of("")) ? List.of(written) : codes;
    }

    /** All normal forms of these style codes. */
    public static List<String> of(List<String> written) {
        return written.stream().flatMap(each -> of(each).stream()).distinct().toList();
    }
}
