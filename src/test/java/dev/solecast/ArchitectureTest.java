package dev.solecast;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house: who may import whom, and what a room keeps to itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    /**
     * The map of the house: each room may import those named beside it, and itself. A room is one package; {@code http..} are
     * all that begin with it. {@code docs/internals/architecture.md} says what each holds.
     */
    private static final String MAP = """
            date                  |
            forecast              | date
            http                  | date
            http.problem          | http
            http.request          | http http.problem
            http.connection       | http http.problem http.request
            http.response         | http http.problem
            http.page             | http http.problem http.request http.response
            http.openapi          | http..
            database              |
            outbound              |
            sql                   | date http
            auth                  | http..
            change                | http..
            change.stream         | http.. change
            cache                 | http.. change
            entry                 | http.. auth change cache date
            source                | http.. auth change cache entry date forecast
            catalog.brand         | http.. auth change cache entry sql date
            catalog.model         | http.. auth change cache entry sql date catalog.brand
            catalog.collaborator  | http.. auth change cache entry sql date catalog.brand catalog.model
            catalog.collaboration | http.. auth change cache entry sql date catalog.brand catalog.model catalog.collaborator
            catalog.colorway      | http.. auth change cache entry sql date catalog.brand catalog.model catalog.collaboration
            catalog               | http.. auth change cache entry sql date catalog..
            release.sale          | date http
            release               | http.. auth change cache entry sql date catalog.. source forecast release.sale
            release.list          | http.. auth change cache entry sql date catalog.. source forecast release.sale release
            release.derived       | http.. auth change cache entry sql date catalog.. source forecast release.sale release
            release.accuracy      | http.. auth change cache entry sql date catalog.. source forecast release release.derived
            release.read          | http.. auth change cache entry sql date catalog.. source forecast release.sale release release.list release.derived
            release.edit          | http.. auth change cache entry sql date catalog.. source forecast release.sale release release.derived release.accuracy
            release.intake        | http.. auth change cache entry sql date catalog.. source forecast release.sale release release.derived release.accuracy
            search                | http.. auth change cache entry sql date catalog.. source forecast release..
            feed                  | http.. auth change cache entry sql date catalog.. source forecast release..
            site                  | http.. auth change cache entry sql date catalog.. source forecast release..
            exchange.format       | http.. auth change cache entry sql date catalog.. source forecast release..
            exchange.importing    | http.. auth change cache entry sql date catalog.. source forecast release.. exchange.format
            exchange.exporting    | http.. auth change cache entry sql date catalog.. source forecast release.. exchange.format
            webhook               | http.. auth change.. entry outbound
            """;

    private static final DescribedPredicate<JavaClass> BASE_CLASS_OF_RESOURCES = DescribedPredicate.describe(
            "are base classes of resources",
            type -> type.getAllSubclasses().stream().anyMatch(subclass -> subclass.isAnnotatedWith(Path.class)));

    private final JavaClasses classes = ProjectClasses.ALL;

    @ParameterizedTest(name = "{0} may import {1}")
    @MethodSource("map")
    void aRoomImportsOnlyWhatTheMapAllows(String room, List<String> allowed) {
        var open = Stream.concat(Stream.of(room), allowed.stream())
                .map(name -> "dev.solecast." + name)
                .toArray(String[]::new);
        hold(noClasses()
                .that()
                .resideInAPackage("dev.solecast." + room)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.solecast..").and(not(resideInAnyPackage(open)))));
    }

    @Test
    void everyRoomIsOnTheMap() {
        hold(classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of("dev.solecast"), map().map(line -> "dev.solecast." + line.get()[0]))
                                .toArray(String[]::new)));
    }

    static Stream<Arguments> map() {
        return MAP.lines().map(line -> line.split("\\|")).map(cells -> Arguments.of(cells[0].strip(), words(cells)));
    }

    private static List<String> words(String[] cells) {
        return cells.length < 2 || cells[1].isBlank()
                ? List.of()
                : List.of(cells[1].strip().split(" "));
    }

    /** A room that holds more is not found through any more. */
    @Test
    void noRoomHasMoreThan32Types() {
        assertThat(classes.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(ArchitectureTest::isWritten)
                        .collect(groupingBy(JavaClass::getPackageName, counting())))
                .allSatisfy((room, types) -> assertThat(types).as(room).isLessThanOrEqualTo(32L));
    }

    @Test
    void noSimpleNameStandsTwice() {
        assertThat(classes.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(ArchitectureTest::isWritten)
                        .map(JavaClass::getSimpleName))
                .doesNotHaveDuplicates();
    }

    /** Templates and metamodels are generated beside what is written. */
    private static boolean isWritten(JavaClass type) {
        return !type.getSimpleName().endsWith("Renderer")
                && !type.getSimpleName().endsWith("_");
    }

    /** Stored forecasts, aggregates and log entries of releases are written here; nobody else may forget a step. */
    @Test
    void derivedDataIsWrittenByReleasesAlone() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("dev.solecast.release..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.solecast.release.derived"));
    }

    /** A read that reports its dependencies twice, or from the wrong place, makes the cache keep too much or too long. */
    @Test
    void dependenciesAreReportedWhereEntriesAreLoaded() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("dev.solecast.cache", "dev.solecast.entry", "dev.solecast.release.list")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.solecast.cache.DependencyTracker"));
    }

    @Test
    void thereAreNoCycles() {
        hold(slices().matching("dev.solecast.(**)").should().beFreeOfCycles());
    }

    @Test
    void datesAndForecastsArePure() {
        hold(classes()
                .that()
                .resideInAnyPackage("dev.solecast.date", "dev.solecast.forecast")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify.annotations", "dev.solecast.date", "dev.solecast.forecast"));
    }

    /**
     * Entities and repositories are used in their own top-level room. Only {@code release} goes further: its entities refer to
     * those of the catalogue and to sources, which it looks up by slug.
     */
    @Test
    void entitiesAndRepositoriesAreUsedInTheirOwnTopLevelRoom() {
        hold(classes().should(new ArchCondition<>("use entities and repositories of their own top-level room only") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !mayUse(user, use.getTargetClass()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(user, use.getDescription())));
            }
        }));
    }

    private static boolean mayUse(JavaClass user, JavaClass used) {
        boolean repository = used.isAssignableTo(PanacheRepositoryBase.class)
                && !used.getModifiers().contains(JavaModifier.ABSTRACT);
        if (!repository && !used.isAnnotatedWith(Entity.class)) {
            return true;
        }
        var room = topLevel(used);
        return room.equals(topLevel(user))
                || topLevel(user).equals("dev.solecast.release")
                        && (room.equals("dev.solecast.source") || room.equals("dev.solecast.catalog") && !repository);
    }

    private static String topLevel(JavaClass type) {
        return type.getPackageName().replaceFirst("(dev\\.solecast(\\.\\w+)?).*", "$1");
    }

    /** Quarkus answers 404 for a method that is not public, and says nothing. */
    @Test
    void resourceMethodsArePublic() {
        hold(methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .or()
                .areAnnotatedWith(Path.class)
                .should()
                .bePublic());
    }

    @Test
    void noEntityIsInTheSignatureOfAResource() {
        hold(methods()
                .that()
                .areDeclaredInClassesThat(annotatedWith(Path.class).or(BASE_CLASS_OF_RESOURCES))
                .and()
                .arePublic()
                .should(new ArchCondition<>("have no entity in its signature") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(
                                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                                        method.getParameterTypes().stream()
                                                .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                                .filter(type -> type.isAnnotatedWith(Entity.class))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " shows the entity " + type.getSimpleName())));
                    }
                }));
    }

    /** Quarkus looks for it on the class that declares a method, not on the one that inherits it. */
    @Test
    void baseClassesOfResourcesRunOnVirtualThreads() {
        hold(classes().that(BASE_CLASS_OF_RESOURCES).should().beAnnotatedWith(RunOnVirtualThread.class));
    }

    @Test
    void noEntityIsATypeArgumentOfTheBaseClassOfAResource() {
        hold(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(new ArchCondition<>("have no entity in the declaration of its base class") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getSuperclass().stream()
                                .flatMap(base -> base.getAllInvolvedRawTypes().stream())
                                .filter(argument -> argument.isAnnotatedWith(Entity.class))
                                .forEach(argument -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " shows the entity " + argument.getSimpleName())));
                    }
                }));
    }

    /** A parameter of a resource is a body unless it is read from the address or a header. */
    @Test
    void everyBodyIsValidated() {
        hold(methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(new ArchCondition<>("validate its body") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getParameters().stream()
                                .filter(ArchitectureTest::isBody)
                                .filter(body -> !body.isAnnotatedWith(Valid.class))
                                .forEach(body -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " takes a body without @Valid")));
                    }
                })
                .allowEmptyShould(true));
    }

    /** Reading needs no key; whatever writes must say whose it needs. */
    @Test
    void whateverWritesSaysWhoMay() {
        hold(methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .and(notAnnotatedWithAnyOf(GET.class, HEAD.class, OPTIONS.class))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .allowEmptyShould(true));
    }

    @Test
    void theClockIsInjected() {
        var now = List.of(Instant.class, LocalDate.class, LocalDateTime.class);
        var rule = noClasses().should().callMethod(System.class, "currentTimeMillis");
        for (var type : now) {
            rule = rule.orShould().callMethod(type, "now");
        }
        hold(rule);
        hold(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.solecast.http.SystemClock")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone"));
    }

    @SafeVarargs
    private static DescribedPredicate<JavaMethod> notAnnotatedWithAnyOf(Class<? extends Annotation>... types) {
        return DescribedPredicate.describe(
                "not annotated with any of " + List.of(types),
                method -> Stream.of(types).noneMatch(method::isAnnotatedWith));
    }

    private static boolean isBody(JavaParameter parameter) {
        JavaClass type = parameter.getRawType();
        return Stream.of(RestPath.class, RestQuery.class, RestHeader.class, BeanParam.class)
                        .noneMatch(parameter::isAnnotatedWith)
                && !type.isAssignableTo(UriInfo.class)
                && !type.getPackageName().startsWith("jakarta.ws.rs")
                && !type.getPackageName().startsWith("io.vertx");
    }

    private void hold(ArchRule rule) {
        rule.check(classes);
    }
}
