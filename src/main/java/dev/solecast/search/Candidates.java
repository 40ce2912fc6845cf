package dev.solecast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds candidates for a query: a bounded number of each type, so that a common word costs no more than a rare one. */
@ApplicationScoped
class Candidates {

    private static final int OF_EACH_TYPE = 100;
    private static final int BY_NAME_OR_CODE = 50;
    private static final int RELEASES_OF_EACH = 20;

    private final EntityManager database;

    Candidates(EntityManager database) {
        this.database = database;
    }

    /** The words of the brands that the query may mean, by the mark that colorways have instead of them. */
    Map<String, Set<String>> brandsIn(SearchQuery query) {
        var words = query.readings().stream()
                .flatMap(reading -> reading.keySet().stream())
                .distinct()
                .toArray(String[]::new);
        List<Object[]> rows = database.createNativeQuery("""
                        select '#' || id, words from search_entry
                        where type = 'brand' and words && cast(:words as text[])
                        order by id limit 100
                        """, Object[].class)
                .setParameter("words", words)
                .getResultList();
        var brands = new HashMap<String, Set<String>>();
        rows.forEach(row -> brands.put((String) row[0], words(row[1])));
        return brands;
    }

    /** The candidates that match every typed word in one of its readings, or whose whole name was typed. */
    List<Candidate> list(Collection<HitType> types, SearchQuery query) {
        if (types.isEmpty()) {
            return List.of();
        }
        var conditions = IntStream.range(0, query.readings().size())
                .mapToObj(i -> "words && cast(:reading" + i + " as text[])")
                .collect(Collectors.joining(" and "));
        var parts = types.stream()
                .flatMap(type -> Stream.of(
                        part(type, conditions, OF_EACH_TYPE),
                        part(type, "words && cast(:name as text[])", BY_NAME_OR_CODE)));
        var select = database.createNativeQuery(
                        parts.collect(Collectors.joining(" union all ")) + " order by id", Object[].class)
                .setParameter("name", new String[] {query.wholeName()});
        for (int i = 0; i < query.readings().size(); i++) {
            var reading = query.readings().get(i).keySet();
            select.setParameter("reading" + i, reading.toArray(String[]::new));
        }
        return candidates(select.getResultList(), query);
    }

    /** The colorways whose style code begins with the typed text. */
    List<Candidate> listByStyleCode(SearchQuery query) {
        return candidates(
                database.createNativeQuery("""
                                select type, id, words, size, code from search_entry
                                where code >= cast(:typed as text) collate "C"
                                    and code < (cast(:typed as text) || U&'\\+10FFFF') collate "C"
                                order by code, id limit :most
                                """, Object[].class)
                        .setParameter("typed", query.joined())
                        .setParameter("most", BY_NAME_OR_CODE)
                        .getResultList(),
                query);
    }

    /**
     * The releases of these models, collaborations and colorways, in their order; of each, releases still to come
     * first. A release with a colorway belongs to that colorway alone.
     */
    List<Candidate> listReleases(List<Candidate> shoes) {
        List<Object[]> rows = database.createNativeQuery("""
                        select shoe.position, release.id
                        from unnest(cast(:types as text[]), cast(:ids as bigint[])) with ordinality
                            as shoe (type, id, position), lateral (
                            (select id, status, sort_day, sort_span from release
                             where shoe.type = 'colorway' and colorway_id = shoe.id and deleted_at is null
                             order by status in ('released', 'cancelled'), sort_day, sort_span, id limit :most)
                            union all
                            (select id, status, sort_day, sort_span from release
                             where shoe.type = 'collaboration' and collaboration_id = shoe.id and colorway_id is null
                                and deleted_at is null
                             order by status in ('released', 'cancelled'), sort_day, sort_span, id limit :most)
                            union all
                            (select id, status, sort_day, sort_span from release
                             where shoe.type = 'model' and model_id = shoe.id and collaboration_id is null
                                and colorway_id is null and deleted_at is null
                             order by status in ('released', 'cancelled'), sort_day, sort_span, id limit :most)) release
                        order by shoe.position, status in ('released', 'cancelled'), sort_day, sort_span, id
                        """, Object[].class)
                .setParameter(
                        "types",
                        shoes.stream().map(shoe -> shoe.type().wireName()).toArray(String[]::new))
                .setParameter("ids", shoes.stream().map(Candidate::id).toArray(Long[]::new))
                .setParameter("most", RELEASES_OF_EACH)
                .getResultList();
        return rows.stream()
                .map(row -> shoes.get(((Number) row[0]).intValue() - 1).release(((Number) row[1]).longValue()))
                .toList();
    }

    private static String part(HitType type, String condition, int most) {
        return "(select type, id, words, size, code from search_entry where type = '%s' and %s limit %d)"
                .formatted(type.wireName(), condition, most);
    }

    private static List<Candidate> candidates(List<Object[]> rows, SearchQuery query) {
        return rows.stream()
                .map(row -> Candidate.of(
                        query,
                        HitType.of((String) row[0]),
                        ((Number) row[1]).longValue(),
                        words(row[2]),
                        ((Number) row[3]).intValue(),
                        (String) row[4]))
                .toList();
    }

    private static Set<String> words(Object array) {
        return new HashSet<>(Arrays.asList((String[]) array));
    }
}
