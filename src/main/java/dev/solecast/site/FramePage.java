package dev.solecast.site;

import io.jstach.jstache.JStache;
import java.util.List;

/** The page that shows the component alone, in a frame of another site. */
@JStache(path = "frame")
record FramePage(PageLayout.Page page, String language, List<Attribute> attributes, String more) {

    record Attribute(String name, String value) {}
}
