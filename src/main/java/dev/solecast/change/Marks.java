package dev.solecast.change;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a change touches: for each entry that it is about a mark that also says what type of entry changed, so that a list
 * of a brand's models does not mind its releases. Where only what rumors make of an entry changed, the mark says evidence
 * in place of the type: that moves nothing in a list that has nothing to do with rumors. In memory a mark is a number;
 * between nodes a text, {@code release@brand:12}.
 */
final class Marks {

    /** Touched by every change. */
    static final long EVERYTHING = -1;

    /** Touches everything. */
    static final String ALL = "*";

    private static final List<EntryType> TYPES = List.of(EntryType.values());
    private static final String EVIDENCE = "evidence";
    private static final List<String> WORDS = Stream.concat(TYPES.stream().map(EntryType::word), Stream.of(EVIDENCE))
            .toList();
    private static final Pattern TEXT = Pattern.compile("([a-z]+)@([a-z]+):(\\d{1,18})");

    private Marks() {}

    /** An entry itself. */
    static long of(EntryType type, long id) {
        return of(type, type, id);
    }

    /** Any entry of this type. */
    static long any(EntryType type) {
        return of(type, type, 0);
    }

    /** What is of one type and belongs to that entry of another. */
    static long of(EntryType changed, EntryType about, long id) {
        return number(TYPES.indexOf(changed), TYPES.indexOf(about), id);
    }

    /** What rumors make of what belongs to that entry. */
    static long evidence(EntryType about, long id) {
        return number(TYPES.size(), TYPES.indexOf(about), id);
    }

    private static long number(int changed, int about, long id) {
        return id << 8 | (long) changed << 4 | about;
    }

    /** All that a change of this entry touches, as texts. */
    static Stream<String> of(Subject subject) {
        var own = subject.type().tag(subject.id());
        return Stream.concat(about(subject), Stream.of(own))
                .map(tag -> subject.type().word() + "@" + tag);
    }

    /** The same where only what rumors make of it changed. */
    static Stream<String> ofEvidence(Subject subject) {
        var own = subject.type().word() + "@" + subject.type().tag(subject.id());
        return Stream.concat(about(subject).map(tag -> EVIDENCE + "@" + tag), Stream.of(own));
    }

    private static Stream<String> about(Subject subject) {
        return Stream.concat(subject.about().stream(), Stream.of(subject.type().tag(0)));
    }

    /** The number of a text; one that cannot be read, as from a newer version of this service, may mean everything. */
    static long parse(String text) {
        var mark = TEXT.matcher(text);
        if (!mark.matches()) {
            return EVERYTHING;
        }
        int changed = WORDS.indexOf(mark.group(1));
        int about = WORDS.indexOf(mark.group(2));
        return changed < 0 || about < 0 ? EVERYTHING : number(changed, about, Long.parseLong(mark.group(3)));
    }
}
