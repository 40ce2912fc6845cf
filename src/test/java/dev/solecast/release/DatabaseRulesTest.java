package dev.solecast.release;

import static dev.solecast.Field.styleCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.date.Window;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints and triggers of the database refuse invalid rows, whichever program writes them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DatabaseRulesTest {

    @Inject
    Fixtures fixtures;

    @Inject
    DataSource database;

    @Test
    void theDatabaseReadsTheSameDaysFromATextAsTheCode() throws SQLException {
        var texts = texts();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select lower(edtf_days(?)), upper(edtf_days(?)) - 1, lower_inf(edtf_days(?))")) {
            for (var text : texts) {
                query.setString(1, text);
                query.setString(2, text);
                query.setString(3, text);
                try (var row = query.executeQuery()) {
                    row.next();
                    var window = Window.parse(text);
                    assertThat(row.getObject(1, LocalDate.class)).as(text).isEqualTo(window.earliest());
                    assertThat(row.getObject(2, LocalDate.class)).as(text).isEqualTo(window.latest());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2027-13",
                "2027-02-30",
                "2027-25",
                "2027-37",
                "2027-24-XX",
                "2027-03-01T10:00",
                "../..",
                "/",
                "2027/2028/2029",
                "20XX",
                "2027??",
                "March 2027",
                "2028/2027"
            })
    void theDatabaseRefusesATextThatIsNoWindow(String text) {
        assertThatThrownBy(() -> execute("select edtf_days(?)", text)).isInstanceOf(SQLException.class);
    }

    @Test
    void aRumorIsNeverEditedOrDeleted() {
        fixtures.brand("puma", "Puma");
        fixtures.model("puma-speedcat", "puma", "Speedcat");
        fixtures.release("puma-speedcat-black", "puma-speedcat");
        fixtures.source("puma-itself", "brand");
        long rumor = fixtures.claim("puma-speedcat-black", "puma-itself", "official", "2027-03");

        assertRefused(() -> execute("update rumor set window_edtf = '2027-04' where id = ?", rumor));
        assertRefused(() -> execute("update rumor set statement = 'other' where id = ?", rumor));
        assertRefused(() -> execute("delete from rumor where id = ?", rumor));
    }

    @Test
    void aRumorCannotBeAboutAReleaseThatIsNotThere() {
        fixtures.source("solelinks", "publication");
        assertRefused(() -> execute("""
                insert into rumor (release_id, source_id, kind, said_on, recorded_at, recorded_by)
                select -1, id, 'report', '2026-11', now(), 'test' from source where slug = ?
                """, "solelinks"));
    }

    @Test
    void theSameStatementTwiceIsOneRumor() {
        fixtures.brand("reebok", "Reebok");
        fixtures.model("reebok-club-c-85", "reebok", "Club C 85");
        fixtures.release("reebok-club-c-85-green", "reebok-club-c-85");
        fixtures.source("reebok-fan", "community");
        fixtures.claim("reebok-club-c-85-green", "reebok-fan", "speculation", "2027");

        assertRefused(() -> execute("""
                insert into rumor (release_id, source_id, kind, said_on, window_edtf, recorded_at, recorded_by)
                select release_id, source_id, kind, said_on, window_edtf, now(), 'test'
                from rumor where source_id = (select id from source where slug = ?)
                """, "reebok-fan"));
    }

    @Test
    void aStyleCodeIsUniqueWithinItsBrandAndOnlyThere() {
        fixtures.brand("vans", "Vans");
        fixtures.brand("converse", "Converse");
        fixtures.model("vans-old-skool", "vans", "Old Skool");
        fixtures.model("converse-chuck-70", "converse", "Chuck 70");
        fixtures.colorway("vans-old-skool-black", "vans-old-skool", styleCode("162058C"));
        fixtures.colorway("converse-chuck-70-black", "converse-chuck-70", styleCode("162058C"));
        fixtures.colorway("vans-old-skool-navy", "vans-old-skool");

        assertRefused(
                () -> execute("update colorway set style_code = '162058C' where slug = ?", "vans-old-skool-navy"));
    }

    @Test
    void aReleasedShoeHasItsDay() {
        fixtures.brand("hoka", "Hoka");
        fixtures.model("hoka-tor-ultra", "hoka", "Tor Ultra");
        fixtures.release("hoka-tor-ultra-low", "hoka-tor-ultra");

        assertRefused(() -> execute("update release set status = 'released' where slug = ?", "hoka-tor-ultra-low"));
        assertRefused(
                () -> execute("update release set date_edtf = '2027-02-30' where slug = ?", "hoka-tor-ultra-low"));
    }

    /** EDTF texts of every form, in leap years and at turns of a century, with qualifiers and as intervals. */
    private static List<String> texts() {
        var random = new Random(1000);
        var texts = new ArrayList<String>();
        for (int year : List.of(1800, 1900, 1999, 2000, 2024, 2027, 2100, 2199)) {
            texts.addAll(List.of(
                    year + "",
                    year + "-XX",
                    year + "-XX-XX",
                    String.valueOf(year).substring(0, 3) + "X"));
            for (int code = 1; code <= 41; code++) {
                if (code <= 12 || code >= 40 || (code >= 21 && code <= 24) || (code >= 33 && code <= 36)) {
                    texts.add("%d-%02d".formatted(year, code));
                }
            }
            for (int month = 1; month <= 12; month++) {
                int last = LocalDate.of(year, month, 1).lengthOfMonth();
                texts.addAll(List.of(
                        "%d-%02d-XX".formatted(year, month),
                        "%d-%02d-%02d".formatted(year, month, last),
                        "%d-%02d-%02d".formatted(year, month, 1 + random.nextInt(last))));
            }
        }
        for (var text : List.copyOf(texts)) {
            texts.addAll(List.of(
                    text + "?", text + "~", "../" + text, text + "/..", "/" + text + "%", text + "/2199-12-31"));
        }
        return texts.stream().filter(DatabaseRulesTest::isWindow).toList();
    }

    private static boolean isWindow(String text) {
        try {
            Window.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void assertRefused(ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState())
                        .as("integrity or date error: " + e.getMessage())
                        .matches("23.*|22.*"));
    }

    private void execute(String sql, @Nullable Object value) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            statement.execute();
        }
    }
}
