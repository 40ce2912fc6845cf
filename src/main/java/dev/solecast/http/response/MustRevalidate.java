package dev.solecast.http.response;

/** An answer that no cache gives without asking whether it is still the right one. */
public interface MustRevalidate {}
