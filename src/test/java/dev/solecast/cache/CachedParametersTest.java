package dev.solecast.cache;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.solecast.ProjectClasses;
import dev.solecast.http.request.QueryParameters;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of a cached list is named here, with or without a dependency on rumors, because a parameter whose
 * dependency was forgotten would serve stale lists.
 */
class CachedParametersTest {

    @Test
    void everyParameterOfACachedListIsDecided() {
        assertThat(parameters(DependsOnEvidence.class::isInstance))
                .containsExactly(
                        "asOf",
                        "from",
                        "match",
                        "minConfidence",
                        "recordedBy",
                        "sort",
                        "source",
                        "stage",
                        "strongestRumor",
                        "to",
                        "updatedSince");
        assertThat(parameters(annotation -> true))
                .containsExactly(
                        "asOf",
                        "audience",
                        "brand",
                        "category",
                        "channel",
                        "collaboration",
                        "collaborator",
                        "color",
                        "colorway",
                        "currency",
                        "cursor",
                        "from",
                        "group",
                        "include",
                        "kind",
                        "limit",
                        "line",
                        "match",
                        "minConfidence",
                        "model",
                        "priceMax",
                        "priceMin",
                        "recordedBy",
                        "region",
                        "release",
                        "sort",
                        "source",
                        "stage",
                        "status",
                        "strongestRumor",
                        "styleCode",
                        "to",
                        "tz",
                        "updatedSince");
    }

    @Test
    void parameterOfOneNameIsTheSameInEveryList() {
        var both = parameters(DependsOnEvidence.class::isInstance);
        both.retainAll(lists().flatMap(QueryParameters::declaredBy)
                .filter(parameter -> !parameter.isAnnotationPresent(DependsOnEvidence.class))
                .map(QueryParameters::name)
                .toList());
        assertThat(both).isEmpty();
    }

    private static Set<String> parameters(Predicate<Object> condition) {
        return lists().flatMap(QueryParameters::declaredBy)
                .filter(parameter -> Arrays.stream(parameter.getAnnotations()).anyMatch(condition))
                .map(QueryParameters::name)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Method> lists() {
        return ProjectClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(CacheResponse.class))
                .map(JavaMethod::reflect)
                .filter(method -> method.getAnnotation(CacheResponse.class).lists().length > 0);
    }
}
