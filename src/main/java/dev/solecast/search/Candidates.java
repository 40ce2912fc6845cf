package dev.solecast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may be meant by a question: of each type a bounded number, so that a common word costs no more than a rare one. */
@ApplicationScoped
class Candidates {

    private static final int OF_EACH_TYPE = 100;
    private static final int BY_NAME_OR_CODE = 50;
    private static final int RELEASES_OF_EACH = 20;

    private final EntityManager database;

    Candidates(EntityManager database) {
        this.database = database;
    }

    /** The brands that any of these words may mean: their words, by the mark that their colorways bear. */
    Map<String, Set<String>> brandsIn(SearchQuery question) {
        var words = question.readings().stream()
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

    /** What has, for every word typed, one that may be meant; and what is called exactly so. */
    List<Candidate> of(Collection<HitType> types, SearchQuery question) {
        if (types.isEmpty()) {
            return List.of();
        }
        var conditions = IntStream.range(0, question.readings().size())
                .mapToObj(i -> "words && cast(:reading" + i + " as text[])")
                .collect(Collectors.joining(" and "));
        var parts = types.stream()
                .flatMap(type -> Stream.of(
                        part(type, conditions, OF_EACH_TYPE),
                        part(type, "words && cast(:name as text[])", BY_NAME_OR_CODE)));
        var query = database.createNativeQuery(
                        parts.collect(Collectors.joining(" union all ")) + " order by id", Object[].class)
                .setParameter("name", new String[] {question.exactly()});
        for (int i = 0; i < question.readings().size(); i++) {
            var reading = question.readings().get(i).keySet();
            query.setParameter("reading" + i, reading.toArray(String[]::new));
        }
        return candidates(query.getResultList(), question);
    }

    /** The colorways whose style code begins with what was typed. */
    List<Candidate> byStyleCode(SearchQuery question) {
        return candidates(
                database.createNativeQuery("""
                                select type, id, words, size, code from search_entry
                                where code >= cast(:typed as text) collate "C"
                                    and code < (cast(:typed as text) || U&'\\+10FFFF') collate "C"
                                order by code, id limit :most
                                """, Object[].class)
                        .setParameter("typed", question.together())
                        .setParameter("most", BY_NAME_OR_CODE)
                        .getResultList(),
                question);
    }

    /**
     * The releases of these models, collaborations and colorways, in their order; of each what is still to come first.
     * One that knows its colorway is a release of that alone.
     */
    List<Candidate> releasesOf(List<Candidate> shoes) {
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
                        "types", shoes.stream().map(shoe -> shoe.type().word()).toArray(String[]::new))
                .setParameter("ids", shoes.stream().map(Candidate::id).toArray(Long[]::new))
                .setParameter("most", RELEASES_OF_EACH)
                .getResultList();
        return rows.stream()
                .map(row -> shoes.get(((Number) row[0]).intValue() - 1).release(((Number) row[1]).longValue()))
                .toList();
    }

    private static String part(HitType type, String condition, int most) {
        return "(select type, id, words, size, code from search_entry where type = '%s' and %s limit %d)"
                .formatted(type.word(), condition, most);
    }

    private static List<Candidate> candidates(List<Object[]> rows, SearchQuery question) {
        return rows.stream()
                .map(row -> Candidate.of(
                        question,
                        HitType.of((String) row[0]),
                        ((Number) row[1]).longValue(),
                        words(row[2]),
                        ((Number) row[3]).intValue(),
                        (String) row[4]))
                .toList();
    }

    private static Set<String> words(Object array) {
        return new java.util.HashSet<>(Arrays.asList((String[]) array));
    }
}
