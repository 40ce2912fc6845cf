package dev.solecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Benchmarks and drills run the service as its image does. */
class ImageOptionsTest {

    private static final Pattern OPTION = Pattern.compile("\"(-XX:(?!AOTCache|\\+Exit)[^\"]+)\"");

    @Test
    void optionsAreThoseOfTheImage() throws IOException {
        var file = Files.readString(Path.of("docker/Dockerfile"));
        var image = OPTION.matcher(file.substring(file.indexOf("ENTRYPOINT")))
                .results()
                .map(option -> option.group(1));
        assertThat(Service.AS_IN_THE_IMAGE)
                .filteredOn(option -> !option.startsWith("-XX:MaxRAM="))
                .containsExactlyElementsOf(image.toList());
    }
}
