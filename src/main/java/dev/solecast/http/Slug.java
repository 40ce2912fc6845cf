package dev.solecast.http;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** In characters. */
    public static final int LONGEST = 120;

    private static final Map<String, String> SPELLED_OUT = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "ı", "i", "þ", "th", "&", " and ");

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final Pattern FORM = Pattern.compile(PATTERN);

    /** Refuses a text that can be no slug, as a problem that shows what one looks like. */
    public Slug {
        if (!isOne(text)) {
            throw new IllegalArgumentException(
                    "a slug is lower-case letters and digits between hyphens, such as new-balance-1000");
        }
    }

    /** Whether a text can be one. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /**
     * Made from names: {@code Aimé Leon Dore} becomes {@code aime-leon-dore}. Accents and case go, letters that do not
     * decompose are spelled out, all else parts words.
     *
     * @return empty where nothing is left that a slug can be made of
     */
    public static Optional<Slug> of(List<String> names) {
        var plain = Normalizer.normalize(String.join(" ", names), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}'\u2018\u2019\u02bc]", "");
        for (var letter : SPELLED_OUT.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        var words = WORD.matcher(plain.replaceAll("(?<=\\b[a-z])\\.(?=[a-z]\\b)", ""));
        var slug = new StringBuilder();
        while (words.find() && slug.length() + words.group().length() < LONGEST) {
            slug.append(slug.isEmpty() ? "" : "-").append(words.group());
        }
        return slug.isEmpty() ? Optional.empty() : Optional.of(new Slug(slug.toString()));
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
