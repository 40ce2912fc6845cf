package dev.solecast.database;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An operating system and processor for which Solecast contains PostgreSQL.
 *
 * @param archive the name of the resource with the programs
 */
record Platform(String archive) {

    static final String WAY_OUT = "Set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.";

    static Platform current() {
        Platform platform = of(System.getProperty("os.name"), System.getProperty("os.arch"));
        platform.requireLoader(Path.of("/"));
        return platform;
    }

    /**
     * The platform with these values of the system properties {@code os.name} and {@code os.arch}.
     *
     * @throws DatabaseUnavailable if Solecast contains no PostgreSQL for it
     */
    static Platform of(String name, String processor) {
        String system = name.toLowerCase(Locale.ROOT).split(" ", 2)[0];
        return switch (system + " " + processor) {
            case "linux amd64" -> new Platform("postgres-linux-x86_64.txz");
            case "linux aarch64" -> new Platform("postgres-linux-arm_64.txz");
            // One archive of universal programs serves both processors.
            case "mac x86_64", "mac aarch64" -> new Platform("postgres-darwin-arm_64.txz");
            default ->
                throw new DatabaseUnavailable("Solecast brings no PostgreSQL along for " + name + " on " + processor
                        + ", only for Linux and macOS on 64-bit x86 and ARM. " + WAY_OUT);
        };
    }

    /** Requires the loader of glibc, which the Linux programs need and which Alpine and other musl systems lack. */
    void requireLoader(Path root) {
        Path loader = switch (archive) {
            case "postgres-linux-x86_64.txz" -> root.resolve("lib64/ld-linux-x86-64.so.2");
            case "postgres-linux-arm_64.txz" -> root.resolve("lib/ld-linux-aarch64.so.1");
            default -> root;
        };
        if (Files.notExists(loader)) {
            throw new DatabaseUnavailable("The PostgreSQL that Solecast brings along needs glibc, which this system"
                    + " does not have (" + loader + " is missing). " + WAY_OUT);
        }
    }

    /** Opens the archive; the caller closes it. */
    InputStream open() {
        InputStream bytes = Platform.class.getResourceAsStream("/" + archive);
        if (bytes == null) {
            throw new DatabaseUnavailable(
                    "This build of Solecast carries no PostgreSQL (" + archive + " is not in it). " + WAY_OUT);
        }
        return bytes;
    }
}
