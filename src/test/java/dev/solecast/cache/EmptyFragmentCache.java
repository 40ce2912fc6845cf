package dev.solecast.cache;

import jakarta.inject.Singleton;

/** Empties the fragment cache, so that the next responses read all of their fragments again. */
@Singleton
public final class EmptyFragmentCache {

    private final FragmentCache fragments;

    EmptyFragmentCache(FragmentCache fragments) {
        this.fragments = fragments;
    }

    public void forget() {
        fragments.clear();
    }
}
