package dev.solecast.exchange.format;

import static dev.solecast.Field.channel;
import static dev.solecast.Field.citation;
import static dev.solecast.Field.citations;
import static dev.solecast.Field.copiesRumor;
import static dev.solecast.Field.feature;
import static dev.solecast.Field.features;
import static dev.solecast.Field.launch;
import static dev.solecast.Field.price;
import static dev.solecast.Field.region;
import static dev.solecast.Field.releasedOn;
import static dev.solecast.Field.retailPrice;
import static dev.solecast.Field.retailer;
import static dev.solecast.Field.retailers;
import static dev.solecast.Field.saidOn;
import static dev.solecast.Field.since;
import static dev.solecast.Field.status;
import static dev.solecast.Field.window;
import static dev.solecast.exchange.format.JsonMapper.JSON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.exchange.exporting.ExportedLines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the published JSON Schema; -Dexamples=write updates it after a contract change. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LinesSchemaTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/resources/docs/lines.schema.json");

    @Inject
    Fixtures shoes;

    @Test
    void publishedSchemaIsWhatTheContractSays() throws IOException {
        var contract = JSON.readTree(given().get("/openapi?format=json").asString());
        var expected = LinesSchema.of(contract);
        if (System.getProperty("examples", "").equals("write")) {
            Files.writeString(
                    FILE, JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(expected) + "\n");
        }
        assertThat(JSON.readTree(FILE.toFile())).isEqualTo(expected);
        assertThat(JSON.readTree(given().get("/docs/lines.schema.json").asString()))
                .isEqualTo(expected);
    }

    @Test
    void everyLineOfAnExportIsValid() throws IOException {
        fill();
        var schema = schema();
        assertThat(ExportedLines.of("all").lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(line ->
                        assertThat(faults(schema, line)).as(line.toString()).isEmpty());
    }

    /** Adds a release and rumors with all possible fields. */
    private void fill() {
        shoes.brand("salming", "Salming");
        shoes.model("salming-banda", "salming", "Banda");
        shoes.source("salming-press", "brand", since("2010-05-01"));
        shoes.release(
                "salming-banda-it",
                "salming-banda",
                region("IT"),
                channel("brand"),
                status("released"),
                releasedOn("2026-11-20"),
                launch("2026-11-20T10:00:00", "Europe/Rome"),
                retailPrice("90.00", "EUR"),
                retailers(retailer("Slam Jam", "in-store")),
                features(feature("Omini on the side", "stated")),
                citations(citation("Salming returns", "Shoe Mornings", "channel")));
        var first =
                shoes.rumor("salming-banda-it", "salming-press", "official", price("90.00", "EUR"), window("2026-11"));
        shoes.rumor("salming-banda-it", "salming-press", "report", copiesRumor(first), saidOn("2026-11"));
    }

    @Test
    void everyLineThatShipsIsValid() throws IOException {
        var schema = schema();
        assertThat(Files.readAllLines(Path.of("src/main/resources/catalogue/new-balance-1000.ndjson")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(faults(schema, JSON.readTree(line))).as(line).isEmpty());
    }

    @Test
    void templateShowsEveryTypeAndIsValid() throws IOException {
        var schema = schema();
        var file = given().get("/docs/lines.csv");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        var lines = CsvLinesTest.readAll(new CsvLines(new ByteArrayInputStream(file.asByteArray()), JSON));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.problem()).isNull();
            assertThat(faults(schema, line.fields())).as(line.toString()).isEmpty();
        });
        assertThat(lines.stream()
                        .map(line -> line.fields().path("type").asText())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(List.of(LineType.values()).stream()
                        .map(LineType::wireName)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\": \"shoe\"}",
                "{\"type\": \"brand\"}",
                "{\"type\": \"brand\", \"name\": \"Nike\", \"colour\": \"pink\"}",
                "{\"type\": \"brand\", \"name\": \"Nike\", \"slug\": \"No Slug\"}",
                "{\"type\": \"brand\", \"name\": 7}",
                "{\"type\": \"rumor\", \"source\": \"kith\", \"kind\": \"report\", \"saidOn\": \"2026\"}",
                "{\"type\": \"rumor\", \"release\": \"a\", \"source\": \"kith\", \"kind\": \"gossip\", \"saidOn\": \"2026\"}",
                "{\"type\": \"release\", \"model\": \"a\", \"region\": \"usa\"}",
                "{\"type\": \"release\", \"model\": \"a\", \"region\": \"US\", \"retailPrice\": {\"amount\": \"1\"}}",
            })
    void whatNoImportWouldTakeIsNotValid(String line) throws IOException {
        assertThat(faults(schema(), JSON.readTree(line))).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    private static List<Error> faults(Schema schema, JsonNode line) {
        return schema.validate(
                line, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
