package dev.solecast.date;

/** The qualifier that a source adds to a date: that it may be wrong, that it is approximate, both, or none. */
enum Qualifier {
    NONE(""),
    UNCERTAIN("?"),
    APPROXIMATE("~"),
    BOTH("%");

    private final String sign;

    Qualifier(String sign) {
        this.sign = sign;
    }

    static Qualifier of(char sign) {
        return switch (sign) {
            case '?' -> UNCERTAIN;
            case '~' -> APPROXIMATE;
            case '%' -> BOTH;
            default -> NONE;
        };
    }

    boolean uncertain() {
        return this == UNCERTAIN || this == BOTH;
    }

    boolean approximate() {
        return this == APPROXIMATE || this == BOTH;
    }

    @Override
    public String toString() {
        return sign;
    }
}
