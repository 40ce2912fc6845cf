package dev.solecast.entry;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** The entries that refer to another one, and keep it from changes that would contradict them. */
public final class Referrers {

    /** The most that a message names. */
    private static final int MOST = 10;

    private Referrers() {}

    /**
     * Some of the entries that a query finds, each as its type and slug.
     *
     * @param sql selects type and slug
     */
    static List<String> list(EntityManager database, String sql, Map<String, Object> parameters) {
        var query = database.createNativeQuery(
                        "select type || ' ' || slug from (" + sql + ") all_of_them order by 1", String.class)
                .setMaxResults(MOST);
        parameters.forEach(query::setParameter);
        List<?> found = query.getResultList();
        return found.stream().map(String::valueOf).toList();
    }

    /**
     * Throws a conflict that names the entries that a query finds, if there are any.
     *
     * @param field the field that would change
     * @param sql selects type and slug
     * @param remedy what to do instead, as a sentence
     */
    public static void refuseWhileAny(
            EntityManager database, String field, String sql, Map<String, Object> parameters, String remedy) {
        var bound = list(database, sql, parameters);
        if (!bound.isEmpty()) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    field,
                    "cannot become another one because of these: " + String.join(", ", bound) + ". " + remedy);
        }
    }
}
