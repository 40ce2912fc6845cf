package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One address has as many reads under way as none should wait beside. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Timeout(60)
class ConcurrencyLimitTest {

    private static final int MANY = 64;
    private static final String SCRAPER = "127.0.7.1";
    private static final String PHONE = "127.0.7.2";

    @Inject
    WaitingResource.Gate gate;

    @Inject
    ConcurrencyLimit limit;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void occupy() throws Exception {
        for (int number = 0; number < MANY; number++) {
            ask(SCRAPER, number);
        }
        assertBegun(MANY);
    }

    @AfterEach
    void free() throws Exception {
        gate.mayGo.release(MANY);
        for (var socket : sockets) {
            assertThat(status(socket)).isEqualTo("200");
            socket.close();
        }
    }

    @Test
    void oneMoreReadOfTheSameAddressIsRefusedAfterSomeWaitingAndOthersAreNot() throws Exception {
        var oneMore = ask(SCRAPER, MANY);
        ask(PHONE, 0);
        assertBegun(1);
        assertThat(status(oneMore)).isEqualTo("503");
        sockets.remove(oneMore);
        gate.mayGo.release();
    }

    @Test
    void readThatWasHeldBackBeginsWhenAnotherEnds() throws Exception {
        ask(SCRAPER, MANY);
        gate.mayGo.release();
        assertBegun(1);
    }

    @Test
    void readWhoseCallerHasLeftIsForgotten() throws Exception {
        var gone = ask(SCRAPER, MANY);
        awaitHeld(1);
        gone.setSoLinger(true, 0);
        gone.close();
        sockets.remove(gone);
        awaitHeld(0);
        ask(SCRAPER, MANY + 1);
        gate.mayGo.release();
        assertBegun(1);
    }

    private void awaitHeld(int reads) {
        while (limit.held() != reads) {
            Thread.onSpinWait();
        }
    }

    private void assertBegun(int reads) throws InterruptedException {
        assertThat(gate.begun.tryAcquire(reads, 20, TimeUnit.SECONDS)).isTrue();
    }

    private Socket ask(String address, int number) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(("GET /waiting/poll?number=" + number + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
    }
}
