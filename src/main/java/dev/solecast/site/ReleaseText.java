package dev.solecast.site;

import dev.solecast.entry.Named;
import dev.solecast.http.WireName;
import dev.solecast.release.ForecastView;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.RumorView;
import dev.solecast.release.read.ForecastDetail;
import dev.solecast.release.read.HistoryEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Renders the fields of a release as English text. */
final class ReleaseText {

    private ReleaseText() {}

    /** Summarizes the page in two sentences. */
    static String lead(ReleaseView release, DateDisplay date) {
        var rumors = release.rumors();
        var evidence = rumors.count() == 0
                ? "Nobody has been quoted on it yet."
                : "%s from %s%s."
                        .formatted(
                                counted(rumors.count(), "rumor"),
                                counted(rumors.sources(), "source"),
                                rumors.strongest() == null ? "" : ", the strongest: " + words(rumors.strongest()));
        return capitalized(date.sentence()) + ". " + evidence;
    }

    /** Lists the fields that a release has, with their names. */
    static List<ReleasePage.Fact> facts(ReleaseView release) {
        var facts = new ArrayList<ReleasePage.Fact>();
        add(facts, "Status", capitalized(words(release.status())));
        add(facts, "Why", release.statusReason());
        add(facts, "On sale", whereOnSale(release));
        var collaboration = release.collaboration();
        add(
                facts,
                "With",
                collaboration == null
                        ? null
                        : String.join(
                                ", ",
                                collaboration.collaborators().stream()
                                        .map(Named::name)
                                        .toList()));
        var colorway = release.colorway();
        add(facts, "Colorway", colorway == null ? null : colorway.title());
        add(facts, "Style code", colorway == null ? null : colorway.styleCode());
        var price = release.retailPrice();
        add(
                facts,
                "Price",
                price == null
                        ? null
                        : price.amount().toPlainString() + " "
                                + price.currency().getCurrencyCode());
        return facts;
    }

    private static void add(List<ReleasePage.Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new ReleasePage.Fact(name, value));
        }
    }

    private static String whereOnSale(ReleaseView release) {
        var region = switch (release.region()) {
            case "WW" -> "Worldwide";
            case "EU" -> "European Union";
            default -> Locale.of("", release.region()).getDisplayCountry(Locale.ENGLISH);
        };
        return release.channel() == null ? region : region + ", first at: " + words(release.channel());
    }

    /** Describes the forecast, one statement per element. */
    static List<String> outlook(ForecastView forecast) {
        var sentences = new ArrayList<String>();
        sentences.add("%s chance that it comes within two years.".formatted(DateDisplay.percent(forecast.happens())));
        var within50 = forecast.within50();
        var within80 = forecast.within80();
        if (within50 != null && within80 != null && forecast.median() != null) {
            sentences.add(
                    "If it comes, the odds are even for before and after %s; half of the chances lie between %s and %s, four fifths between %s and %s."
                            .formatted(
                                    day(forecast.median()),
                                    day(within50.getFirst()),
                                    day(within50.getLast()),
                                    day(within80.getFirst()),
                                    day(within80.getLast())));
        }
        if (forecast.broad()) {
            sentences.add("No rumor names a date: this rests on how long such rumors usually wait.");
        }
        return sentences;
    }

    /** Lists the rumors behind the forecast, heaviest first. */
    static List<ReleasePage.Reason> why(ForecastDetail detail) {
        return detail.why().stream()
                .sorted(Comparator.comparingDouble(ForecastDetail.Why::weight).reversed())
                .map(why -> new ReleasePage.Reason(
                        why.source().name(),
                        words(why.kind()),
                        why.weight() < 0.005 ? null : String.format(Locale.ROOT, "%.1f%%", why.weight() * 100),
                        why.weight() < 0.005 ? null : Math.round(why.weight() * 100) + "%",
                        why.reason()))
                .toList();
    }

    /** Lists the days on which the date changed, newest first; empty if it never did. */
    static List<ReleasePage.Move> moves(List<HistoryEntry> history) {
        var moves = new ArrayList<ReleasePage.Move>();
        String previous = null;
        for (var entry : history) {
            var date = entry.date() == null ? "no date" : entry.date().label().toString();
            if (!Objects.equals(previous, date)) {
                moves.add(new ReleasePage.Move(day(entry.day()), capitalized(date), reason(entry)));
            }
            previous = date;
        }
        return moves.size() < 2 ? List.of() : List.copyOf(moves.reversed());
    }

    private static String reason(HistoryEntry entry) {
        var rumor = entry.rumor();
        if (rumor == null) {
            return entry.reason() == null ? words(entry.status()) : entry.reason();
        }
        return rumor.source().name() + ", " + words(rumor.kind())
                + (entry.cause().equals("retraction") ? ", taken back" : "");
    }

    /** Converts rumors for the page; null, which means that they were not requested, gives an empty list. */
    static List<ReleasePage.Statement> statements(@Nullable List<RumorView> rumors) {
        return (rumors == null ? List.<RumorView>of() : rumors)
                .stream()
                        .map(rumor -> new ReleasePage.Statement(
                                rumor.saidOn().label().toString(),
                                rumor.source().name(),
                                words(rumor.kind()),
                                rumor.via() == null ? null : rumor.via().name(),
                                rumor.window() == null
                                        ? null
                                        : rumor.window().label().toString(),
                                rumor.statement(),
                                SafeText.link(rumor.url()),
                                rumor.cancels(),
                                rumor.retracted() == null
                                        ? null
                                        : rumor.retracted().reason()))
                        .toList();
    }

    private static String words(WireName name) {
        return name.wireName().replace('-', ' ');
    }

    private static String day(LocalDate day) {
        return DateDisplay.DAY.format(day);
    }

    private static String counted(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
