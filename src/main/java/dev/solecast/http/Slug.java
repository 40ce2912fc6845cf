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

    /**
     * The form of a slug; the database says the same in its domain {@code slug}. Without a repeated group, which would
     * need a stack frame per word, and in the syntax of ECMA-262, which the contract needs.
     */
    public static final String PATTERN = "^(?!-|.*--)[a-z0-9-]*[a-z0-9]$";

    /** The message for a text of another form. */
    public static final String RULE = "must be lower-case letters and digits between hyphens, such as new-balance-1000";

    /** The largest length in characters. */
    public static final int LONGEST = 120;

    private static final Map<String, String> SPELLED_OUT = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "ı", "i", "þ", "th", "&", " and ");

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final Pattern FORM = Pattern.compile(PATTERN);

    /** Rejects a text that is not a slug, with a message that shows the form of one. */
    public Slug {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "a slug is lower-case letters and digits between hyphens, such as new-balance-1000");
        }
    }

    /** Whether a text is a valid slug. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /**
     * Makes a slug from names: {@code Aimé Leon Dore} becomes {@code aime-leon-dore}. Accents and case are dropped,
     * letters that do not decompose are spelled out, all other characters separate words. What is too long is cut,
     * between words if there are several.
     *
     * @return empty if no letter or digit is left
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
        if (slug.isEmpty() && words.find(0)) {
            slug.append(words.group(), 0, LONGEST);
        }
        return slug.isEmpty() ? Optional.empty() : Optional.of(new Slug(slug.toString()));
    }

    /** The texts of slugs, as queries compare them. */
    public static List<String> texts(List<Slug> slugs) {
        return slugs.stream().map(Slug::text).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
