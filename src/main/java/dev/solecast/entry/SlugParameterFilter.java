package dev.solecast.entry;

import dev.solecast.cache.DependencyTracker;
import dev.solecast.change.ChangeFilter;
import dev.solecast.change.EntryType;
import dev.solecast.entry.SlugResolver.Target;
import dev.solecast.http.FilterOrder;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.request.QueryParameters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Makes the slugs of every filter present ones, for all lists, feeds, calendars and pages at once: a former slug is
 * replaced by the one that its entry has today, and a slug that never was is a problem with the nearest there are.
 * Links and cursors keep the address as it was typed.
 */
class SlugParameterFilter {

    private final Map<Method, Set<EntryType>> filtersByMethod = new ConcurrentHashMap<>();
    private final SlugResolver resolver;

    SlugParameterFilter(SlugResolver resolver) {
        this.resolver = resolver;
    }

    @ServerRequestFilter(priority = FilterOrder.SLUGS)
    void resolve(ResourceInfo resource, RoutingContext context) {
        var method = resource.getResourceMethod();
        var slugs = slugs(filtersByMethod.computeIfAbsent(method, SlugParameterFilter::filters), context.queryParams());
        if (slugs.isEmpty()) {
            return;
        }
        var targets = resolver.resolve(slugs);
        refuse(slugs, targets, mayBeDeleted(method));
        slugs.forEach((type, texts) ->
                replace(type, texts, Objects.requireNonNull(targets.get(type)), context.queryParams()));
    }

    /** The filters of a method by slugs of entries, which are named by the type of entry. */
    private static Set<EntryType> filters(Method method) {
        return QueryParameters.declaredBy(method)
                .filter(SlugParameterFilter::isListOfSlugs)
                .map(QueryParameters::name)
                .flatMap(name -> Arrays.stream(EntryType.values())
                        .filter(type -> type.wireName().equals(name)))
                .collect(Collectors.toSet());
    }

    private static boolean isListOfSlugs(AnnotatedElement parameter) {
        return parameter instanceof Field field
                && field.getGenericType().getTypeName().equals(List.class.getName() + "<" + Slug.class.getName() + ">");
    }

    /** The log also holds what happened to entries that were deleted since. */
    private static boolean mayBeDeleted(Method method) {
        return List.of(method.getParameterTypes()).contains(ChangeFilter.class);
    }

    /** The valid slugs in the parameters; the others are refused where the parameters are converted. */
    private static Map<EntryType, List<String>> slugs(Set<EntryType> filters, MultiMap query) {
        var slugs = new EnumMap<EntryType, List<String>>(EntryType.class);
        for (var type : filters) {
            var valid = values(type, query).filter(Slug::isValid).distinct().toList();
            if (!valid.isEmpty()) {
                slugs.put(type, valid);
            }
        }
        return slugs;
    }

    private static Stream<String> values(EntryType type, MultiMap query) {
        return query.getAll(type.wireName()).stream().flatMap(value -> Stream.of(value.split(",")));
    }

    private void refuse(
            Map<EntryType, List<String>> slugs, Map<EntryType, Map<String, Target>> targets, boolean mayBeDeleted) {
        var faults = new LinkedHashMap<String, String>();
        slugs.forEach((type, texts) -> {
            var found = targets.getOrDefault(type, Map.of());
            texts.stream()
                    .filter(slug -> !found.containsKey(slug))
                    .findFirst()
                    .map(slug -> resolver.explain(type, slug))
                    .or(() -> texts.stream()
                            .filter(slug -> !mayBeDeleted
                                    && Objects.requireNonNull(found.get(slug)).isDeleted())
                            .findFirst()
                            .map(slug -> "the " + type.wireName() + " \"" + slug + "\" was deleted; leave it out."))
                    .ifPresent(why -> faults.put(type.wireName(), why));
        });
        if (faults.size() == 1) {
            faults.forEach((name, why) -> {
                throw Problem.parameter(name, why);
            });
        } else if (!faults.isEmpty()) {
            throw Problem.fields(ProblemCode.INVALID_PARAMETER, "Correct the parameters listed in errors.", faults);
        }
    }

    private static void replace(EntryType type, List<String> slugs, Map<String, Target> targets, MultiMap query) {
        // Under the slug as it was typed, too: what is not read counts as not found by the cache.
        targets.forEach((slug, target) -> {
            DependencyTracker.recordRead(type, target.id(), slug);
            DependencyTracker.recordRead(type, target.id(), target.present());
        });
        if (slugs.stream()
                .anyMatch(slug ->
                        !Objects.requireNonNull(targets.get(slug)).present().equals(slug))) {
            query.set(
                    type.wireName(),
                    values(type, query)
                            .map(slug -> targets.containsKey(slug)
                                    ? targets.get(slug).present()
                                    : slug)
                            .collect(Collectors.joining(",")));
        }
    }
}
