package dev.solecast.site;

import io.jstach.jstache.JStache;
import java.util.List;

/** The page that lists upcoming releases. */
@JStache(path = "calendar")
record CalendarPage(
        PageLayout.Page page,
        boolean monthly,
        List<FilterLinks.Filter> filters,
        List<Choice> brands,
        List<Choice> regions,
        List<Choice> certainties,
        List<Choice> groups,
        List<Chip> chips,
        List<Row> rows,
        String calendar,
        String feed,
        String asList,
        String asMonth) {

    /** An option of a filter in the form. */
    record Choice(String value, String text, boolean chosen) {}

    /**
     * An active filter that the form has no field for.
     *
     * @param without address of the page without this filter
     */
    record Chip(String name, String value, String words, String without) {}

    /** A release in the list for browsers without scripts. */
    record Row(String address, String title, String date) {}
}
