package dev.solecast.forecast.evaluation;

import dev.solecast.date.Window;
import dev.solecast.forecast.Evidence;
import dev.solecast.forecast.evaluation.Telling.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rumors of an invented world in the form in which a forecast reads them: all but the truth. */
final class Rumors {
    private Rumors() {}

    static List<Evidence> of(Story story) {
        List<Evidence> rumors = new ArrayList<>();
        for (Telling telling : story.tellings()) {
            LocalDate said = LocalDate.ofEpochDay(telling.said());
            Span span = telling.span();
            Window window = span == null
                    ? null
                    : Window.parse(LocalDate.ofEpochDay(span.first()) + "/" + LocalDate.ofEpochDay(span.last()));
            rumors.add(new Evidence(
                    rumors.size(),
                    telling.source(),
                    telling.kind(),
                    said,
                    said,
                    window,
                    telling.cancels(),
                    telling.origin(),
                    null));
        }
        return rumors;
    }
}
