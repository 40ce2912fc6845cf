package dev.solecast.http;

/** The party on whose behalf the service acts: the holder of a key, or the service itself. */
public interface Actor {

    /** The name of the key in use; {@code solecast} if the service acts by itself. Not public. */
    String name();

    /** Whether the actor may see data that is for editors only. */
    boolean isEditor();
}
