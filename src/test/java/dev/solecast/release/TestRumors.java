package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.source.Source;
import dev.solecast.source.SourceKind;
import dev.solecast.source.TestSources;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes rumors, without a database, from texts such as {@code hypebeast report 2026-11-02 2027-03}: the source, the
 * kind and the day it was said, then in any order a window in EDTF, {@code cancels}, {@code recorded:} and
 * {@code retracted:} with a day, and {@code copies:} with a source. Unless another day is given, a rumor was recorded
 * on the day it was said. Records are of the last second of their day in UTC.
 */
public final class TestRumors {

    /** The sources that texts can name, with ids from 1. */
    private static final Map<String, Source> SOURCES = Stream.of(
                    TestSources.source(1, "Complex", SourceKind.PUBLICATION),
                    TestSources.source(2, "Hypebeast", SourceKind.PUBLICATION),
                    TestSources.source(3, "New Balance", SourceKind.BRAND),
                    TestSources.source(4, "Nice Kicks", SourceKind.PUBLICATION),
                    TestSources.source(5, "Sole Retriever", SourceKind.LEAKER))
            .collect(Collectors.toMap(Source::slug, source -> source));

    private TestRumors() {}

    /** The rumors of a list separated by commas, with ids from 1 in their order; null is an empty list. */
    public static List<Rumor> parse(@Nullable String texts) {
        var rumors = new ArrayList<Rumor>();
        for (var text : texts == null ? new String[0] : texts.split(", *")) {
            rumors.add(rumor(rumors.size() + 1, text));
        }
        return rumors;
    }

    /** One rumor. */
    public static Rumor rumor(long id, String text) {
        var words = Arrays.asList(text.split(" "));
        var rest = words.subList(3, words.size());
        var saidOn = words.get(2);
        var kind = RumorKind.valueOf(words.get(1).toUpperCase(Locale.ROOT).replace('-', '_'));
        var recorded = value(rest, "recorded:");
        var retracted = value(rest, "retracted:");
        var copied = value(rest, "copies:");
        var window = rest.stream()
                .filter(word -> Character.isDigit(word.charAt(0)) || word.startsWith(".."))
                .findFirst()
                .orElse(null);
        var request = new NewRumor(
                words.get(0), null, kind, null, saidOn, window, null, rest.contains("cancels"), null, copied, null);
        var rumor = Ids.give(
                new Rumor(
                        request, null, source(words.get(0)), null, endOf(recorded == null ? saidOn : recorded), "Ada"),
                id);
        if (copied != null) {
            rumor.markAsCopy(null, source(copied));
        }
        if (retracted != null) {
            rumor.retract("It was a fake", endOf(retracted), "Ada");
        }
        return rumor;
    }

    private static @Nullable String value(List<String> words, String name) {
        return words.stream()
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst()
                .orElse(null);
    }

    private static Source source(String slug) {
        return Objects.requireNonNull(SOURCES.get(slug), slug);
    }

    private static Instant endOf(String day) {
        return Instant.parse(LocalDate.parse(day) + "T23:59:59Z");
    }
}
