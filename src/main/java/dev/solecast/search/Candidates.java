package dev.solecast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds candidates for a query: a bounded number of each type, so that a common word costs no more than a rare one. */
@ApplicationScoped
class Candidates {

    private static final int OF_EACH_TYPE = 100;
    private static final int BY_NAME_OR_CODE = 50;
    private static final int RELEASES_OF_EACH = 20;
    /** The most shoes of which it is asked whether they have a release in a year. */
    private static final int SHOES_OF_ALL_YEARS = 1_000;

    private static final String BRAND_MARKS = """
            (select '#' || id, words from search_entry
             where type = 'brand' and words && cast(:words as text[]) order by id limit 100)
            """;

    private static final String BRAND_AND_MODEL_MARKS = BRAND_MARKS + """
            union all
            (select '@' || id, array(select unnest(words) intersect select unnest(cast(:crossings as text[])))
             from search_entry where type = 'model' and words && cast(:crossings as text[]) order by id limit 30)
            """;

    private static final String IN_YEAR = """
            (date_days && daterange(cast(:first as date), cast(:end as date))
                or released_on >= cast(:first as date) and released_on < cast(:end as date))""";

    private final EntityManager database;

    Candidates(EntityManager database) {
        this.database = database;
    }

    /** The words of the brands and models that the query may mean, by the mark that colorways have instead of them. */
    Map<String, Set<String>> marksIn(SearchQuery query) {
        var words = query.readings().stream()
                .flatMap(reading -> reading.keySet().stream())
                .distinct()
                .toArray(String[]::new);
        var crossings = query.crossings();
        var select = database.createNativeQuery(
                        crossings.isEmpty() ? BRAND_MARKS : BRAND_AND_MODEL_MARKS, Object[].class)
                .setParameter("words", words);
        if (!crossings.isEmpty()) {
            select.setParameter("crossings", crossings.toArray(String[]::new));
        }
        List<Object[]> rows = select.getResultList();
        var marks = new HashMap<String, Set<String>>();
        rows.forEach(row -> marks.put((String) row[0], words(row[1])));
        return marks;
    }

