package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, x86_64", "Mac OS X, aarch64"})
    void archiveIsIncluded(String system, String processor) throws IOException {
        try (InputStream archive = Platform.of(system, processor).open()) {
            assertThat(archive.readNBytes(6))
                    .as("the xz format's signature")
                    .containsExactly(0xFD, '7', 'z', 'X', 'Z', 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, x86", "Linux, riscv64", "FreeBSD, amd64"})
    void otherSystemsAreRefusedWithARemedy(String system, String processor) {
        assertThatThrownBy(() -> Platform.of(system, processor))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll(system, processor, "QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void linuxWithoutGlibcIsRefusedWithARemedy(@TempDir Path root) throws IOException {
        Platform linux = Platform.of("Linux", "amd64");
        assertThatThrownBy(() -> linux.requireLoader(root))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll("glibc", "QUARKUS_DATASOURCE_JDBC_URL");
        Files.createFile(Files.createDirectory(root.resolve("lib64")).resolve("ld-linux-x86-64.so.2"));
        assertThatCode(() -> linux.requireLoader(root)).doesNotThrowAnyException();
    }

    @Test
    void buildWithoutTheArchiveNamesTheRemedy() {
        assertThatThrownBy(() -> new Platform("postgres-plan9-mips.txz").open())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll("postgres-plan9-mips.txz", "QUARKUS_DATASOURCE_JDBC_URL");
    }
}
