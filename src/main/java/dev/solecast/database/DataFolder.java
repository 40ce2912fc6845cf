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
 * The folder of the embedded PostgreSQL, locked by one Solecast at a time.
 *
 * <pre>
 * lock                the lock file, with the process id of the Solecast that holds the lock
 * postgresql-18.6.0/  the programs, unpacked once
 * cluster-18/         the data, and the password of the database
 * postgresql.log      the log of PostgreSQL; the previous one is postgresql.log.1
 * </pre>
 */
final class DataFolder implements AutoCloseable {

    // Closing any channel of a file releases all locks of this JVM on it, so a locked folder must not be opened again.
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    /** Writes the content of a new subfolder. */
    interface Initializer {
        void into(Path subfolder) throws IOException;
    }

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the folder if necessary and locks it until it is closed or this JVM ends, however it ends. */
    static DataFolder lock(Path requested) {
        try {
            Path path = Files.createDirectories(requested).toRealPath();
            if (!LOCKED_HERE.add(path)) {
                throw lockedBy(path, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolder(path, openLock(path));
            } catch (IOException | RuntimeException e) {
                LOCKED_HERE.remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Solecast cannot write to its data folder "
                            + requested.toAbsolutePath().normalize() + " (" + e
                            + "). Make it writable, or choose another with SOLECAST_DATA.",
                    e);
        }
    }

    private static FileChannel openLock(Path path) throws IOException {
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw lockedBy(path, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static DatabaseUnavailable lockedBy(Path path, String pid) {
        String holder = pid.isEmpty() ? "another Solecast" : "another Solecast (process " + pid + ")";
        return new DatabaseUnavailable("The data folder " + path + " is in use by " + holder
                + ". Stop that one first, or give this one a folder of its own with SOLECAST_DATA.");
    }

    Path path() {
        return path;
    }

    /** Finds or creates a subfolder: written under another name and then renamed, so that it is complete or absent. */
    Path subfolder(String name, Initializer filling) throws IOException {
        Path subfolder = path.resolve(name);
        if (Files.notExists(subfolder)) {
            Path staged = path.resolve(name + ".new");
            delete(staged);
            filling.into(Files.createDirectory(staged));
            Files.move(staged, subfolder, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        return subfolder;
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
            LOCKED_HERE.remove(path);
        }
    }
}
