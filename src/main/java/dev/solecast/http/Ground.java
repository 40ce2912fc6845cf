package dev.solecast.http;

/** What a kept answer rests on. */
public interface Ground {

    /** Whether all of it is as it was when the answer was made. Asked for every answer, so it waits for nothing. */
    boolean holds();

    /** Bytes of memory that it takes. */
    int weight();
}
