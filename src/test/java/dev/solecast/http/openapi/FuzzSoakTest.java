package dev.solecast.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.database.ServiceProcess;
import dev.solecast.drill.Fuzz;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that nobody has thought of, for a minute; {@code make drill NAME=fuzz} makes more. */
@Tag("soak")
class FuzzSoakTest {

    private static final String KEY = "solecast_fuzz_0123456789abcdefghjkmnpqrstvwxyz";
    /** How often each operation is asked. */
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 40);

    @TempDir
    Path folder;

    @Test
    void everyAnswerIsOneThatTheContractHas() throws Exception {
        long seed = Long.getLong("fuzz.seed", new Random().nextLong());
        System.out.println("fuzz.seed " + seed);
        var unlimited = Map.of(
                "SOLECAST_ADMIN_KEY", KEY,
                "SOLECAST_LIMITS_READER", "0",
                "SOLECAST_LIMITS_CONTRIBUTOR", "0",
                "SOLECAST_LIMITS_EDITOR", "0",
                "SOLECAST_LIMITS_ADMIN", "0",
                "SOLECAST_LIMITS_FAILED_LOGINS", "0");
        try (var service = ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), unlimited)) {
            service.awaitReady();
            var fuzz = new Fuzz(service.address("/"), KEY, seed);
            assertThat(fuzz.run(ROUNDS)).as("seed " + seed).isEmpty();
        }
    }
}
