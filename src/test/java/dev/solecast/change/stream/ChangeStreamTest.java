package dev.solecast.change.stream;

import static dev.solecast.Field.field;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.Fixtures;
import dev.solecast.ShortWaits;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The change log as a stream of server-sent events. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(ShortWaits.class)
class ChangeStreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** So many changes of 24 kB are more than the buffers of any system hold between a writer and a reader. */
    private static final int MANY = 300;

    private static final List<String> LONG_LIST = Collections.nCopies(40, "Suede. ".repeat(42));

    private final Fixtures fixtures;
    private final ChangeStreams streams;

    ChangeStreamTest(Fixtures fixtures, ChangeStreams streams) {
        this.fixtures = fixtures;
        this.streams = streams;
    }

    /** A stream has its place until the service has noticed that its client left. */
    @AfterEach
    void awaitThatPlacesAreFree() throws InterruptedException {
        await(() -> streams.count() == 0);
    }

    @Test
    void changeComesAsAnEvent() throws Exception {
        try (var stream = open("", null)) {
            assertThat(stream.status()).endsWith("200 OK");
            assertThat(stream.next().type()).isEqualTo("reached");
            fixtures.brand("mitre", "Mitre");
            var event = stream.nextChange();
            assertThat(event.type()).isEqualTo("created");
            var change = JSON.readTree(event.data());
            assertThat(change.path("slug").asText()).isEqualTo("mitre");
            assertThat(change.path("place").asText()).isEqualTo(event.id());
            assertThat(change.path("fields").path("name").path("new").asText()).isEqualTo("Mitre");
            assertThat(change.has("actor")).isFalse();
        }
    }

    @Test
    void streamSaysThePlaceWhereItBeganAndThatItIsStillThere() throws Exception {
        fixtures.source("kinetix-itself", "brand");
        try (var stream = open("?source=kinetix-itself", null)) {
            var begun = stream.next();
            assertThat(begun.type()).isEqualTo("reached");
            assertThat(JSON.readTree(begun.data()).path("place").asText()).isEqualTo(begun.id());
            await(() -> stream.comments() > 1);
        }
    }

    @Test
    void placeOfAFilteredStreamMovesOnWithoutAnEventForIt() throws Exception {
        fixtures.brand("lescon", "Lescon");
        try (var stream = open("?brand=lescon", null)) {
            var begun = stream.next();
            fixtures.brand("superga", "Superga");
            var moved = stream.next();
            assertThat(moved.type()).isEqualTo("reached");
            assertThat(Long.parseLong(moved.id())).isGreaterThan(Long.parseLong(begun.id()));
            fixtures.model("lescon-n9000", "lescon", "N9000");
            assertThat(JSON.readTree(stream.nextChange().data()).path("slug").asText())
                    .isEqualTo("lescon-n9000");
        }
    }

    @Test
    void streamGoesOnAfterTheLastIdThatTheReaderHad() throws Exception {
        var begun = lastSequence();
        fixtures.brand("lakai", "Lakai");
        fixtures.model("r-800", "lakai", "R 800");
        fixtures.model("r-1000", "lakai", "R 1000");
        var seen = new ArrayList<String>();
        String last = null;
        for (var each = 0; each < 3; each++) {
            // The browser's Last-Event-ID takes precedence over the parameter after.
            try (var stream = open("?brand=lakai&after=" + begun, last)) {
                var change = stream.nextChange();
                seen.add(JSON.readTree(change.data()).path("slug").asText());
                last = change.id();
            }
        }
        assertThat(seen).containsExactly("lakai", "r-800", "r-1000");
    }

    @Test
    void streamTellsTheSameAsTheLog() throws Exception {
        fixtures.brand("kamik", "Kamik");
        var log = given().get("/v1/changes?limit=1000&after=0").then().extract();
        List<String> places = log.jsonPath().getList("items.place", String.class);
        try (var stream = open("?after=0", null)) {
            var received = new ArrayList<String>();
            while (received.size() < places.size()) {
                received.add(stream.nextChange().id());
            }
            assertThat(received).isEqualTo(places);
        }
    }

    @Test
    void placeThatTheLogDoesNotHaveIsRefused() {
        given().header("Last-Event-ID", "99999999")
                .get("/v1/changes/stream")
                .then()
                .statusCode(400)
                .header("Content-Type", "application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("invalid-cursor"));
        given().header("Last-Event-ID", "x")
                .get("/v1/changes/stream")
                .then()
                .statusCode(400)
                .body("detail", containsString("Last-Event-ID"));
    }

    @Test
    void otherSitesMayRead() throws Exception {
        given().header("Origin", "https://sneakers.example")
                .head("/v1/changes/stream")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/event-stream")
                .header("Access-Control-Allow-Origin", equalTo("https://sneakers.example"));
    }

    @Test
    void oneStreamTooManyIsRefusedAndAnotherKeyHasItsOwn() throws Exception {
        var open = new ArrayList<EventSource>();
        try {
            await(() -> {
                // Streams of earlier tests may not have been released yet.
                try {
                    open.add(open("", null));
                    return open.getLast().status().contains("429");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(open.stream().filter(stream -> stream.status().contains("200")))
                    .hasSizeLessThanOrEqualTo(5);
            // Before the log is asked whether it has this place.
            given().get("/v1/changes/stream?after=999999999")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "30")
                    .body("code", equalTo("too-many-requests"));
            try (var other = streamWithKey(TestKeys.READER)) {
                assertThat(other.status()).contains("200");
            }
        } finally {
            for (var stream : open) {
                stream.close();
            }
        }
        await(() -> {
            try (var again = open("", null)) {
                return again.status().contains("200");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void newcomerTakesOverAPlaceFromWhoHasMost() throws Exception {
        await(() -> streams.count() == 0);
        var open = new ArrayList<EventSource>();
        try {
            for (var each = 0; each < 5; each++) {
                open.add(open("", null));
            }
            for (var each = 0; each < 3; each++) {
                open.add(streamWithKey(TestKeys.READER));
            }
            assertThat(open).allSatisfy(stream -> assertThat(stream.status()).contains("200"));
            // All 8 places are taken.
            open.add(streamWithKey(TestKeys.EDITOR));
            open.add(streamWithKey(TestKeys.EDITOR));
            assertThat(open.subList(8, 10))
                    .allSatisfy(stream -> assertThat(stream.status()).contains("200"));
            await(() -> open.stream().filter(EventSource::isEnded).count() == 2);
            assertThat(open.subList(0, 3)).noneMatch(EventSource::isEnded);
            // Now three, three and two: nobody has two more than those who ask.
            var refused = streamWithKey(TestKeys.EDITOR);
            open.add(refused);
            assertThat(refused.status()).contains("503");
        } finally {
            for (var stream : open) {
                stream.close();
            }
        }
    }

    @Test
    void readerWhoTakesNothingIsDroppedAndGoesOnWhereItWas() throws Exception {
        var begun = lastSequence();
        fixtures.brand("etnies", "Etnies");
        for (var each = 0; each < MANY; each++) {
            fixtures.model(
                    "etnies-" + each,
                    "etnies",
                    "Etnies " + each,
                    field("appearances", LONG_LIST),
                    field("openQuestions", LONG_LIST));
        }
        var address =
                URI.create("http://localhost:" + RestAssured.port + "/v1/changes/stream?brand=etnies&after=" + begun);
        await(() -> streams.count() == 0);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream()
                    .write(("GET " + address.getRawPath() + "?" + address.getRawQuery()
                                    + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await(() -> streams.count() == 1);
            await(() -> streams.count() == 0);
            // The buffered data is still delivered, and then the stream is over, long before its last event.
            var received = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(received).contains("etnies").doesNotContain("\"etnies-" + (MANY - 1) + "\"");
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        String last = null;
        try (var stream = open("?brand=etnies&after=" + begun, null)) {
            for (var each = 0; each < 100; each++) {
                last = stream.nextChange().id();
            }
        }
        try (var stream = open("?brand=etnies", last)) {
            for (var each = 99; each < MANY; each++) {
                assertThat(JSON.readTree(stream.nextChange().data())
                                .path("slug")
                                .asText())
                        .isEqualTo("etnies-" + each);
            }
        }
    }

    private static EventSource streamWithKey(Header key) throws Exception {
        return new EventSource(
                URI.create("http://localhost:" + RestAssured.port + "/v1/changes/stream"),
                "0\r\n" + key.getName() + ": " + key.getValue());
    }

    private static EventSource open(String query, String lastId) throws Exception {
        return new EventSource(
                URI.create("http://localhost:" + RestAssured.port + "/v1/changes/stream" + query), lastId);
    }

    private static long lastSequence() throws Exception {
        try (var stream = open("", null)) {
            return Long.parseLong(stream.next().id());
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (var tries = 0; !condition.getAsBoolean(); tries++) {
            assertThat(tries).as("too long").isLessThan(400);
            Thread.sleep(50);
        }
    }
}
