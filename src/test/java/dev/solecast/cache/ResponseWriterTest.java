package dev.solecast.cache;

import static dev.solecast.http.HttpCaller.get;
import static dev.solecast.http.HttpCaller.header;
import static dev.solecast.http.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ResponseWriterTest {

    private static final String LONG = "/v1/releases?model=new-balance-1000";
    private static final String SHORT = "/v1/sources/teddy-santis";

    @Test
    void gzipIsTheSameAnswerUnderATagOfItsOwn() throws Exception {
        var plain = get(LONG);
        var gzip = get(LONG, "Accept-Encoding", "br, gzip");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(gzip, "ETag")).isEqualTo(header(plain, "ETag").replaceFirst("\"$", "-gzip\""));
        assertThat(header(gzip, "Vary"))
                .isEqualTo("Accept-Encoding, Accept-Language, Origin")
                .isEqualTo(header(plain, "Vary"));
    }

    @Test
    void gzipThatTheCallerHasIsNotSentAgain() throws Exception {
        var tag = header(get(LONG, "Accept-Encoding", "gzip"), "ETag");
        var again = get(LONG, "Accept-Encoding", "gzip", "If-None-Match", "\"older\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Content-Encoding")).isEmpty();
        assertThat(get(LONG, "If-None-Match", tag).statusCode())
                .as("the caller has it, but not in the encoding asked for now")
                .isEqualTo(200);
    }

    @Test
    void languageHasATagOfItsOwnEvenWhereTheBytesAreTheSame() throws Exception {
        var english = get(SHORT);
        var german = get(SHORT, "Accept-Language", "de-AT, en;q=0.5", "Accept-Encoding", "gzip");
        assertThat(header(english, "Content-Language")).isEqualTo("en");
        assertThat(header(german, "Content-Language")).isEqualTo("de");
        assertThat(german.body()).isEqualTo(english.body());
        assertThat(header(german, "ETag")).isEqualTo(header(english, "ETag").replaceFirst("\"$", "-de\""));
        assertThat(get(SHORT, "Accept-Language", "de", "If-None-Match", header(english, "ETag"))
                        .statusCode())
                .as("the caller has it, but in another language")
                .isEqualTo(200);
        assertThat(get(SHORT, "Accept-Language", "de", "If-None-Match", header(german, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void languageAndEncodingAreBothInTheTag() throws Exception {
        var tag = header(get(LONG, "Accept-Language", "ja", "Accept-Encoding", "gzip"), "ETag");
        assertThat(tag).matches("\"[\\w-]{22}-ja-gzip\"");
    }

    @Test
    void whatIsSmallIsNotCompressed() throws Exception {
        assertThat(header(get(SHORT, "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void anyTagWillDoForTheStar() throws Exception {
        assertThat(get(SHORT, "If-None-Match", "*").statusCode()).isEqualTo(304);
    }

    @Test
    void tagOfAnotherAnswerDoesNotMatch() throws Exception {
        var other = header(get(SHORT), "ETag");
        assertThat(get(LONG, "If-None-Match", other).statusCode()).isEqualTo(200);
    }

    @Test
    void problemIsNeverAnsweredAsNotChanged() throws Exception {
        var missing = get("/v1/sources/nobody", "If-None-Match", "*");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(header(missing, "ETag")).isEmpty();
        assertThat(header(missing, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answerSaysWhenItWasMadeAndHowLongItMayBeKept() throws Exception {
        var answer = get(SHORT);
        assertThat(header(answer, "Date")).isEqualTo("Sun, 22 Nov 2026 06:00:00 GMT");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void pageOfAnyOriginMayReadTheTag() throws Exception {
        var answer = get(SHORT, "Origin", "https://drops.example");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isIn("*", "https://drops.example");
        assertThat(header(answer, "Access-Control-Expose-Headers").split(",")).contains("ETag", "Link", "Retry-After");
        assertThat(json(answer).path("slug").asText()).isEqualTo("teddy-santis");
    }
}
