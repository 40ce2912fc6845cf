package dev.solecast.cache;

import jakarta.inject.Singleton;

/** Has the next answers read all of their parts anew. */
@Singleton
public final class ForgottenParts {

    private final FragmentCache parts;

    ForgottenParts(FragmentCache parts) {
        this.parts = parts;
    }

    /** Of all entries. */
    public void forget() {
        parts.forget();
    }
}
