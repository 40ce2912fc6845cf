package dev.solecast.change;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cache tags that a change invalidates, as nodes exchange them: {@code release@brand:12}. Before the {@code @}
 * stands the type of the entry that changed, so that a list of a brand's models does not depend on its releases. If
 * only values derived from rumors changed, {@code evidence} takes the place of the type, so that other lists stay
 * valid.
 */
public final class ChangeTags {

    /** The tag that invalidates everything. */
    public static final String ALL = "*";

    private static final String EVIDENCE = "evidence";

    /** The words before the {@code @}; the cache numbers tags by the position here. */
    public static final List<String> WORDS = Stream.concat(
                    Stream.of(EntryType.values()).map(EntryType::wireName), Stream.of(EVIDENCE))
            .toList();

    private ChangeTags() {}

    /** The tags that a change of this entry invalidates. */
    static Stream<String> of(EntityRef entry) {
        var own = entry.type().tag(entry.id());
        return Stream.concat(about(entry), Stream.of(own))
                .map(tag -> entry.type().wireName() + "@" + tag);
    }

    /** The tags that are invalidated if only values derived from rumors changed. */
    static Stream<String> ofEvidence(EntityRef entry) {
        var own = entry.type().wireName() + "@" + entry.type().tag(entry.id());
        return Stream.concat(about(entry).map(tag -> EVIDENCE + "@" + tag), Stream.of(own));
    }

    private static Stream<String> about(EntityRef entry) {
        return Stream.concat(entry.about().stream(), Stream.of(entry.type().tag(0)));
    }
}
