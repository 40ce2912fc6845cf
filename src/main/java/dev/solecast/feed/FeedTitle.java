package dev.solecast.feed;

import dev.solecast.catalog.colorway.ColorwayKind;
import dev.solecast.release.list.FilterNames;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.sale.Region;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names subscriptions by what people read: "Solecast: New Balance × Kith, United States". */
@Singleton
class FeedTitle {

    private static final String ALL = "Solecast";

    private final FilterNames names;

    FeedTitle(FilterNames names) {
        this.names = names;
    }

    /** The title of a subscription to the releases that a filter finds. */
    String of(ReleaseFilter filter, FeedMessages messages) {
        var parts = new ArrayList<String>();
        var entries =
                names.of(filter).stream().map(kind -> String.join(", ", kind)).collect(Collectors.joining(" × "));
        if (!entries.isEmpty()) {
            parts.add(entries);
        }
        parts.addAll(filter.line());
        parts.addAll(filter.styleCode());
        parts.addAll(filter.color());
        filter.kind().stream().map(ColorwayKind::wireName).forEach(parts::add);
        filter.audience().forEach(audience -> parts.add(audience.wireName()));
        filter.region().stream().map(Region::code).map(messages::region).forEach(parts::add);
        filter.channel().forEach(channel -> parts.add(channel.wireName()));
        filter.status().forEach(status -> parts.add(messages.get(status)));
        filter.stage().forEach(stage -> parts.add(stage.wireName()));
        filter.group().forEach(group -> parts.add(group.wireName()));
        filter.strongestRumor().forEach(kind -> parts.add(messages.get(kind)));
        if (filter.from() != null || filter.to() != null) {
            parts.add(Objects.toString(filter.from(), "") + "–" + Objects.toString(filter.to(), ""));
        }
        if (filter.currency() != null) {
            parts.add(Stream.of(filter.priceMin(), filter.priceMax())
                            .map(price -> Objects.toString(price, ""))
                            .collect(Collectors.joining("–"))
                    + " " + filter.currency().getCurrencyCode());
        }
        Stream.of(filter.asOf(), filter.recordedBy())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .forEach(parts::add);
        return ControlCharacters.stripToLine(parts.isEmpty() ? ALL : ALL + ": " + String.join(", ", parts));
    }
}
