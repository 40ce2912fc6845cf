package dev.solecast.change;

import dev.solecast.http.Grounds;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.Objects;

/** What the answers of {@link Kept} methods rest on. */
@Singleton
class KeptGrounds implements Grounds {

    private final Touched touched;

    KeptGrounds(Touched touched) {
        this.touched = touched;
    }

    @Override
    public boolean keep(Method method) {
        return method.isAnnotationPresent(Kept.class);
    }

    @Override
    public Survey begin(Method method) {
        var reading = new Reading(touched, Objects.requireNonNull(method.getAnnotation(Kept.class)));
        reading.begin();
        return reading;
    }
}
