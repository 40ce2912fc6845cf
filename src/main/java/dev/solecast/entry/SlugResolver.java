package dev.solecast.entry;

import dev.solecast.change.EntryType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells which entries slugs lead to, present or former, and which slugs come near to one that never was. */
@ApplicationScoped
public class SlugResolver {

    /** The most slugs that an explanation proposes. */
    private static final int MOST_PROPOSED = 3;

    private static final String TARGETS = """
            select '{type}', cast(slug as text), id, cast(slug as text) as present, deleted_at is not null
            from {type} where slug = any(cast(:{type} as text[]))
            union all
            select '{type}', cast(r.slug as text), e.id, cast(e.slug as text), e.deleted_at is not null
            from retired_slug r join {type} e on e.id = r.target_id
            where r.resource = '{type}' and r.slug = any(cast(:{type} as text[]))
            """;

    /** All slugs of a small table; of a large one some, the neighbors in their order, and who is also called so. */
    private static final String NEIGHBORS = """
            (select cast(slug as text) from %1$s where deleted_at is null order by id limit 1000)
            union
            (select cast(slug as text) from %1$s where deleted_at is null and slug >= :slug order by slug limit 50)
            union
            (select cast(slug as text) from %1$s where deleted_at is null and slug < :slug order by slug desc limit 50)
            """;

    private static final String NAMED = """
            select cast(e.slug as text) from search_entry s join %1$s e on e.id = s.id
            where s.type = '%1$s' and s.words && array['=' || replace(:slug, '-', '')] order by e.id limit 3
            """;

    private final EntityManager database;

    SlugResolver(EntityManager database) {
        this.database = database;
    }

    /**
     * The entry that a slug leads to.
     *
     * @param present its slug today
     */
    record Target(long id, String present, boolean isDeleted) {}

    /** The entries that have or had these slugs, by type and slug, in one query; none for a slug that never was. */
    Map<EntryType, Map<String, Target>> resolve(Map<EntryType, List<String>> slugs) {
        var select = database.createNativeQuery(
                slugs.keySet().stream()
                        .map(type -> TARGETS.replace("{type}", type.wireName()))
                        .collect(Collectors.joining("union all\n")),
                Object[].class);
        slugs.forEach((type, texts) -> select.setParameter(type.wireName(), texts.toArray(String[]::new)));
        var targets = new HashMap<EntryType, Map<String, Target>>();
        for (var found : select.getResultList()) {
            var row = (Object[]) found;
            var type = EntryType.valueOf(((String) row[0]).toUpperCase(Locale.ROOT));
            var slug = (String) row[1];
            targets.computeIfAbsent(type, any -> new HashMap<>())
                    .merge(
                            slug,
                            new Target(((Number) row[2]).longValue(), (String) row[3], (Boolean) row[4]),
                            (one, other) -> one.present().equals(slug) ? one : other);
        }
        return targets;
    }

    /** For each type with a slug that never was, by its name, what is wrong with the first such, and what is near. */
    public Map<EntryType, String> explainUnknown(Map<EntryType, List<String>> slugs) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        var targets = resolve(slugs);
        return slugs.entrySet().stream()
                .flatMap(named -> named.getValue().stream()
                        .filter(slug ->
                                !targets.getOrDefault(named.getKey(), Map.of()).containsKey(slug))
                        .limit(1)
                        .map(slug -> Map.entry(named.getKey(), explain(named.getKey(), slug))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Explains that no entry has or had a slug, and names the nearest there are. */
    String explain(EntryType type, String slug) {
        var near = nearest(type, slug);
        return "there is no " + type.wireName() + " \"" + slug + "\"; "
                + (near.isEmpty() ? "look for it with /v1/search." : "did you mean " + String.join(" or ", near) + "?");
    }

    /** The slugs that a person may have meant, the likeliest first. */
    private List<String> nearest(EntryType type, String slug) {
        var near = list(NEIGHBORS, type, slug).stream()
                .map(known -> Map.entry(known, distance(slug, known)))
                .filter(known -> known.getValue() <= Math.max(2, slug.length() / 4)
                        || known.getKey().startsWith(slug + "-")
                        || slug.startsWith(known.getKey() + "-"))
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_PROPOSED)
                .toList();
        return near.isEmpty() && type != EntryType.RELEASE && type != EntryType.SOURCE ? list(NAMED, type, slug) : near;
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String sql, EntryType type, String slug) {
        return database.createNativeQuery(sql.formatted(type.wireName()), String.class)
                .setParameter("slug", slug)
                .getResultList();
    }

    /** The number of letters to add, drop or replace (Levenshtein) to make one text of the other. */
    static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
