package dev.solecast.catalog.colorway;

import dev.solecast.http.SelfValidating;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A color of a colorway.
 *
 * @param name lower case, without its finish: {@code grey}
 * @param finish for example {@code metallic}; null if plain or unknown
 * @param part the part of the shoe, for example {@code tongue}; null if it is a main color
 */
@Embeddable
@SelfValidating
@Schema(name = "Color")
public record Color(
        @Schema(examples = "grey") @NotBlank @Size(max = 60) String name,

        @Schema(examples = "metallic") @Size(max = 60) @Nullable
        String finish,

        @Schema(examples = "tongue") @Size(max = 60) @Nullable
        String part)
        implements SelfValidating.Fields {

    /** Refuses all that has a lower case of its own, not capital letters alone: "mark Ⅷ", too. */
    @Override
    public void validate(SelfValidating.Violations violations) {
        var lower = name == null ? null : name.toLowerCase(Locale.ROOT);
        if (lower != null && !lower.equals(name)) {
            violations.add("name", "must be lower case, such as " + lower);
        }
    }

    private static final Pattern GRAY = Pattern.compile("\\bgray\\b");
    private static final Pattern GREY = Pattern.compile("\\bgrey\\b");

    /** The ways in which colors asked for may be stored: in lower case, gray as grey and grey as gray. */
    public static List<String> spellings(List<String> asked) {
        return asked.stream()
                .map(color -> color.strip().toLowerCase(Locale.ROOT))
                .flatMap(color -> Stream.of(
                        color,
                        GRAY.matcher(color).replaceAll("grey"),
                        GREY.matcher(color).replaceAll("gray")))
                .distinct()
                .toList();
    }

    String label() {
        return finish == null ? name : finish + " " + name;
    }
}
