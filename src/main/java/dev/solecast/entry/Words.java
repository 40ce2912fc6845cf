package dev.solecast.entry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a name as they are compared: without case, accents and punctuation; "U.S.A." and "Levi's" are one.
 * Hiragana is read as katakana. The function {@code search_words} of the database has the same rule.
 */
public final class Words {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ]*+");

    /** Combining marks, apostrophes, and signs that are not seen. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\u0300-\u036f'\u2018\u2019\u02bc\u00ad\u061c\u200b-\u200f" + "\u202a-\u202e\u2060-\u206f\ufeff]");

    private static final Pattern ABBREVIATED = Pattern.compile("\\.(?=[a-z])");

    /** Neither letters nor digits: ASCII, Latin-1, punctuation, symbols, emoji. */
    private static final Pattern GAP = Pattern.compile("[\u0001-/:-`{-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3004"
            + "\u3008-\u303f\ufe00-\ufe0f\\x{1f000}-\\x{1ffff}]++");

    private Words() {}

    /** The words of a text, in their order. */
    public static List<String> of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return split(text.toLowerCase(Locale.ROOT));
        }
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var letters = Normalizer.normalize(UNSEEN.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
        var plain = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            if (i > 0 && isUnspaced(letters[i - 1]) != isUnspaced(letters[i])) {
                plain.append(' ');
            }
            plain.append(spelled(letters[i]));
        }
        return split(GAP.matcher(ABBREVIATED.matcher(plain).replaceAll("")).replaceAll(" "));
    }

    /** Whether it is a letter of a script that is written without spaces: Thai to Khmer, kana, Chinese, Hangul. */
    private static boolean isUnspaced(int letter) {
        return (letter >= 0xe00 && letter <= 0x109f)
                || (letter >= 0x1780 && letter <= 0x17ff)
                || (letter >= 0x3005 && letter <= 0x3007)
                || (letter >= 0x3040 && letter <= 0x312f)
                || (letter >= 0x31f0 && letter <= 0x31ff)
                || (letter >= 0x3400 && letter <= 0x4dbf)
                || (letter >= 0x4e00 && letter <= 0x9fff)
                || (letter >= 0xac00 && letter <= 0xd7af)
                || (letter >= 0xf900 && letter <= 0xfaff)
                || (letter >= 0x20000 && letter <= 0x3ffff);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** A letter as it is compared; one that does not decompose is spelled out. */
    private static String spelled(int letter) {
        if (letter >= '\u3041' && letter <= '\u3096') {
            return Character.toString(letter + '\u30a1' - '\u3041');
        }
        return switch (letter) {
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'ı' -> "i";
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            default -> Character.toString(letter);
        };
    }
}
