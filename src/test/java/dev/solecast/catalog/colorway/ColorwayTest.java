package dev.solecast.catalog.colorway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.brand.TestBrands;
import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.TestCollaborations;
import dev.solecast.catalog.collaborator.TestCollaborators;
import dev.solecast.catalog.model.Model;
import dev.solecast.catalog.model.TestModels;
import dev.solecast.http.Slug;
import dev.solecast.release.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorwayTest {

    private static final Brand NEW_BALANCE = TestBrands.brand(1, "New Balance");
    private static final Model THOUSAND = TestModels.model(2, NEW_BALANCE, "1000");
    private static final Collaboration JOE = TestCollaborations.collaboration(
            3, NEW_BALANCE, THOUSAND, TestCollaborators.collaborator(4, "Joe Freshgoods"));

    /** A color is written as finish, name and, after "on", the part of the shoe; "plain" is no finish. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -         | -                                       | New Balance 1000
            -         | metallic grey                           | New Balance 1000 in metallic grey
            -         | plain pink, metallic grey               | New Balance 1000 in pink and metallic grey
            -         | plain grey, plain pink, plain white     | New Balance 1000 in grey and pink and white
            -         | plain grey, plain pink on tongue        | New Balance 1000 in grey
            -         | plain pink on tongue                    | New Balance 1000
            Pink Mink | -                                       | New Balance 1000 “Pink Mink”
            Pink Mink | plain pink                              | New Balance 1000 “Pink Mink”
            """)
    void titleIsTheNicknameOrTheMainColors(String nickname, String colors, String title) {
        assertThat(colorway(null, request(nickname, colors)).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -         | plain pink | Joe Freshgoods x New Balance 1000 in pink
            Pink Mink | plain pink | Joe Freshgoods x New Balance 1000 “Pink Mink”
            -         | -          | Joe Freshgoods x New Balance 1000
            """)
    void titleOfACollaborationNamesTheCollaborators(String nickname, String colors, String title) {
        assertThat(colorway(JOE, request(nickname, colors)).title()).isEqualTo(title);
    }

    @Test
    void kindFollowsFromTheCollaboration() {
        assertThat(colorway(null, request("Pink Mink", null)).kind()).isEqualTo(ColorwayKind.GENERAL);
        assertThat(colorway(JOE, request("Pink Mink", null)).kind()).isEqualTo(ColorwayKind.COLLABORATION);
    }

    @Test
    void revisedColorwayForgetsWhatTheRequestLeavesOut() {
        var colorway = colorway(JOE, request("Pink Mink", "plain pink"));
        colorway.revise(request(null, null), THOUSAND, null, null, Instant.parse("2026-11-30T09:00:00Z"));
        assertThat(colorway.title()).isEqualTo("New Balance 1000");
        assertThat(colorway.kind()).isEqualTo(ColorwayKind.GENERAL);
        assertThat(colorway.colors()).isEmpty();
    }

    @Test
    void firstPictureIsShown() {
        var side = new Picture("https://pictures.example/side.jpg", 1200, 800, null, null, "From the side");
        var heel = new Picture("https://pictures.example/heel.jpg", 1200, 800, null, null, "The heel");
        assertThat(colorway(null, request(null, null, side, heel)).picture()).isEqualTo(side);
        assertThat(colorway(null, request(null, null)).picture()).isNull();
    }

    @Test
    void changeIsAboutAllThatTheColorwayBelongsTo() {
        assertThat(colorway(null, request(null, null)).entityRef().about())
                .containsExactlyInAnyOrder("colorway:5", "model:2", "brand:1");
        assertThat(colorway(JOE, request(null, null)).entityRef().about())
                .containsExactlyInAnyOrder("colorway:5", "model:2", "brand:1", "collaboration:3", "collaborator:4");
    }

    private static Colorway colorway(@Nullable Collaboration collaboration, NewColorway request) {
        var slug = new Slug("new-balance-1000-pink");
        var now = Instant.parse("2026-11-02T09:00:00Z");
        return Ids.give(new Colorway(slug, request, THOUSAND, collaboration, null, now), 5);
    }

    static NewColorway request(@Nullable String nickname, @Nullable String colors, Picture... pictures) {
        return new NewColorway(
                null,
                "new-balance-1000",
                null,
                nickname,
                null,
                null,
                null,
                List.of(),
                colors == null
                        ? List.of()
                        : Stream.of(colors.split(", ")).map(ColorwayTest::color).toList(),
                List.of(),
                null,
                List.of(pictures),
                List.of());
    }

    private static Color color(String text) {
        var words = text.split(" ");
        return new Color(words[1], words[0].equals("plain") ? null : words[0], words.length > 3 ? words[3] : null);
    }
}
