package dev.solecast.http.page;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the conditions of a list query one by one; an absent filter adds none. */
public final class HqlQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Adds a condition without a value. */
    public HqlQuery and(String hql) {
        conditions.add(hql);
        return this;
    }

    /** Adds a condition on a value that the HQL names as {@code :?}; none if the value is null or an empty list. */
    public HqlQuery and(String hql, @Nullable Object value) {
        if (value == null || (value instanceof Collection<?> all && all.isEmpty())) {
            return this;
        }
        var name = "value" + values.size();
        values.put(name, value);
        return and(hql.replace(":?", ":" + name));
    }

    /**
     * Reads one page.
     *
     * @param alias the alias of a row in the HQL
     * @param from the HQL from {@code from} up to {@code where}; its fetch joins load the associations that every row
     *     shows
     */
    public <T> Page<T> page(EntityManager database, Class<T> type, String alias, String from, PageRequest<T> request) {
        Long total = null;
        if (request.withTotal()) {
            // A list of ones, because HQL limits no subquery without an order.
            var ones = "select 1 " + from.replace("join fetch", "join") + hql();
            total = (long) bound(database.createQuery(ones, Integer.class).setMaxResults((int) Page.MAX_TOTAL + 1))
                    .getResultList()
                    .size();
        }
        startAfter(request);
        var rows = "select " + alias + " " + from + hql() + " order by "
                + request.sort().orderBy();
        var found = bound(database.createQuery(rows, type).setMaxResults(request.limit() + 1))
                .getResultList();
        return request.page(found, total);
    }

    /** Lists at most this many rows in no particular order, for orders that no query can express. */
    public <E> List<E> listFirst(EntityManager database, Class<E> type, String alias, String from, int limit) {
        return bound(database.createQuery("select " + alias + " " + from + hql(), type)
                        .setMaxResults(limit))
                .getResultList();
    }

    private <T> void startAfter(PageRequest<T> request) {
        var after = request.after();
        if (after == null) {
            return;
        }
        var sort = request.sort();
        sort.checkCount(after);
        var columns = sort.keys().stream().map(Sort.Key::hql).collect(Collectors.joining(", "));
        var placeholders = new ArrayList<String>();
        for (int i = 0; i < after.size(); i++) {
            placeholders.add(":after" + i);
            values.put("after" + i, sort.keys().get(i).parse(after.get(i)));
        }
        and("(" + columns + ")" + (sort.descending() ? " < " : " > ") + "(" + String.join(", ", placeholders) + ")");
    }

    private String hql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private <Q extends Query> Q bound(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
