package dev.solecast.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.change.EntryType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagInvalidationsTest {

    private static final long[] SAUCONY = {CacheTags.of(EntryType.BRAND, 7)};
    private static final long[] PUMA = {CacheTags.of(EntryType.BRAND, 8)};
    private static final long[] EVERYTHING = {CacheTags.EVERYTHING};

    private final TagInvalidations invalidations = new TagInvalidations();

    @Test
    void tagIsInvalidatedByLaterTransactionsOnly() {
        invalidations.invalidate(5, List.of("brand@brand:7"));

        assertThat(invalidations.areUnchanged(SAUCONY, 4)).isFalse();
        assertThat(invalidations.areUnchanged(SAUCONY, 5)).isTrue();
        assertThat(invalidations.areUnchanged(PUMA, 0)).isTrue();
        assertThat(invalidations.lastSequence()).isEqualTo(5);
    }

    @Test
    void oneOfManyTagsIsEnough() {
        invalidations.invalidate(5, List.of("brand@brand:7"));
        assertThat(invalidations.areUnchanged(new long[] {PUMA[0], SAUCONY[0]}, 4))
                .isFalse();
    }

    @Test
    void everyTransactionInvalidatesEverything() {
        invalidations.invalidate(5, List.of("brand@brand:7"));
        assertThat(invalidations.areUnchanged(EVERYTHING, 4)).isFalse();
        assertThat(invalidations.areUnchanged(EVERYTHING, 5)).isTrue();
    }

    @Test
    void starInvalidatesEveryTag() {
        invalidations.invalidate(5, List.of("*"));
        assertThat(invalidations.areUnchanged(PUMA, 4)).isFalse();
        assertThat(invalidations.areUnchanged(PUMA, 5)).isTrue();
    }

    /** Transactions of other nodes may become known in another order than they were committed in. */
    @Test
    void olderTransactionDoesNotUndoANewerOne() {
        invalidations.invalidate(9, List.of("brand@brand:7"));
        invalidations.invalidate(6, List.of("brand@brand:7", "brand@brand:8"));

        assertThat(invalidations.areUnchanged(SAUCONY, 8)).isFalse();
        assertThat(invalidations.areUnchanged(PUMA, 5)).isFalse();
        assertThat(invalidations.lastSequence()).isEqualTo(9);
    }

    @Test
    void counterRisesOnlyWithNews() {
        invalidations.invalidate(5, List.of("brand@brand:7"));
        long before = invalidations.counter();
        invalidations.invalidate(5, List.of("brand@brand:7"));
        assertThat(invalidations.counter()).isEqualTo(before);
        invalidations.invalidate(5, List.of("brand@brand:8"));
        assertThat(invalidations.counter()).isGreaterThan(before);
    }

    /** Without a poll nothing is known of other nodes. */
    @Test
    void isNotUpToDateBeforeTheFirstPoll() throws Exception {
        assertThat(invalidations.isUpToDate()).isFalse();
        invalidations.poll(null, 0, System.nanoTime());
        assertThat(invalidations.isUpToDate()).isTrue();
    }
}
