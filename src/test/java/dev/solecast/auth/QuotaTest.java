package dev.solecast.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final class Watch implements TimeMeter {

        private long nanos = 1;

        void pass(String duration) {
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

    private final Watch watch = new Watch();
    private final Quota quota = new Quota("anonymous", 3, watch);

    @Test
    void whatIsLeftIsThereToBeTakenAndNoMore() {
        assertThat(quota.told()).isEqualTo("\"anonymous\";q=3;w=60");
        assertThat(quota.take()).isTrue();
        assertThat(quota.left()).isEqualTo("\"anonymous\";r=2;t=60");
        assertThat(quota.take()).isTrue();
        assertThat(quota.isUsedUp()).isFalse();
        assertThat(quota.take()).isTrue();
        assertThat(quota.left()).isEqualTo("\"anonymous\";r=0;t=60");
        assertThat(quota.isUsedUp()).isTrue();
        assertThat(quota.take()).isFalse();
    }

    @Test
    void allOfItIsThereAgainWhenItIsSaidToBeAndNotBefore() {
        quota.take();
        watch.pass("PT47.5S");
        quota.take();
        quota.take();
        assertThat(quota.left()).isEqualTo("\"anonymous\";r=0;t=13");
        watch.pass("PT12.4S");
        assertThat(quota.take()).isFalse();
        watch.pass("PT0.1S");
        assertThat(quota.take()).isTrue();
        assertThat(quota.left()).isEqualTo("\"anonymous\";r=2;t=60");
    }

    @Test
    void requestThatFoundNothingChangedCostsATenth() {
        for (int request = 0; request < 20; request++) {
            assertThat(quota.take()).isTrue();
            quota.save();
        }
        assertThat(quota.left()).isEqualTo("\"anonymous\";r=1;t=60");
        assertThat(quota.take()).isTrue();
        assertThat(quota.take()).isFalse();
    }

    @Test
    void savingNeverMakesMoreThanThereIs() {
        quota.save();
        quota.take();
        assertThat(quota.left()).isEqualTo("\"anonymous\";r=2;t=60");
    }
}
