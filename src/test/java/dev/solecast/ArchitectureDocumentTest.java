package dev.solecast;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.FilterOrder;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in words says what the code is. */
class ArchitectureDocumentTest {

    private static final Path DOCUMENT = Path.of("src/main/resources/docs/internals/architecture.md");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE = Pattern.compile("(?:[a-z]+/)*([A-Z]\\w+)(?:\\.\\w+)?");

    @Test
    void roomsAreThoseOfTheCode() throws IOException {
        var described = section("## Rooms")
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> codes(line.split("\\|")[1]))
                .map(room -> Set.of("model", "collaborator", "collaboration", "colorway")
                                .contains(room)
                        ? "catalog/" + room
                        : room)
                .collect(toCollection(TreeSet::new));
        var written = ArchitectureTest.map()
                .map(line -> ((String) line.get()[0]).replace('.', '/'))
                .collect(toCollection(TreeSet::new));
        assertThat(described).isEqualTo(written);
    }

    /** But for the insides of frameworks, all types that it names are ours and have this name. */
    @Test
    void typesThatItNamesExist() throws IOException {
        var ours = ProjectClasses.ALL.stream()
                .map(type -> type.getPackageName()
                                .replaceFirst("dev\\.solecast\\.?", "")
                                .replace('.', '/') + "/" + type.getSimpleName())
                .toList();
        assertThat(lines(DOCUMENT)
                        .flatMap(ArchitectureDocumentTest::codes)
                        .filter(code -> TYPE.matcher(code).matches())
                        .filter(code -> code.contains("/"))
                        .map(code -> code.replaceFirst("\\.\\w+$", "")))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(ours).contains(type));
    }

    @Test
    void numbersOfFiltersAreThoseOfTheCode() throws IOException {
        var numbers = Arrays.stream(FilterOrder.class.getDeclaredFields())
                .filter(field -> field.getType() == int.class)
                .map(ArchitectureDocumentTest::value)
                .filter(number -> number != Integer.MIN_VALUE)
                .collect(toCollection(TreeSet::new));
        var described = section("## The order of all filters")
                .filter(line -> line.matches("\\| -?\\d+ \\|.*"))
                .map(line -> Integer.parseInt(line.split("\\|")[1].strip()))
                .collect(toCollection(TreeSet::new));
        described.removeAll(Set.of(300, 200)); // Quarkus's own
        assertThat(described).isEqualTo(numbers);
    }

    private static int value(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> codes(String line) {
        return CODE.matcher(line).results().map(code -> code.group(1));
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream();
    }

    private static Stream<String> section(String heading) throws IOException {
        List<String> all = Files.readAllLines(DOCUMENT);
        return all.stream().skip(all.indexOf(heading) + 1L).takeWhile(line -> !line.startsWith("## "));
    }
}
