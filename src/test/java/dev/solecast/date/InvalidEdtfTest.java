package dev.solecast.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidEdtfTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # text              | at | example               | reason contains
                    ''                  | 1  | 2027-03-01            | empty
                    2027-02-30          | 9  | 2027-02-28            | February 2027 has 28 days
                    2024-02-30          | 9  | 2024-02-29            | February 2024 has 29 days
                    1900-02-29          | 9  | 1900-02-28            | February 1900 has 28 days
                    2100-02-29          | 9  | 2100-02-28            | February 2100 has 28 days
                    2027-04-31          | 9  | 2027-04-30            | April 2027 has 30 days
                    2027-03-32          | 9  | 2027-03-31            | March 2027 has 31 days
                    2027-03-00          | 9  | 2027-03-01            | start at 01
                    2027-13             | 6  | 2027-12               | no 13
                    2027-00             | 6  | 2027-01               | no 00
                    2027-20             | 6  | 2027-12               | no 20
                    2027-25             | 6  | 2027-21               | no 25
                    2027-26             | 6  | 2027-22               | no 26
                    2027-27             | 6  | 2027-23               | no 27
                    2027-28             | 6  | 2027-24               | no 28
                    2027-29             | 6  | 2027-21               | no 29
                    2027-30             | 6  | 2027-22               | no 30
                    2027-31             | 6  | 2027-23               | no 31
                    2027-32             | 6  | 2027-24               | no 32
                    2027-37             | 6  | 2027-40               | no 37
                    2027-38             | 6  | 2027-40               | no 38
                    2027-39             | 6  | 2027-40               | no 39
                    2027-42             | 6  | 2027-12               | halves 40 and 41
                    2027-3              | 7  | 2027-03               | two digits
                    2027-3-1            | 7  | 2027-03-01            | two digits
                    2027-03-1           | 10 | 2027-03-01            | two digits
                    2027-               | 6  | 2027                  | two digits
                    2027-03-            | 9  | 2027-03               | two digits
                    2027/03/01          | 8  | 2027-03-01            | slash
                    2027/03             | 8  | 2027-03               | four digits
                    2027.03.01          | 5  | 2027-03-01            | hyphen
                    27-03               | 3  | 2027-03               | four digits
                    03/01/2027          | 3  | 2027-03-01            | slash
                    25/12/2027          | 3  | 2027-12-25            | slash
                    01.03.2027          | 3  | 2027-03-01            | four digits
                    03/2027             | 3  | 2027-03               | slash
                    20270301            | 5  | 2027-03-01            | hyphen
                    2027–03             | 5  | 2027-03               | hyphen
                    0000                | 1  | 2027                  | between 1800 and 2199
                    0000-03             | 1  | 2027-03               | between 1800 and 2199
                    1799                | 1  | 2027                  | between 1800 and 2199
                    2200                | 1  | 2027                  | between 1800 and 2199
                    9999-12-31          | 1  | 2027-12-31            | between 1800 and 2199
                    220X                | 1  | 2027-03-01            | between 1800 and 2199
                    -2027               | 1  | 2027                  | before our era
                    +2027               | 1  | 2027                  | four digits
                    12027               | 5  | 2027                  | four digits
                    202                 | 4  | 202X                  | four digits
                    Y17E7               | 1  | 2027                  | four digits
                    [2027,2028]         | 1  | 2027/2028             | sets
                    {2027-03,2027-04}   | 1  | 2027-03/2027-04       | sets
                    [2027-03..2027-05]  | 1  | 2027-03/2027-05       | sets
                    2027,2028           | 5  | 2027/2028             | sets
                    2027-03-01T10:00Z   | 11 | 2027-03-01            | without a time
                    2027-03-01 10:00    | 11 | 2027-03-01            | spaces
                    ' 2027'             | 1  | 2027                  | spaces
                    '2027 '             | 5  | 2027                  | spaces
                    2027 - 03           | 5  | 2027-03               | spaces
                    2027-03 - 2027-04   | 8  | 2027-03/2027-04       | spaces
                    2027-03 to 2027-04  | 8  | 2027-03/2027-04       | spaces
                    ２０２７-03            | 1  | 2027-03               | digits 0 to 9
                    2027-٠٣             | 6  | 2027                  | digits 0 to 9
                    ?2027               | 1  | 2027?                 | end of a date
                    2027?-03            | 6  | 2027-03?              | nothing may follow the ?
                    2027-~03            | 6  | 2027-03~              | end of a date
                    2027?~              | 6  | 2027%                 | nothing may follow the ?
                    2027-03-01??        | 12 | 2027-03-01?           | nothing may follow the ?
                    202x                | 4  | 202X                  | capital X
                    2027-xx             | 6  | 2027-XX               | capital X
                    2027-03-xx          | 9  | 2027-03-XX            | capital X
                    20XX                | 3  | 202X                  | only the last digit
                    2X27                | 2  | 202X                  | only the last digit
                    XXXX                | 1  | 202X                  | only the last digit
                    2027-0X             | 7  | 2027-XX               | two digits
                    2027-1X             | 7  | 2027-XX               | two digits
                    2027-X3             | 7  | 2027-XX               | two digits
                    2027-03-1X          | 10 | 2027-03-XX            | two digits
                    2027-XX-01          | 9  | 2027-XX               | a day needs its month
                    202X-03             | 5  | 202X                  | decade
                    2027-21-01          | 8  | 2027-21               | season, quarter or half
                    2027-33-01          | 8  | 2027-33               | season, quarter or half
                    2027-XX-XX-XX       | 11 | 2027-XX               | nothing may follow the day
                    2027-03-01-01       | 11 | 2027-03-01            | nothing may follow the day
                    2027-03/2027-02     | 9  | 2027-02/2027-03       | February 2027, does not come after its start, March 2027
                    2027-03-02/2027-03-01 | 12 | 2027-03-01/2027-03-02 | does not come after
                    2027/2027-03        | 6  | 2027                  | does not come after
                    2027-12/2027        | 9  | 2027/2027-12          | does not come after
                    2027-03/2027-02-30  | 17 | 2027-02-28/2027-03    | February 2027 has 28 days
                    2027-13/2028        | 6  | 2027-12/2028          | no 13
                    2027/2028/2029      | 10 | 2027/2029             | nothing may follow the second end
                    ../..               | 4  | 2027-03-01            | at least one side
                    ../                 | 4  | 2027-03-01            | at least one side
                    /..                 | 2  | 2027-03-01            | at least one side
                    /                   | 2  | 2027-03-01            | at least one side
                    //                  | 2  | 2027-03-01            | interval
                    ..                  | 3  | 2027-03-01            | open start
                    ..2027              | 3  | 2027                  | open start
                    2027..              | 5  | 2027                  | hyphen
                    ...                 | 3  | 2027-03-01            | open start
                    ..?/2027            | 3  | 2027                  | end of a date
                    2027/...            | 8  | 2027                  | nothing may follow the second end
                    March 2027          | 1  | 2027-03               | four digits
                    1 March 2027        | 2  | 2027-03-01            | spaces
                    Mar 1, 2027         | 1  | 2027-03-01            | four digits
                    early March 2027    | 1  | 2027-03               | four digits
                    Feb 30, 2027        | 1  | 2027-02-28            | four digits
                    Spring/Summer 2024  | 1  | 2024-21/2024-22       | four digits
                    Fall 2027           | 1  | 2027-23               | four digits
                    Holiday 2027        | 1  | 2027-36               | four digits
                    Q1 2027             | 1  | 2027-33               | four digits
                    2027-Q3             | 6  | 2027-35               | two digits
                    H2 2027             | 1  | 2027-41               | four digits
                    TBA                 | 1  | 2027-03-01            | four digits
                    .2027               | 2  | 2027                  | two dots
                    null                | 1  | 2027-03-01            | four digits
                    👟                   | 1  | 2027-03-01            | four digits
                    2027👟               | 5  | 2027                  | hyphen
                    """)
    void refusalNamesPositionReasonAndValidExample(String text, int position, String example, String reason) {
        InvalidEdtf refusal = refusalOf(text);

        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.reason()).contains(reason);
        assertThat(refusal.example()).isEqualTo(example);
        assertThat(Window.parse(example).edtf()).isEqualTo(example);
    }

    @Test
    void messageReadsAsSentences() {
        assertThat(refusalOf("2027-02-30"))
                .hasMessage("\"2027-02-30\": February 2027 has 28 days (at character 9)."
                        + " Example of a valid date: 2027-02-28.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027\u0000", "2027\n", "2027\u001b[31m", "2027\u202e10", "2027\u2028", "2027\ud83d"})
    void messageShowsNoControlCharacters(String text) {
        assertThat(refusalOf(text).getMessage())
                .startsWith("\"2027\uFFFD")
                .matches(message -> message.codePoints().noneMatch(Character::isISOControl))
                .doesNotContain("\u202e", "\u2028", "\ud83d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-01", "9", "/", "..", "X", " ", "👟", "\u0000", "?", "(", "-"})
    void megabyteOfAnythingIsRefusedBriefly(String unit) {
        InvalidEdtf refusal = refusalOf(unit.repeat(1_000_000 / unit.length()));

        assertThat(refusal.getMessage()).hasSizeLessThan(300).contains("…\": ");
        assertThat(refusal.position()).isLessThan(30);
        assertThat(Window.parse(refusal.example()).edtf()).isEqualTo(refusal.example());
    }

    @Test
    void fortyCharactersAreEchoedWholeAndMoreAreCut() {
        assertThat(refusalOf("2".repeat(40))).hasMessageStartingWith("\"" + "2".repeat(40) + "\": ");
        assertThat(refusalOf("2".repeat(41))).hasMessageStartingWith("\"" + "2".repeat(40) + "…\": ");
        assertThat(refusalOf("👟".repeat(41))).hasMessageStartingWith("\"" + "👟".repeat(40) + "…\": ");
    }

    private static InvalidEdtf refusalOf(String text) {
        InvalidEdtf refusal = catchThrowableOfType(InvalidEdtf.class, () -> Window.parse(text));
        assertThat(refusal).as("refusal of %s", text).isNotNull();
        return refusal;
    }
}
