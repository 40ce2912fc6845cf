package dev.solecast.exchange.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognizes, by their first bytes, files that are not lines, to say once what they look like. */
final class FileLook {

    /** The number of bytes that are looked at. */
    private static final int LENGTH = 4_096;

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] UTF_16_LE = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] UTF_16_BE = {(byte) 0xfe, (byte) 0xff};

    private FileLook() {}

    /** Whether a file is compressed, whatever its headers say. */
    static boolean isGzip(BufferedInputStream file) throws IOException {
        return startsWith(start(file), GZIP);
    }

    /** The reason why a file cannot be lines of this form; empty if it may be. */
    static Optional<String> findFault(BufferedInputStream file, FileType.Form form) throws IOException {
        var bytes = start(file);
        if (startsWith(bytes, ZIP) || startsWith(bytes, OLD_OFFICE)) {
            return Optional.of("The file is a spreadsheet or an archive. Save the sheet as CSV UTF-8, and send that.");
        } else if (startsWith(bytes, UTF_16_LE) || startsWith(bytes, UTF_16_BE) || hasZeroBytes(bytes)) {
            return Optional.of("The file is in UTF-16. Save it as UTF-8 (in a spreadsheet: CSV UTF-8).");
        }
        var text =
                new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        if (text.isEmpty() && bytes.length < LENGTH) {
            return Optional.of(
                    form == FileType.Form.TABLE
                            ? "The file is empty. Its first line must be the header, such as type,slug,name."
                            : "The file is empty. Send one object of JSON per line.");
        } else if (text.startsWith("<")) {
            return Optional.of("The file is a page of HTML or XML, perhaps that of an error or of a login.");
        }
        return form == FileType.Form.TABLE ? ofTable(text) : ofLines(text);
    }

    private static Optional<String> ofLines(String text) {
        var first = text.lines().findFirst().orElse("").strip();
        if (first.startsWith("[")) {
            return Optional.of("The file is one JSON array. Send one object per line, without brackets around them and"
                    + " commas between them.");
        } else if (first.startsWith("{")
                && isWhole(text)
                && List.of('{', '[', ',').contains(last(first))) {
            return Optional.of(
                    "The file has JSON objects over several lines, or commas between them. Send one object per"
                            + " line, and nothing else.");
        }
        return first.startsWith("{")
                ? Optional.empty()
                : ofHeader(first)
                        .or(() -> isHeader(first, ",")
                                ? Optional.of("The file is a table. Send it with Content-Type: " + FileType.CSV + ".")
                                : Optional.empty());
    }

    /** Whether the first line ends within the bytes that are looked at. */
    private static boolean isWhole(String text) {
        return text.indexOf('\n') >= 0 || text.length() < LENGTH / 4;
    }

    private static char last(String line) {
        return line.charAt(line.length() - 1);
    }

    private static Optional<String> ofTable(String text) {
        return text.startsWith("{") || text.startsWith("[")
                ? Optional.of("The file is JSON. Send one object per line, with Content-Type: " + FileType.NDJSON + ".")
                : Optional.empty();
    }

    /** The reason why a first line is the header of a table with other separators; empty if it is not. */
    static Optional<String> ofHeader(String line) {
        if (isHeader(line, ";")) {
            return Optional.of("The columns are separated by semicolons; separate them by commas.");
        }
        return isHeader(line, "\t")
                ? Optional.of("The columns are separated by tabs; separate them by commas.")
                : Optional.empty();
    }

    private static boolean isHeader(String line, String separator) {
        return line.contains(separator)
                && Arrays.stream(line.split(separator, -1))
                        .map(column -> column.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                        .anyMatch(Columns.TYPE::equals);
    }

    /** The first bytes, which are not consumed. */
    private static byte[] start(BufferedInputStream file) throws IOException {
        file.mark(LENGTH);
        var bytes = file.readNBytes(LENGTH);
        file.reset();
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** Whether every other byte of the beginning is zero: Latin letters in UTF-16 without a byte order mark. */
    private static boolean hasZeroBytes(byte[] bytes) {
        return bytes.length >= 4 && ((bytes[0] == 0 && bytes[2] == 0) || (bytes[1] == 0 && bytes[3] == 0));
    }
}
