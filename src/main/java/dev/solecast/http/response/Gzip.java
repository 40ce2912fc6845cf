package dev.solecast.http.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses responses for clients that accept gzip. */
public final class Gzip {

    /** The minimum size in bytes: a smaller body fits into one packet anyway. */
    public static final int MIN_BYTES = 1_000;

    private static final Pattern CODING =
            Pattern.compile("\\s*([^\\s;,]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*)?");

    private Gzip() {}

    /** Whether an {@code Accept-Encoding} prefers gzip at least as much as no encoding (RFC 9110, 12.5.3). */
    public static boolean isAccepted(@Nullable String acceptEncoding) {
        double gzip = -1;
        double any = 0;
        double identity = 0;
        for (var coding : acceptEncoding == null ? new String[0] : acceptEncoding.split(",")) {
            var matcher = CODING.matcher(coding);
            if (matcher.matches()) {
                var quality = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
                switch (matcher.group(1).toLowerCase(java.util.Locale.ROOT)) {
                    case "gzip", "x-gzip" -> gzip = quality;
                    case "identity" -> identity = quality;
                    case "*" -> any = quality;
                    default -> {}
                }
            }
        }
        var gzipQuality = gzip < 0 ? any : gzip;
        return gzipQuality > 0 && gzipQuality >= identity;
    }

    /** Compresses deterministically: equal bytes give equal output, as a strong ETag promises. */
    public static byte[] compress(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
