package dev.solecast.http;

import java.util.regex.Pattern;

/** Masks the secrets of API keys in texts that others may read: lines of the log, and details of problems. */
public final class KeyMask {

    private static final Pattern KEY = Pattern.compile("(?i)solecast_([0-9a-z]{1,16}+)_[0-9a-z]{16,}+");
    /** A letter, digit or underscore that an address contains encoded, though it need not be. */
    private static final Pattern ENCODED = Pattern.compile("%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff])");
    /** An encoded address that is part of another one is encoded twice. */
    private static final int LEVELS = 3;

    private KeyMask() {}

    /** Returns the text with the secret of every key in it replaced by {@code ***}; the id stays. */
    public static String mask(String text) {
        var plain = text;
        for (int level = 0; level < LEVELS && plain.indexOf('%') >= 0; level++) {
            plain = ENCODED.matcher(plain.replace("%25", "%"))
                    .replaceAll(code ->
                            String.valueOf((char) Integer.parseInt(code.group().substring(1), 16)));
        }
        var keys = KEY.matcher(plain);
        return keys.find() ? keys.replaceAll("solecast_$1_***") : text;
    }
}
