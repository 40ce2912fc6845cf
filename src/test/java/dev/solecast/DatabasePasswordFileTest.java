package dev.solecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePasswordFileTest {

    @Test
    void passwordIsThatOfTheFileWithoutItsLineEnd(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("password"), "two shoes\n");
        assertThat(password(Map.of("solecast.database-password-file", file.toString())))
                .contains("two shoes");
    }

    @Test
    void passwordThatIsConfiguredWins(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("password"), "two shoes");
        assertThat(password(Map.of(
                        "solecast.database-password-file", file.toString(), "quarkus.datasource.password", "one boot")))
                .contains("one boot");
    }

    @Test
    void withoutAFileThereIsNone() {
        assertThat(password(Map.of())).isEmpty();
        assertThat(password(Map.of("solecast.database-password-file", " "))).isEmpty();
    }

    @Test
    void fileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> password(Map.of("solecast.database-password-file", "/nowhere/password")))
                .hasMessageContaining("/nowhere/password");
    }

    private static Optional<String> password(Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .withSources(new DatabasePasswordFile())
                .withSources(new PropertiesConfigSource(configured, "operator", 300))
                .build()
                .getOptionalValue("quarkus.datasource.password", String.class);
    }
}