    /**
     * The candidates that match the words at all these places, each in one of its readings, or whose whole name was
     * typed.
     *
     * @param kept one or several lists of places; one of them must match
     * @param year only shoes with a release in this year, whose whole names do not count; null for all
     */
    List<Candidate> list(
            Collection<HitType> types, SearchQuery query, List<List<Integer>> kept, @Nullable Integer year) {
        if (types.isEmpty() || kept.isEmpty()) {
            return List.of();
        }
        var conditions = kept.stream()
                .map(places -> places.stream()
                        .map(place -> "words && cast(:reading" + place + " as text[])")
                        .collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or ", "(", ")"));
        var parts = types.stream()
                .flatMap(type -> year != null
                        ? Stream.of(partOfYear(type, conditions))
                        : Stream.of(
                                part(type, conditions, OF_EACH_TYPE),
                                part(type, "words && cast(:name as text[])", BY_NAME_OR_CODE)));
        var select = database.createNativeQuery(
                parts.collect(Collectors.joining(" union all ")) + " order by id", Object[].class);
        if (year == null) {
            select.setParameter("name", new String[] {query.wholeName()});
        } else {
            setYear(select, year);
        }
        kept.stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(place -> select.setParameter(
                        "reading" + place, query.readings().get(place).keySet().toArray(String[]::new)));
        return candidates(select.getResultList(), query);
    }

    /** The colorways whose style code begins with the typed text, or does so when both are shortened. */
    List<Candidate> listByStyleCode(SearchQuery query) {
        var shortened = SearchQuery.shortened(query.joined());
        var parts = Stream.concat(
                Stream.of(begins("code", "typed"), begins("half", "typed")),
                shortened.length() < SearchQuery.SHORTEST_CODE
                        ? Stream.empty()
                        : Stream.of(begins("core", "shortened"), begins("code", "shortened")));
        var select = database.createNativeQuery(parts.collect(Collectors.joining(" union ")), Object[].class)
                .setParameter("typed", query.joined())
                .setParameter("most", BY_NAME_OR_CODE);
        if (shortened.length() >= SearchQuery.SHORTEST_CODE) {
            select.setParameter("shortened", shortened);
        }
        return candidates(select.getResultList(), query);
    }

    private static String begins(String column, String parameter) {
        return """
                (select type, id, words, size, code, half, core from search_entry
                 where %1$s >= cast(:%2$s as text) collate "C"
                    and %1$s < (cast(:%2$s as text) || U&'\\+10FFFF') collate "C"
                 order by %1$s, id limit :most)
                """.formatted(column, parameter);
    }

    /**
     * The releases of these models, collaborations and colorways, in their order; of each, releases still to come
     * first. A release with a colorway belongs to that colorway alone.
     *
     * @param year only releases in this year; null for all
     */
    List<Candidate> listReleases(List<Candidate> shoes, @Nullable Integer year) {
        var select = database.createNativeQuery("""
                        select shoe.position, release.id
                        from unnest(cast(:types as text[]), cast(:ids as bigint[])) with ordinality
                            as shoe (type, id, position), lateral (
                            (select id, status, sort_day, sort_span from release
                             where shoe.type = 'colorway' and colorway_id = shoe.id and deleted_at is null %1$s
                             order by status in ('released', 'cancelled'), sort_day, sort_span, id limit :most)
                            union all
                            (select id, status, sort_day, sort_span from release
                             where shoe.type = 'collaboration' and collaboration_id = shoe.id and colorway_id is null
                                and deleted_at is null %1$s
                             order by status in ('released', 'cancelled'), sort_day, sort_span, id limit :most)
                            union all
                            (select id, status, sort_day, sort_span from release
                             where shoe.type = 'model' and model_id = shoe.id and collaboration_id is null
                                and colorway_id is null and deleted_at is null %1$s
                             order by status in ('released', 'cancelled'), sort_day, sort_span, id limit :most)) release
                        order by shoe.position, status in ('released', 'cancelled'), sort_day, sort_span, id
                        """.formatted(year == null ? "" : "and " + IN_YEAR), Object[].class)
                .setParameter(
                        "types",
                        shoes.stream().map(shoe -> shoe.type().wireName()).toArray(String[]::new))
                .setParameter("ids", shoes.stream().map(Candidate::id).toArray(Long[]::new))
                .setParameter("most", RELEASES_OF_EACH);
        if (year != null) {
            setYear(select, year);
        }
        List<Object[]> rows = select.getResultList();
        return rows.stream()
                .map(row -> shoes.get(((Number) row[0]).intValue() - 1).release(((Number) row[1]).longValue()))
                .toList();
    }

    /** The releases of a shoe that its own list shows: those of a model have neither colorway nor collaboration. */
    private static String partOfYear(HitType type, String condition) {
        return """
                (select type, id, words, size, code, half, core
                 from (select * from search_entry where type = '%1$s' and %2$s limit %3$d) shoe
                 where exists (select from release where %1$s_id = shoe.id %4$s and deleted_at is null and %5$s)
                 limit %6$d)
                """.formatted(
                        type.wireName(),
                        condition,
                        SHOES_OF_ALL_YEARS,
                        switch (type) {
                            case MODEL -> "and collaboration_id is null and colorway_id is null";
                            case COLLABORATION -> "and colorway_id is null";
                            default -> "";
                        },
                        IN_YEAR,
                        OF_EACH_TYPE);
    }

    private static String part(HitType type, String condition, int most) {
        return "(select type, id, words, size, code, half, core from search_entry where type = '%s' and %s limit %d)"
                .formatted(type.wireName(), condition, most);
    }

    private static void setYear(Query select, int year) {
        select.setParameter("first", LocalDate.of(year, 1, 1)).setParameter("end", LocalDate.of(year + 1, 1, 1));
    }

    private static List<Candidate> candidates(List<Object[]> rows, SearchQuery query) {
        return rows.stream()
                .map(row -> Candidate.of(
                        query,
                        HitType.of((String) row[0]),
                        ((Number) row[1]).longValue(),
                        words(row[2]),
                        ((Number) row[3]).intValue(),
                        new Candidate.Codes((String) row[4], (String) row[5], (String) row[6])))
                .toList();
    }

    private static Set<String> words(Object array) {
        return new HashSet<>(Arrays.asList((String[]) array));
    }
}
