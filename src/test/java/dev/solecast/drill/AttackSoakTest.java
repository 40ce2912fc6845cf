package dev.solecast.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code make drill NAME=attack}. In so short a time an attacker spends all tokens of a minute, so others
 * notice more of it.
 */
@Tag("soak")
class AttackSoakTest {

    private static final int RELEASES = 5_000;
    private static final int SECONDS = 10;
    private static final double SHORT_OF_A_MINUTE = 2;

    @Test
    void othersHardlyNoticeAnAttack() throws Exception {
        var results = AttackDrill.run(RELEASES, SECONDS, "", 0);
        assertThat(results)
                .hasSizeGreaterThan(12)
                .allSatisfy(result -> assertThat(result.broken(SHORT_OF_A_MINUTE))
                        .as(result.row())
                        .isEmpty());
    }
}
