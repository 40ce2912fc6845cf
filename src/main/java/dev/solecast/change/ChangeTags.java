package dev.solecast.change;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cache tags that a change invalidates, as nodes exchange them: {@code release@brand:12}. Before the {@code @} stands
 * the type of the entry that changed, so that a list of a brand's models does not depend on its releases; where only what
 * is derived from rumors changed, {@code evidence} stands in its place, and lists that do not ask for that stay valid.
 */
public final class ChangeTags {

    /** Invalidates everything. */
    public static final String ALL = "*";

    private static final String EVIDENCE = "evidence";

    /** The words before the {@code @}; the cache numbers tags by the position here. */
    public static final List<String> WORDS = Stream.concat(
                    Stream.of(EntryType.values()).map(EntryType::word), Stream.of(EVIDENCE))
            .toList();

    private ChangeTags() {}

    /** All tags that a change of this entry invalidates. */
    static Stream<String> of(EntityRef subject) {
        var own = subject.type().tag(subject.id());
        return Stream.concat(about(subject), Stream.of(own))
                .map(tag -> subject.type().word() + "@" + tag);
    }

    /** The same where only what is derived from rumors changed. */
    static Stream<String> ofEvidence(EntityRef subject) {
        var own = subject.type().word() + "@" + subject.type().tag(subject.id());
        return Stream.concat(about(subject).map(tag -> EVIDENCE + "@" + tag), Stream.of(own));
    }

    private static Stream<String> about(EntityRef subject) {
        return Stream.concat(subject.about().stream(), Stream.of(subject.type().tag(0)));
    }
}
