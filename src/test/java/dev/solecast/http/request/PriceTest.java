package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceTest {

    /** A list as the resources declare them. */
    @SuppressWarnings("unused")
    @Costs(Price.SEARCH)
    private void list(
            @RestQuery("limit") @Costs(Price.LONG_PAGE) Integer limit,
            @RestQuery("include") @Costs(Price.TOTAL) List<String> include,
            @RestQuery("asOf") @Costs(Price.AS_OF) String asOf,
            @RestQuery("recordedBy") @Costs(Price.AS_OF) String recordedBy,
            @RestQuery("q") @Costs(Price.LONG_SEARCH) String q,
            @RestQuery("brand") List<String> brand) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    brand=nike,puma                   | 2
                    limit=50                          | 2
                    limit=51                          | 3
                    limit=99999999999                 | 2
                    limit=all                         | 2
                    include=total                     | 3
                    include=rumors,total              | 3
                    include=totals                    | 2
                    q=travis scott air jordan 1 low   | 2
                    q=travis-scott air jordan 1 low   | 2
                    q=a b c d e f g                   | 5
                    asOf=2026-03-01                   | 6
                    asOf=2026-03-01&recordedBy=2026-04-01 | 6
                    recordedBy=2026-04-01&limit=100&include=total | 8
                    """)
    void surchargesAreAddedOnceForTheValuesThatCostMore(String query, int tokens) throws Exception {
        var parameters = new MultivaluedHashMap<String, String>();
        for (var pair : query.split("&")) {
            parameters.add(pair.split("=")[0], pair.split("=")[1]);
        }
        var method = Arrays.stream(PriceTest.class.getDeclaredMethods())
                .filter(each -> each.getName().equals("list"))
                .findFirst()
                .orElseThrow();
        var price = RequestPrice.of(method, parameters);
        assertThat(price.tokens()).isEqualTo(tokens);
    }

    /** The price list of README is the one that is charged. */
    @ParameterizedTest
    @EnumSource
    void priceIsInTheListThatPeopleRead(Price price) throws Exception {
        assertThat(Files.readString(Path.of("README.md")))
                .containsPattern(
                        "\\| \\+?" + price.tokens() + " \\| " + java.util.regex.Pattern.quote(price.what()) + " \\|");
    }

    @Test
    void bytesAreChargedByTheMegabyte() {
        var charged = new long[1];
        RequestMeter meter = tokens -> charged[0] += tokens;
        var bytes = meter.bytes();
        for (int i = 0; i < 10_000; i++) {
            bytes.accept(1_000);
        }
        assertThat(charged[0]).isEqualTo(10L * Price.MEGABYTE.tokens());
        meter.bytes().accept(2_000_000);
        assertThat(charged[0]).isEqualTo(12L * Price.MEGABYTE.tokens());
    }
}
