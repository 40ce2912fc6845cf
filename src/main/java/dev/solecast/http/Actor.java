package dev.solecast.http;

/** Who acts: the holder of a key, or the service itself. */
public interface Actor {

    /** The name of the key in use; {@code solecast} where the service acts by itself. Not for the public. */
    String name();

    /** Whether they may see what only editors see. */
    boolean isEditor();
}
