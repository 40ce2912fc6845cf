package dev.solecast.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder that keeps the embedded PostgreSQL, held by one Solecast at a time.
 *
 * <pre>
 * lock                locked by, and naming, the Solecast that holds the folder
 * postgresql-18.6.0/  the programs, unpacked once
 * cluster-18/         the data, and the password to reach them
 * postgresql.log      what PostgreSQL says; the log before it in postgresql.log.1
 * </pre>
 */
final class DataFolder implements AutoCloseable {

    // Closing any channel on a file drops all locks this JVM has on it, so a held folder must not be opened again.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Fills a part of the folder. */
    interface Filling {
        void into(Path part) throws IOException;
    }

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the folder if need be and holds it until it is closed or this JVM ends, however it ends. */
    static DataFolder hold(Path wanted) {
        try {
            Path path = Files.createDirectories(wanted).toRealPath();
            if (!HELD_HERE.add(path)) {
                throw heldBy(path, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolder(path, lock(path));
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Solecast cannot write to its data folder "
                            + wanted.toAbsolutePath().normalize() + " (" + e
                            + "). Make it writable, or choose another with SOLECAST_DATA.",
                    e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw heldBy(path, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static DatabaseUnavailable heldBy(Path path, String pid) {
        String holder = pid.isEmpty() ? "another Solecast" : "another Solecast (process " + pid + ")";
        return new DatabaseUnavailable("The data folder " + path + " is in use by " + holder
                + ". Stop that one first, or give this one a folder of its own with SOLECAST_DATA.");
    }

    Path path() {
        return path;
    }

    /** A folder within, filled aside and then renamed, so that it is there whole or not at all. */
    Path part(String name, Filling filling) throws IOException {
        Path part = path.resolve(name);
        if (Files.notExists(part)) {
            Path aside = path.resolve(name + ".new");
            delete(aside);
            filling.into(Files.createDirectory(aside));
            Files.move(aside, part, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        return part;
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.toList()) {
                    delete(child);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DatabaseUnavailable("Solecast cannot let go of its data folder " + path + " (" + e + ").", e);
        } finally {
            HELD_HERE.remove(path);
        }
    }
}
