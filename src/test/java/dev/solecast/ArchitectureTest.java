package dev.solecast;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
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
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the house: who may import whom, and what a room keeps to itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.solecast");

    /** Of our rooms each may import those named here, and itself. */
    @ParameterizedTest(name = "{0} may import {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    http             |
                    change           | http
                    auth             | http change
                    catalog          | http change auth release.date
                    release          | http change auth catalog release.date release.forecast
                    release.date     |
                    release.forecast | release.date
                    search           | http change auth catalog release release.date release.forecast
                    feed             | http change auth catalog release release.date release.forecast
                    embed            | http change auth catalog release release.date release.forecast
                    webhook          | http change auth catalog release release.date release.forecast
                    exchange         | http change auth catalog release release.date release.forecast
                    database         |
                    """)
    void aRoomImportsOnlyWhatTheTableAllows(String room, String allowed) {
        var open = Stream.concat(Stream.of(room), allowed == null ? Stream.empty() : Stream.of(allowed.split(" ")))
                .map(name -> "dev.solecast." + name)
                .toArray(String[]::new);
        hold(noClasses()
                .that()
                .resideInAPackage("dev.solecast." + room)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.solecast..").and(not(resideInAnyPackage(open))))
                .allowEmptyShould(true)); // the table names rooms that are yet to come
    }

    @Test
    void everyRoomIsInTheTable() {
        hold(classes()
                .should()
                .resideInAnyPackage(Stream.of(
                                "",
                                ".http",
                                ".change",
                                ".auth",
                                ".catalog",
                                ".release",
                                ".release.date",
                                ".release.forecast",
                                ".search",
                                ".feed",
                                ".embed",
                                ".webhook",
                                ".exchange",
                                ".database")
                        .map(room -> "dev.solecast" + room)
                        .toArray(String[]::new)));
    }

    @Test
    void thereAreNoCycles() {
        hold(slices().matching("dev.solecast.(**)").should().beFreeOfCycles());
    }

    @Test
    void datesAndForecastsArePure() {
        hold(classes()
                .that()
                .resideInAnyPackage("dev.solecast.release.date", "dev.solecast.release.forecast")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "dev.solecast.release.date",
                        "dev.solecast.release.forecast"));
    }

    @Test
    void repositoriesStayInTheirRoom() {
        hold(classes()
                .that()
                .areAssignableTo(PanacheRepository.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .haveSimpleNameNotEndingWith("_ClientProxy")
                .should()
                .bePackagePrivate());
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
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
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

    /** Whatever parameter of a resource is not read from the address or a header is a body. */
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
