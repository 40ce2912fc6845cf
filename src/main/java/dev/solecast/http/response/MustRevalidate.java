package dev.solecast.http.response;

/** A response sent with {@code no-cache}: caches must revalidate it before reuse. */
public interface MustRevalidate {}
