package dev.solecast.http.page;

import dev.solecast.http.TextFormat;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The start of a page, opaque to callers: the query it belongs to, the day that counts as today on all pages (in the
 * caller's zone, and in UTC), and the sort keys of the last row shown.
 *
 * @param query the fingerprint of the query, to detect a cursor of another query
 */
record Cursor(String query, LocalDate today, LocalDate todayUtc, List<String> keys) {

    private static final TextFormat<LocalDate> DAY = TextFormat.of(LocalDate.class);
    private static final String UNIT_SEPARATOR = "\u001f";

    static String fingerprint(String query) {
        return Long.toString(checksum(query), 36);
    }

    String encode() {
        var fields = new ArrayList<>(List.of(query, today.toString(), todayUtc.toString()));
        fields.addAll(keys);
        var text = String.join(UNIT_SEPARATOR, fields);
        var sealed = Long.toString(checksum(text), 36) + UNIT_SEPARATOR + text;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(StandardCharsets.UTF_8));
    }

    /** Decodes a cursor of the query with this fingerprint; a damaged or foreign cursor is a problem. */
    static Cursor decode(String encoded, String query) {
        var cursor = decode(encoded);
        if (!cursor.query.equals(query)) {
            throw invalid("This cursor belongs to another query; repeat the query it came from, changing only limit.");
        }
        return cursor;
    }

    private static Cursor decode(String encoded) {
        try {
            var sealed = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var end = sealed.indexOf(UNIT_SEPARATOR);
            var text = sealed.substring(end + 1);
            if (end > 0 && sealed.substring(0, end).equals(Long.toString(checksum(text), 36))) {
                var fields = Arrays.asList(text.split(UNIT_SEPARATOR, -1));
                return new Cursor(
                        fields.get(0),
                        DAY.parse(fields.get(1)),
                        DAY.parse(fields.get(2)),
                        fields.subList(3, fields.size()));
            }
        } catch (RuntimeException e) {
            // Falls through: for every kind of damage the caller's remedy is the same.
        }
        throw damaged();
    }

    static Problem damaged() {
        return invalid("This cursor is damaged; copy all of next, or start again without a cursor.");
    }

    private static Problem invalid(String detail) {
        return Problem.of(ProblemCode.INVALID_CURSOR, detail);
    }

    private static long checksum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
