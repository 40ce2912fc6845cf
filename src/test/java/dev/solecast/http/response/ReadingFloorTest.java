package dev.solecast.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingFloorTest {

    /** Writes of 4,096 bytes, for each of which the client lets the server wait, with pauses of the server between. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # waited for each, pause between, seconds, too slow
            10000,     0, 15, true
              300,     0, 15, true
              240,     0, 15, false
                1,     0, 15, false
              300,  9000, 60, false
             2000,  1000, 40, true
            """)
    void clientIsJudgedByTheTimeWaitedForIt(long waitedMillis, long pauseMillis, long seconds, boolean tooSlow) {
        var floor = new ReadingFloor();
        long now = 0;
        var judged = false;
        while (now < Duration.ofSeconds(seconds).toNanos()) {
            floor.beginWrite(now);
            now += Duration.ofMillis(waitedMillis).toNanos();
            judged |= floor.isTooSlow(now);
            floor.endWrite(now, 4_096);
            now += Duration.ofMillis(pauseMillis).toNanos();
            judged |= floor.isTooSlow(now);
        }
        assertThat(judged).isEqualTo(tooSlow);
    }

    @Test
    void bytesThatOnlyFillBuffersAreNotTaken() {
        var floor = new ReadingFloor();
        floor.beginWrite(0);
        floor.endWrite(0, 4_000_000);
        floor.beginWrite(0);
        int seconds = 0;
        while (!floor.isTooSlow(Duration.ofSeconds(seconds).toNanos())) {
            seconds++;
        }
        assertThat(seconds).isEqualTo(11);
    }
}
