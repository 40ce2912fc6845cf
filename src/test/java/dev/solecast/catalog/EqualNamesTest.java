package dev.solecast.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.catalog.colorway.StyleCodes;
import dev.solecast.catalog.model.Model;
import dev.solecast.entry.Words;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The rules by which names, style codes and titles are equal are the same in the code and in the database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EqualNamesTest {

    private static final List<String> NAMES = List.of(
            "Aimé Leon Dore",
            "Levi's",
            "Made in U.S.A.",
            "Straßenläufer Ørsted",
            "ĐÐłŁıİ",
            "Air Max 95 “Neon”",
            "アトモス東京95",
            "みた スニーカーズ",
            "ﾐﾀｽﾆｰｶｰｽﾞ",
            "카시나서울",
            "佐々木〆〇",
            "กรุงเทพ Nike",
            "𠮷野家",
            "gel-kayano 14",
            "A.P.C.",
            "soft\u00adhyphen",
            "zero\u200bwidth",
            "e\u0301tude",
            "ﬁne",
            "½ Zip",
            "ǅ Ǆ",
            "Ⅷ",
            "①",
            "🏀 Hoops",
            "",
            " - ",
            "ASICS × Kiko",
            "Ñandú–Runner",
            "１０００",
            "Æon œuvre þorn");

    private static final List<String> CODES = List.of(
            "DD1391-100",
            "dd1391 100",
            "DD1391100",
            "315122-111/CW2288-111",
            "315122-111 / CW2288-111",
            "AB1234/100",
            "M990GL6",
            "0391931-01",
            "749766 400/401",
            "ＤＤ１３９１－１００",
            "--",
            "/",
            "é-12345",
            "1201A019,1201A020",
            "U1000XX–2",
            "ß12345",
            "a/b",
            "12345/",
            "ー12345");

    @Inject
    DataSource database;

    @Test
    void wordsOfATextAreTheSame() throws SQLException {
        compare("select search_words(?)", texts(NAMES), Words::of);
    }

    @Test
    void normalFormsOfAStyleCodeAreTheSame() throws SQLException {
        compare("select style_codes(?)", texts(CODES), StyleCodes::of);
    }

    @Test
    void titlesOfAModelAreTheSame() throws SQLException {
        var brands = List.of("Nike", "Jordan", "New Balance", "Aimé", "飞跃", "-", "A.P.C.");
        var aliases = List.of("Air Jordan", "NB", "Nike SB", "-");
        var models = List.of(
                "Nike Dunk High",
                "NIKE",
                "NikeCourt",
                "Air Jordan 1",
                "Jordan 4 Retro",
                "NB 550",
                "AIME Runner",
                "new-balance 574",
                "飞跃1920",
                "Nike SB Dunk",
                "APC Iggy",
                "1000",
                "-");
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select shoe_title(?, ?, ?)")) {
            for (var brand : brands) {
                for (var model : models) {
                    query.setString(1, brand);
                    query.setArray(2, connection.createArrayOf("text", aliases.toArray()));
                    query.setString(3, model);
                    try (var row = query.executeQuery()) {
                        row.next();
                        assertThat(row.getString(1))
                                .as(brand + " | " + model)
                                .isEqualTo(Model.title(brand, aliases, model));
                    }
                }
            }
        }
    }

    private void compare(String sql, List<String> texts, Function<String, List<String>> rule) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (var text : texts) {
                query.setString(1, text);
                try (var row = query.executeQuery()) {
                    row.next();
                    assertThat(List.of((String[]) row.getArray(1).getArray()))
                            .as(text)
                            .isEqualTo(rule.apply(text));
                }
            }
        }
    }

    /** These texts, and random ones of their letters. */
    private static List<String> texts(List<String> given) {
        var random = new Random(16);
        var letters = String.join("", given).codePoints().toArray();
        var texts = new ArrayList<>(given);
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
