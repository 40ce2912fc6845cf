package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @Test
    void partIsCompleteOrMissing(@TempDir Path path) throws IOException {
        try (DataFolder folder = DataFolder.lock(path)) {
            assertThatThrownBy(() -> folder.subfolder("programs", part -> {
                        Files.createFile(part.resolve("half"));
                        throw new IOException("no space left");
                    }))
                    .hasMessage("no space left");
            assertThat(path.resolve("programs")).doesNotExist();

            Path part = folder.subfolder("programs", folderOfPart -> Files.createFile(folderOfPart.resolve("whole")));
            assertThat(part).isDirectoryContaining("glob:**/whole").isDirectoryNotContaining("glob:**/half");
        }
    }

    @Test
    void existingPartIsNotFilledAgain(@TempDir Path path) throws IOException {
        try (DataFolder folder = DataFolder.lock(path)) {
            folder.subfolder("cluster", part -> Files.createFile(part.resolve("data")));
            Path again = folder.subfolder("cluster", part -> {
                throw new IOException("filled twice");
            });
            assertThat(again.resolve("data")).exists();
        }
    }

    @Test
    void closedFolderCanBeHeldAgain(@TempDir Path path) {
        DataFolder.lock(path).close();
        DataFolder.lock(path.resolve("../" + path.getFileName())).close();
    }

    @Test
    void pathThatCannotBeAFolderIsNamedWithTheRemedy(@TempDir Path path) throws IOException {
        Path file = Files.createFile(path.resolve("shoes.csv"));
        assertThatThrownBy(() -> DataFolder.lock(file.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll("shoes.csv/data", "SOLECAST_DATA");
    }
}
