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
    void partIsThereWholeOrNotAtAll(@TempDir Path path) throws IOException {
        try (DataFolder folder = DataFolder.hold(path)) {
            assertThatThrownBy(() -> folder.part("programs", part -> {
                        Files.createFile(part.resolve("half"));
                        throw new IOException("no space left");
                    }))
                    .hasMessage("no space left");
            assertThat(path.resolve("programs")).doesNotExist();

            Path part = folder.part("programs", whole -> Files.createFile(whole.resolve("whole")));
            assertThat(part).isDirectoryContaining("glob:**/whole").isDirectoryNotContaining("glob:**/half");
        }
    }

    @Test
    void partThatIsThereIsNotFilledAgain(@TempDir Path path) throws IOException {
        try (DataFolder folder = DataFolder.hold(path)) {
            folder.part("cluster", part -> Files.createFile(part.resolve("data")));
            Path again = folder.part("cluster", part -> {
                throw new IOException("filled twice");
            });
            assertThat(again.resolve("data")).exists();
        }
    }

    @Test
    void folderIsFreeOnceItIsLetGo(@TempDir Path path) {
        DataFolder.hold(path).close();
        DataFolder.hold(path.resolve("../" + path.getFileName())).close();
    }

    @Test
    void placeThatCannotBeAFolderIsNamedWithTheWayOut(@TempDir Path path) throws IOException {
        Path file = Files.createFile(path.resolve("shoes.csv"));
        assertThatThrownBy(() -> DataFolder.hold(file.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll("shoes.csv/data", "SOLECAST_DATA");
    }
}
