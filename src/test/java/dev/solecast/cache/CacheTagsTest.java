package dev.solecast.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.change.ChangeTags;
import dev.solecast.change.EntryType;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheTagsTest {

    @Test
    void textsMeanTheNumbersThatDependenciesHave() {
        assertThat(CacheTags.parse("brand@brand:12")).isEqualTo(CacheTags.of(EntryType.BRAND, 12));
        assertThat(CacheTags.parse("release@brand:12")).isEqualTo(CacheTags.of(EntryType.RELEASE, EntryType.BRAND, 12));
        assertThat(CacheTags.parse("release@release:0")).isEqualTo(CacheTags.any(EntryType.RELEASE));
        assertThat(CacheTags.parse("evidence@model:7")).isEqualTo(CacheTags.evidence(EntryType.MODEL, 7));
    }

    @Test
    void differentTagsHaveDifferentNumbers() {
        var numbers = new HashSet<Long>();
        for (var changed : ChangeTags.WORDS) {
            for (var about : EntryType.values()) {
                for (long id : new long[] {0, 1, 2, 255, 256, 4_000_000_000L}) {
                    assertThat(numbers.add(CacheTags.parse(changed + "@" + about.wireName() + ":" + id)))
                            .as("%s@%s:%s", changed, about.wireName(), id)
                            .isTrue();
                }
            }
        }
        assertThat(numbers).doesNotContain(CacheTags.EVERYTHING);
    }

    /** A newer version of this service might write such tags. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "", "shop@brand:1", "brand@shop:1", "brand@brand", "brand@brand:-1", "brand:1"})
    void tagThatCannotBeReadMeansEverything(String text) {
        assertThat(CacheTags.parse(text)).isEqualTo(CacheTags.EVERYTHING);
    }
}
