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

/** Puts into words what the API knows of a release. */
final class ReleaseText {

    private ReleaseText() {}

    /** One or two sentences that stand for the whole page. */
    static String lead(ReleaseView release, DateDisplay date) {
        var rumors = release.rumors();
        var heard = rumors.count() == 0
                ? "Nobody has been quoted on it yet."
                : "%s from %s%s."
                        .formatted(
                                counted(rumors.count(), "rumor"),
                                counted(rumors.sources(), "source"),
                                rumors.strongest() == null ? "" : ", the strongest: " + words(rumors.strongest()));
        return capitalized(date.sentence()) + ". " + heard;
    }

    static List<ReleasePage.Fact> facts(ReleaseView release) {
        var facts = new ArrayList<ReleasePage.Fact>();
        add(facts, "Status", capitalized(words(release.status())));
        add(facts, "Why", release.statusReason());
        add(facts, "On sale", place(release));
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

    private static String place(ReleaseView release) {
        var region = switch (release.region()) {
            case "WW" -> "Worldwide";
            case "EU" -> "European Union";
            default -> Locale.of("", release.region()).getDisplayCountry(Locale.ENGLISH);
        };
        return release.channel() == null ? region : region + ", first at: " + words(release.channel());
    }

    /** What the forecast says, a sentence each. */
    static List<String> outlook(ForecastView forecast) {
        var told = new ArrayList<String>();
        told.add("%s chance that it comes within two years.".formatted(DateDisplay.percent(forecast.happens())));
        var half = forecast.within50();
        var most = forecast.within80();
        if (half != null && most != null && forecast.median() != null) {
            told.add(
                    "If it comes, the odds are even for before and after %s; half of the chances lie between %s and %s, four fifths between %s and %s."
                            .formatted(
                                    day(forecast.median()),
                                    day(half.getFirst()),
                                    day(half.getLast()),
                                    day(most.getFirst()),
                                    day(most.getLast())));
        }
        if (forecast.broad()) {
            told.add("No rumor names a date: this rests on how long such rumors usually wait.");
        }
        return told;
    }

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

    /** The days on which the date itself changed, newest first; empty if it never did. */
    static List<ReleasePage.Move> moves(List<HistoryEntry> history) {
        var moves = new ArrayList<ReleasePage.Move>();
        String before = null;
        for (var entry : history) {
            var date = entry.date() == null ? "no date" : entry.date().label().toString();
            if (!Objects.equals(before, date)) {
                moves.add(new ReleasePage.Move(day(entry.day()), capitalized(date), because(entry)));
            }
            before = date;
        }
        return moves.size() < 2 ? List.of() : List.copyOf(moves.reversed());
    }

    private static String because(HistoryEntry entry) {
        var rumor = entry.rumor();
        if (rumor == null) {
            return entry.reason() == null ? words(entry.status()) : entry.reason();
        }
        return rumor.source().name() + ", " + words(rumor.kind())
                + (entry.cause().equals("retraction") ? ", taken back" : "");
    }

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

    private static String words(WireName word) {
        return word.word().replace('-', ' ');
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
