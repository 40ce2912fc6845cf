package dev.solecast.release;

import java.lang.reflect.Field;

/** Sets the ids of entities, as the database would. */
public final class Ids {

    private Ids() {}

    /** Sets the id of an entity and returns the entity. */
    public static <E> E give(E entity, long id) {
        try {
            Field field = field(entity.getClass());
            field.setAccessible(true);
            field.set(entity, id);
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Field field(Class<?> type) throws NoSuchFieldException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            try {
                return each.getDeclaredField("id");
            } catch (NoSuchFieldException e) {
                // The field may be in the superclass.
            }
        }
        throw new NoSuchFieldException("id");
    }
}
