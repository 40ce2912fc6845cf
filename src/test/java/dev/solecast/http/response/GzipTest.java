package dev.solecast.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip, deflate, br, zstd",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "*",
                "gzip ; q=0.001",
                "identity;q=0.5, gzip;q=0.5",
                "identity;q=0, gzip"
            })
    void isWantedByThoseWhoLikeItBest(String acceptEncoding) {
        assertThat(Gzip.isAccepted(acceptEncoding)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.000, *",
                "*;q=0",
                "identity, gzip;q=0.5",
                "gzip;q=nonsense",
                "gzipped"
            })
    void isNotWantedByOthers(String acceptEncoding) {
        assertThat(Gzip.isAccepted(acceptEncoding)).isFalse();
    }

    @Test
    void compressedBytesAreAlwaysTheSameAndGiveBackTheOriginal() throws IOException {
        var bytes = "Aimé Leon Dore x New Balance 1000 ".repeat(100).getBytes(StandardCharsets.UTF_8);
        var compressed = Gzip.compress(bytes);
        assertThat(compressed).hasSizeLessThan(200).isEqualTo(Gzip.compress(bytes));
        try (var back = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(back.readAllBytes()).isEqualTo(bytes);
        }
    }
}
