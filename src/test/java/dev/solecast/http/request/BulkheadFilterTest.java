package dev.solecast.http.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work has places per caller, from its beginning to the last byte of its answer or until its caller leaves. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BulkheadFilterTest {

    @Inject
    WaitingResource.Gate gate;

    @ParameterizedTest
    @ValueSource(strings = {"/waiting/calendar", "/waiting/export"})
    void callerWaitsForItsOwnPlaceWhileOthersAreServed(String address) throws Exception {
        try (var first = asking(address)) {
            await(gate.begun.tryAcquire(10, TimeUnit.SECONDS));

            // The same request would wait for the answer to the first.
            given().get(address + "?number=2")
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("5"))
                    .body("code", equalTo("too-many-requests"))
                    .body("detail", containsString("at most 1 of your"));

            try (var other = asking(address, TestKeys.READER)) {
                await(gate.begun.tryAcquire(10, TimeUnit.SECONDS));
                gate.mayGo.release(3);
                assertThat(first.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
                assertThat(other.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
            }
            given().get(address).then().statusCode(200);
            await(gate.begun.tryAcquire(10, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/waiting/calendar", "/waiting/export"})
    void workOfCallerWhoLeavesIsEndedAndItsPlaceIsFree(String address) throws Exception {
        try (var first = asking(address)) {
            await(gate.begun.tryAcquire(10, TimeUnit.SECONDS));
            first.setSoLinger(true, 0);
        }
        await(gate.interrupted.tryAcquire(10, TimeUnit.SECONDS));
        gate.mayGo.release();
        given().get(address).then().statusCode(200);
        await(gate.begun.tryAcquire(10, TimeUnit.SECONDS));
    }

    private static void await(boolean happened) {
        assertThat(happened).isTrue();
    }

    private static Socket asking(String address, Header... headers) throws Exception {
        var head = new StringBuilder("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n");
        for (var header : headers) {
            head.append(header.getName() + ": " + header.getValue() + "\r\n");
        }
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
