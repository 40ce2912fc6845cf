package dev.solecast.http;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The readable name of a resource in its address: lower-case words and digits between hyphens.
 *
 * @param text at most 120 characters
 */
@Schema(name = "Slug", type = SchemaType.STRING, pattern = Slug.PATTERN, maxLength = 120, examples = "new-balance-1000")
public record Slug(String text) {

    /** What a slug looks like; the database holds the same in its domain {@code slug}. */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    /** Refuses a text that can be no slug, as a problem that shows what one looks like. */
    public Slug {
        if (text.length() > 120 || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a slug is lower-case letters and digits between hyphens, such as new-balance-1000");
        }
    }

    /** Their texts, as queries compare them. */
    public static List<String> texts(List<Slug> slugs) {
        return slugs.stream().map(Slug::text).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
