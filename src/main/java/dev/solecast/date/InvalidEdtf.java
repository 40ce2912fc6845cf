package dev.solecast.date;

import java.io.Serial;
import java.util.Objects;
import java.util.stream.Collectors;

/** A text that is not one of the EDTF forms that {@link Window#parse} reads. The message may be shown to users. */
public final class InvalidEdtf extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_ECHO = 40;

    private final int position;
    private final String reason;
    private final String example;

    InvalidEdtf(String text, int position, String reason, String example) {
        super("\"" + printable(text) + "\": " + reason + " (at character " + position + "). Example of a valid date: "
                + example + ".");
        this.position = position;
        this.reason = reason;
        this.example = example;
    }

    /** One message for people: the text, the mistake, its position, and a valid example. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The position of the mistake, in characters from 1; one past the end where something is missing there. */
    public int position() {
        return position;
    }

    /** The mistake, as a clause without a closing period. */
    public String reason() {
        return reason;
    }

    /** Valid EDTF, as close to the intended date as could be guessed. */
    public String example() {
        return example;
    }

    /** Replaces control characters: the text is untrusted and may end up in a log or a terminal. */
    private static String printable(String text) {
        String echoed = text.codePoints()
                .limit(LONGEST_ECHO)
                .mapToObj(InvalidEdtf::printable)
                .collect(Collectors.joining());
        return text.codePointCount(0, Math.min(text.length(), 2 * LONGEST_ECHO + 2)) > LONGEST_ECHO
                ? echoed + "…"
                : echoed;
    }

    private static String printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> "\uFFFD";
            default -> Character.toString(codePoint);
        };
    }
}
