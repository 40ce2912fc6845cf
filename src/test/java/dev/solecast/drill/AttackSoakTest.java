package dev.solecast.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@code make drill NAME=attack}. */
@Tag("soak")
class AttackSoakTest {

    private static final int RELEASES = 5_000;
    private static final int SECONDS = 5;

    @Test
    void othersDoNotNoticeAnAttack() throws Exception {
        var results = AttackDrill.run(RELEASES, SECONDS, "", 1);
        assertThat(results)
                .hasSizeGreaterThan(12)
                .allSatisfy(
                        result -> assertThat(result.broken()).as(result.row()).isEmpty());
    }
}
