package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.http.Slug;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.source.Source;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The repository of rumors. */
@ApplicationScoped
public class Rumors implements PanacheRepository<Rumor> {

    private static final String WITH_SOURCES = """
            from Rumor u
            join fetch u.source s
            left join fetch u.via
            left join fetch u.copiesSource
            left join fetch u.copiesRumor
            """;

    /** Lists the rumors about a release, retracted ones included; as of a past day, only those that counted then. */
    public Page<Rumor> list(Release release, RumorFilter filter, @Nullable AsOf asOf, PageRequest<Rumor> page) {
        var where = new HqlQuery()
                .and("u.release = :?", release)
                .and("u.kind in :?", filter.kind())
                .and("s.slug in :?", Slug.texts(filter.source()));
        return asOf(where, asOf).page(getEntityManager(), Rumor.class, "u", WITH_SOURCES, page);
    }

    /** Reads the newest rumors about each release, at most {@code ofEach} each, by release id, in one query. */
    public Map<Long, List<Rumor>> newestByRelease(List<Long> releases, int ofEach, @Nullable AsOf asOf) {
        var where = new HqlQuery()
                .and("u.release.id in :?", releases)
                .and("""
                        :? > (select count(*) from Rumor n
                              where n.release = u.release and (n.saidBy, n.id) > (u.saidBy, u.id)
                              and n.saidBy <= %s)""".formatted(asOf == null ? "n.saidBy" : "date " + asOf.day()), (long) ofEach);
        return asOf(where, asOf)
                .listFirst(getEntityManager(), Rumor.class, "u", WITH_SOURCES, releases.size() * ofEach)
                .stream()
                .sorted(Comparator.comparing(Rumor::saidBy)
                        .thenComparingLong(Rumor::id)
                        .reversed())
                .collect(Collectors.groupingBy(rumor -> idOf(rumor.release())));
    }

    /** The id of a release, without loading it. */
    private long idOf(Release release) {
        var unit = getEntityManager().getEntityManagerFactory().getPersistenceUnitUtil();
        return (Long) unit.getIdentifier(release);
    }

    private static HqlQuery asOf(HqlQuery where, @Nullable AsOf asOf) {
        if (asOf != null) {
            where.and("u.saidBy <= :?", asOf.day())
                    .and("(u.retractedAt is null or u.retractedAt >= :?)", endOf(asOf.lastRetraction()))
                    .and("u.recordedAt < :?", asOf.recordedBy() == null ? null : endOf(asOf.recordedBy()));
        }
        return where;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Lists the rumors about these releases, retracted ones included, with their sources, in one query. */
    public List<Rumor> listAbout(List<Release> releases) {
        return getEntityManager()
                .createQuery("select u " + WITH_SOURCES + " where u.release in :releases", Rumor.class)
                .setParameter("releases", releases)
                .getResultList();
    }

    /** The rumor with this id; a problem 404 if there is none. */
    public Rumor get(long id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND,
                        "There is no rumor " + id + ". /v1/releases/{slug}/rumors lists those about a release."));
    }

    /**
     * Finds the same statement: by the same source, at the same URL and time, with the same content; it is never added
     * again. Its twin, {@link Rumor#isSame}, has the same rule in memory.
     */
    public Optional<Rumor> findSame(Release release, Source source, NewRumor request) {
        var price = request.price();
        return find(
                        """
                        release = :release and source = :source and kind = :kind and cancels = :cancels
                            and saidOn = :saidOn and url is not distinct from :url
                            and window is not distinct from :window and statement is not distinct from :statement
                            and price.amount is not distinct from :amount
                            and price.currency is not distinct from :currency
                        """,
                        Parameters.with("release", release)
                                .and("source", source)
                                .and("kind", request.kind())
                                .and("cancels", request.cancels())
                                .and("saidOn", request.saidOnWindow())
                                .and("url", request.url())
                                .and("window", request.claimedWindow())
                                .and("statement", request.statement())
                                .and("amount", price == null ? null : price.amount())
                                .and("currency", price == null ? null : price.currency()))
                .firstResultOptional();
    }

    /**
     * Finds the strongest unretracted rumor about each catalog entry, by the entry's id, in the order of
     * {@link Rumor#STRONGEST_FIRST}.
     *
     * @param column the column of {@code release} that refers to the entries
     * @param ids the ids of the entries
     */
    public Map<Long, Rumor> strongestByEntry(String column, List<Long> ids) {
        var strongest = new HashMap<Long, Long>();
        var rows = getSession()
                .createNativeQuery("""
                        select distinct on (r.%1$s) r.%1$s, u.id
                        from release r join rumor u on u.release_id = r.id
                        where r.%1$s = any(:shoes) and r.deleted_at is null and u.retracted_at is null
                        order by r.%1$s, array_position(:kinds, u.kind), u.said_by desc, u.id desc
                        """.formatted(column), Object[].class)
                .setParameter("shoes", ids.toArray(Long[]::new))
                .setParameter(
                        "kinds",
                        Arrays.stream(RumorKind.values())
                                .map(RumorKind::wireName)
                                .toArray(String[]::new));
        rows.getResultList().forEach(row -> strongest.put((Long) row[0], (Long) row[1]));
        var rumors = new HashMap<Long, Rumor>();
        for (var rumor : getSession().findMultiple(Rumor.class, List.copyOf(strongest.values()))) {
            rumors.put(rumor.id(), rumor);
        }
        var found = new HashMap<Long, Rumor>();
        strongest.forEach((id, rumorId) -> found.put(id, rumors.get(rumorId)));
        return found;
    }
}
