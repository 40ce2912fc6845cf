package dev.solecast.http.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compression of answers, for those who accept it. */
public final class Gzip {

    /** Bytes; what is smaller fits into one packet anyway. */
    public static final int WORTHWHILE = 1_000;

    private static final Pattern CODING =
            Pattern.compile("\\s*([^\\s;,]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*)?");

    private Gzip() {}

    /** Whether an {@code Accept-Encoding} likes gzip at least as much as no encoding (RFC 9110, 12.5.3). */
    public static boolean wanted(@Nullable String acceptEncoding) {
        double gzip = -1;
        double any = 0;
        double identity = 0;
        for (var coding : acceptEncoding == null ? new String[0] : acceptEncoding.split(",")) {
            var read = CODING.matcher(coding);
            if (read.matches()) {
                var quality = read.group(2) == null ? 1 : Double.parseDouble(read.group(2));
                switch (read.group(1).toLowerCase(java.util.Locale.ROOT)) {
                    case "gzip", "x-gzip" -> gzip = quality;
                    case "identity" -> identity = quality;
                    case "*" -> any = quality;
                    default -> {}
                }
            }
        }
        var liked = gzip < 0 ? any : gzip;
        return liked > 0 && liked >= identity;
    }

    /** Always the same bytes for the same bytes, as a strong tag promises. */
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
