package dev.solecast.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The archive with PostgreSQL's programs. A class of its own, so that xz is loaded only for unpacking: its jar is
 * sealed, and JVM 25 does not start with an AOT cache that contains classes of it.
 */
final class BinaryArchive {

    private BinaryArchive() {}

    static void unpack(Platform platform, Path home) throws IOException {
        try (InputStream archive = platform.open();
                var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = home.resolve(entry.getName()).normalize();
                if (!path.startsWith(home)) {
                    throw new IOException("The archive would write outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.resolveSibling("."));
                    write(tar, path);
                    Files.setPosixFilePermissions(
                            path,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
    }

    /** Writes and syncs a file: a program truncated by a power failure would never be unpacked again. */
    private static void write(InputStream content, Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(file));
            file.force(false);
        }
    }
}
