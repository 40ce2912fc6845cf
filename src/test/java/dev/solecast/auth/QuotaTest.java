package dev.solecast.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final class ManualTimeMeter implements TimeMeter {

        private long nanos = 1;

        void advance(String duration) {
            nanos += Duration.parse(duration).toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private final ManualTimeMeter time = new ManualTimeMeter();
    private final Quota quota = new Quota("anonymous", 3, time);

    @Test
    void quotaIsUsedUpAfterTheAllowedRequests() {
        assertThat(quota.policyHeader()).isEqualTo("\"anonymous\";q=3;w=60");
        assertThat(quota.tryTake()).isTrue();
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=2;t=60");
        assertThat(quota.tryTake()).isTrue();
        assertThat(quota.isUsedUp()).isFalse();
        assertThat(quota.tryTake()).isTrue();
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=0;t=60");
        assertThat(quota.isUsedUp()).isTrue();
        assertThat(quota.tryTake()).isFalse();
    }

    @Test
    void quotaIsRestoredAtTheStatedTimeAndNotBefore() {
        quota.tryTake();
        time.advance("PT47.5S");
        quota.tryTake();
        quota.tryTake();
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=0;t=13");
        time.advance("PT12.4S");
        assertThat(quota.tryTake()).isFalse();
        time.advance("PT0.1S");
        assertThat(quota.tryTake()).isTrue();
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=2;t=60");
    }

    @Test
    void notModifiedResponseCostsATenth() {
        for (int request = 0; request < 20; request++) {
            assertThat(quota.tryTake()).isTrue();
            quota.refund();
        }
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=1;t=60");
        assertThat(quota.tryTake()).isTrue();
        assertThat(quota.tryTake()).isFalse();
    }

    @Test
    void priceThatIsTooHighTakesNothing() {
        assertThat(quota.tryTake(4)).isFalse();
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=3;t=0");
        assertThat(quota.tryTake(3)).isTrue();
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=0;t=60");
    }

    @Test
    void chargeBeyondTheQuotaIsPaidFromTheMinutesThatFollow() {
        quota.charge(7);
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=0;t=180");
        time.advance("PT60S");
        assertThat(quota.tryTake()).isFalse();
        time.advance("PT60S");
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=2;t=60");
        assertThat(quota.tryTake()).isTrue();
    }

    @Test
    void refundsNeverExceedTheQuota() {
        quota.refund();
        quota.tryTake();
        assertThat(quota.remainingHeader()).isEqualTo("\"anonymous\";r=2;t=60");
    }
}
